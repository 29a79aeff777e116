package org.gapmap.imports;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.ServiceKind;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.Notice;
import org.gapmap.imports.source.SourceDescription;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.standards.KindCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * A source that says the kind of each row itself, as OpenStreetMap does: no kind need be given, and
 * one that is given picks the rows of that kind, or of the group of that name.
 */
final class SaidKinds {
  private SaidKinds() {}

  /**
   * The request with the kind that the file says.
   *
   * @throws org.gapmap.domain.UserError where neither says one
   */
  static ImportRequest request(ImportRequest request, FeatureSource source) {
    ImportRequest said =
        says(request, source)
            ? request.withMeaning(
                request.meaning().withKind(new KindChoice.ByField(SourceDescription.KIND_FIELD)))
            : request;
    said.requireImportable();
    return said;
  }

  /** The rows of the kind that the request gives. */
  static FeatureSource rows(ImportRequest request, FeatureSource source, KindCatalogue kinds) {
    Optional<String> one = request.meaning().kind().flatMap(KindChoice::kind);
    if (one.isEmpty() || !says(request, source)) {
      return source;
    }
    ServiceKind kind = kinds.find(one.get()).orElseGet(() -> kinds.get(one.get()));
    return new Only(source, Set.copyOf(kinds.unfold(kind.id())));
  }

  private static boolean says(ImportRequest request, FeatureSource source) {
    return request.type() == LayerType.FACILITIES
        && request.meaning().kind().flatMap(KindChoice::field).isEmpty()
        && source.description().fieldNames().contains(SourceDescription.KIND_FIELD);
  }

  private record Only(FeatureSource source, Set<String> ids) implements FeatureSource {
    @Override
    public SourceDescription description() {
      return source.description();
    }

    @Override
    public Iterator<SourceFeature> features() {
      return new Fitting(source.features(), ids);
    }

    @Override
    public Set<String> placeFields() {
      return source.placeFields();
    }

    @Override
    public List<Notice> warnings() {
      return source.warnings();
    }

    @Override
    public void close() {
      source.close();
    }
  }

  private static final class Fitting implements Iterator<SourceFeature> {
    private final Iterator<SourceFeature> all;
    private final Set<String> ids;
    private @Nullable SourceFeature ready;

    Fitting(Iterator<SourceFeature> all, Set<String> ids) {
      this.all = all;
      this.ids = ids;
    }

    @Override
    public boolean hasNext() {
      while (ready == null && all.hasNext()) {
        SourceFeature row = all.next();
        if (ids.contains(row.fields().getOrDefault(SourceDescription.KIND_FIELD, ""))) {
          ready = row;
        }
      }
      return ready != null;
    }

    @Override
    public SourceFeature next() {
      if (!hasNext() || ready == null) {
        throw new NoSuchElementException();
      }
      SourceFeature next = ready;
      ready = null;
      return next;
    }
  }
}
