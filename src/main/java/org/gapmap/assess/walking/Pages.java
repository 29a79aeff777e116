package org.gapmap.assess.walking;

/**
 * States that differ from a base, in pages of 256 nodes: those that nobody wrote to are the base's,
 * or an earlier set of pages'.
 */
final class Pages {
  static final Pages NONE = new Pages(new long[0][], new long[0][]);
  private static final int BITS = 8;
  private static final int MASK = (1 << BITS) - 1;
  private static final long[] UNTOUCHED = {};

  private final long[][] pages;

  /** As they were before: a page that is still the same is not ours to write to. */
  private final long[][] before;

  private Pages(long[][] pages, long[][] before) {
    this.pages = pages;
    this.before = before;
  }

  /** Pages that begin as these and may be written to. */
  Pages toWrite(int nodes) {
    if (!isEmpty()) {
      return new Pages(pages.clone(), pages);
    }
    long[][] fresh = new long[(nodes >>> BITS) + 1][];
    java.util.Arrays.fill(fresh, UNTOUCHED);
    return new Pages(fresh, fresh.clone());
  }

  boolean isEmpty() {
    return pages.length == 0;
  }

  long get(int node, long[] base) {
    long[] page = pages[node >>> BITS];
    return page.length == 0 ? base[node] : page[node & MASK];
  }

  void set(int node, long state, long[] base) {
    int number = node >>> BITS;
    long[] page = pages[number];
    if (page == before[number]) {
      page = copy(number, base);
      pages[number] = page;
    }
    page[node & MASK] = state;
  }

  private long[] copy(int number, long[] base) {
    if (pages[number].length > 0) {
      return pages[number].clone();
    }
    long[] page = new long[1 << BITS];
    int first = number << BITS;
    System.arraycopy(base, first, page, 0, Math.min(page.length, base.length - first));
    return page;
  }

  void writeTo(long[] states) {
    for (int number = 0; number < pages.length; number++) {
      int first = number << BITS;
      int count = Math.min(pages[number].length, states.length - first);
      System.arraycopy(pages[number], 0, states, first, count);
    }
  }
}
