package org.gapmap.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gapmap.geo.LocalPlane;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.NamedPlace;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where a text of a row may be: at an address of the same spelling, or at the community that it
 * names. What two places share that lie apart is nowhere.
 */
final class AddressPlaces {
  private static final int SHORTEST_NAME = 3;
  private static final double SAME_PLACE_METRES = 200;

  private final AddressText text;
  private final Map<String, Optional<Coordinate>> addresses = new HashMap<>();
  private final Map<String, Optional<Coordinate>> communities = new HashMap<>();
  private int longest;

  /**
   * @param areas names that an address may begin with
   */
  AddressPlaces(List<NamedPlace> places, List<String> areas) {
    this.text = new AddressText(areas);
    for (NamedPlace place : places) {
      String key = place.address() ? text.local(place.text()) : AddressText.plain(place.text());
      if (key.length() >= SHORTEST_NAME) {
        (place.address() ? addresses : communities)
            .merge(key, Optional.of(place.at()), AddressPlaces::same);
        longest = place.address() ? longest : Math.max(longest, key.length());
      }
    }
  }

  private static Optional<Coordinate> same(Optional<Coordinate> a, Optional<Coordinate> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    double[] xy = new double[2];
    LocalPlane.at(a.get().x, a.get().y).project(b.get().x, b.get().y, xy, 0);
    return Math.hypot(xy[0], xy[1]) <= SAME_PLACE_METRES ? a : Optional.empty();
  }

  /**
   * @param how {@code address} or {@code community}
   */
  record Found(Coordinate at, String how, String text) {}

  /** The row's addresses first, then its name. */
  Optional<Found> find(SourceFeature row, String name) {
    List<String> said = new ArrayList<>();
    row.fields()
        .forEach(
            (field, value) -> {
              if (!value.isEmpty() && AddressText.isField(field)) {
                said.add(value);
              }
            });
    for (String address : said) {
      for (String spelling : text.spellings(address)) {
        Optional<Coordinate> at = addresses.getOrDefault(spelling, Optional.empty());
        if (at.isPresent()) {
          return Optional.of(new Found(at.get(), "address", address));
        }
      }
    }
    said.add(name);
    return said.stream().flatMap(words -> community(words).stream()).findFirst();
  }

  /** The longest name of a community that the text holds. */
  private Optional<Found> community(String words) {
    String plain = AddressText.plain(words);
    for (int length = Math.min(longest, plain.length()); length >= SHORTEST_NAME; length--) {
      for (int from = 0; from + length <= plain.length(); from++) {
        String part = plain.substring(from, from + length);
        if (communities.containsKey(part)) {
          return communities.get(part).map(at -> new Found(at, "community", words));
        }
      }
    }
    return Optional.empty();
  }
}
