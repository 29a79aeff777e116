package org.gapmap.export;

import java.util.ArrayList;
import java.util.List;
import org.gapmap.domain.OwnColumns;
import org.gapmap.store.LayerContents;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;

/** How a table without shapes of its own holds them: two columns of a point's place, or WKT. */
final class FlatTable {
  private final boolean points;
  private final boolean degrees;
  private final WKTWriter wkt = new WKTWriter(2);

  FlatTable(Writing writing) {
    LayerContents.Forms forms = writing.table().forms();
    this.points = forms.points() && !forms.polygons() && !forms.lines();
    this.degrees = writing.crs().geographic();
    writing.losses().add(Loss.NO_ORIGIN);
    writing.losses().add(Loss.NO_CRS);
  }

  /** The headings: the place first. */
  List<String> headings(LayerTable table) {
    List<String> names = new ArrayList<>();
    if (!points) {
      names.add(OwnColumns.SHAPE);
    } else {
      names.addAll(degrees ? OwnColumns.DEGREES : OwnColumns.METRES);
    }
    table.columns().forEach(column -> names.add(column.name()));
    return names;
  }

  boolean points() {
    return points;
  }

  /** Two numbers of a point, which read back as the same doubles, or one text. */
  List<String> place(Geometry shape) {
    if (points && shape instanceof Point point) {
      return List.of(Values.plain(point.getX()), Values.plain(point.getY()));
    }
    return List.of(wkt.write(shape));
  }
}
