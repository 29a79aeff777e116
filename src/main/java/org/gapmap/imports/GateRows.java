package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.Gate;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.LayerImport;
import org.gapmap.store.NewShape;
import org.locationtech.jts.geom.Geometry;

/** Gates: a name, who passes, and whether anybody does any more. */
final class GateRows implements LayerRows {
  static final String USE = "gapmap:gate";
  static final String CLOSED = "gapmap:closed";

  private enum Open {
    CLOSED,
    OPEN
  }

  private final RowFields fields;
  private final IssueLog log;
  private final ServiceWords service;
  private final Meanings<Gate.Use> uses;
  private final Meanings<Open> open;
  private int stored;

  GateRows(RowFields fields, ServiceWords service, IssueLog log) {
    this.fields = fields;
    this.service = service;
    this.log = log;
    JsonNode words = Vocabulary.words();
    this.uses = new Meanings<>(Gate.Use.class, words.required("gate_use"));
    this.open = new Meanings<>(Open.class, words.required("gate_closed"));
  }

  @Override
  public boolean store(LayerImport target, SourceFeature row, Geometry shape) {
    String name = fields.text(FieldRole.NAME, row);
    String category = fields.text(FieldRole.CATEGORY, row);
    String status = fields.text(FieldRole.STATUS, row);
    Map<String, String> attributes = new HashMap<>(fields.attributes(row));
    CutWords.drop(attributes, List.of(USE, CLOSED));
    attributes.put(USE, use(row, name, category).name().toLowerCase(Locale.ROOT));
    if (isClosed(row, status, category, name)) {
      log.add(Finding.GATE_CLOSED.at(row.row(), "", (name + " " + status).strip()));
      attributes.put(CLOSED, "yes");
    }
    target.addShape(new NewShape(row.row(), name, category, shape, attributes));
    stored++;
    return true;
  }

  private Gate.Use use(SourceFeature row, String name, String category) {
    Optional<Gate.Use> said = uses.find(category).or(() -> uses.find(name));
    Optional<FacilityAccess> access = service.access(fields.text(FieldRole.ACCESS, row));
    boolean own =
        access.isPresent()
            && (access.get() == FacilityAccess.OWN_RESIDENTS
                || access.get() == FacilityAccess.MEMBERS);
    return own && said.orElse(Gate.Use.ANY) == Gate.Use.ANY
        ? Gate.Use.PRIVATE
        : said.orElse(Gate.Use.ANY);
  }

  private boolean isClosed(SourceFeature row, String status, String category, String name) {
    Optional<Open> said = open.find(status);
    if (said.isPresent()) {
      return said.get() == Open.CLOSED;
    }
    Optional<FacilityStatus> known = service.status(status);
    if (known.isPresent()) {
      return !known.get().serves();
    }
    if (!status.isEmpty()) {
      log.add(Finding.VALUE_NOT_UNDERSTOOD.at(row.row(), FieldRole.STATUS.id(), status));
    }
    return open.find(category).or(() -> open.find(name)).filter(o -> o == Open.CLOSED).isPresent();
  }

  @Override
  public void finish() {
    // Each gate stands for itself.
  }

  @Override
  public Map<String, Integer> storedByKind() {
    return Map.of("", stored);
  }
}
