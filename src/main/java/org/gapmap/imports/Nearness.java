package org.gapmap.imports;

import java.util.BitSet;

/** How alike two names are, to suggest what a mistyped one may have meant. */
final class Nearness {
  private Nearness() {}

  /** Characters that both have, twice, less those that only one of them has. */
  static int between(String a, String b) {
    BitSet first = characters(a);
    BitSet second = characters(b);
    BitSet both = (BitSet) first.clone();
    both.and(second);
    first.xor(second);
    return 2 * both.cardinality() - first.cardinality();
  }

  private static BitSet characters(String text) {
    BitSet set = new BitSet();
    Vocabulary.fold(text).codePoints().forEach(set::set);
    return set;
  }
}
