package org.gapmap.imports.source;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A row's texts by field, in file order, each read when it is first asked for: most passes over a
 * file look at few fields of most rows. Never changes to whoever looks. Not for several threads.
 */
final class RowTexts extends AbstractMap<String, String> {
  /** The fields of a file, shared by its rows. */
  static final class Fields {
    private final String[] names;
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param names unique
     */
    Fields(List<String> names) {
      this.names = names.toArray(String[]::new);
      for (int i = 0; i < this.names.length; i++) {
        places.put(this.names[i], i);
      }
    }
  }

  private final Fields fields;
  private final IntFunction<String> reader;
  private final @Nullable String[] texts;

  /**
   * @param reader the text of a field by its place; asked once, as long as nobody else reads
   */
  RowTexts(Fields fields, IntFunction<String> reader) {
    this.fields = fields;
    this.reader = reader;
    this.texts = new String[fields.names.length];
  }

  private String text(int place) {
    String text = texts[place];
    if (text == null) {
      text = reader.apply(place);
      texts[place] = text;
    }
    return text;
  }

  @Override
  public @Nullable String get(@Nullable Object field) {
    Integer place = fields.places.get(field);
    return place == null ? null : text(place);
  }

  @Override
  public boolean containsKey(@Nullable Object field) {
    return fields.places.containsKey(field);
  }

  @Override
  public int size() {
    return fields.names.length;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super String> action) {
    for (int i = 0; i < fields.names.length; i++) {
      action.accept(fields.names[i], text(i));
    }
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, String>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return fields.names.length;
      }
    };
  }

  private final class Entries implements Iterator<Entry<String, String>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < fields.names.length;
    }

    @Override
    public Entry<String, String> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int place = next++;
      return new SimpleImmutableEntry<>(fields.names[place], text(place));
    }
  }
}
