package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gapmap.imports.source.OsmText.as;
import static org.gapmap.imports.source.OsmText.ring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OsmSourceTest {
  @TempDir Path folder;

  @Test
  void aClosedWayIsAnAreaWithItsKeyAndItsChineseName() {
    Path file =
        new OsmText()
            .square(1, 121.5, 31.2, 0.001)
            .way(
                9, ring(1), "landuse=residential", "name=Tongji", "name:zh=同济新村", "start_date=1955")
            .write(folder);

    Rows rows = Rows.of(file, as(LayerType.COMMUNITIES));

    assertThat(rows.description().format()).isEqualTo("osm");
    assertThat(rows.column("@id")).containsExactly("way/9");
    assertThat(rows.column("name")).containsExactly("同济新村");
    assertThat(rows.column("start_date")).containsExactly("1955");
    assertThat(rows.column("other_tags")).containsExactly("{\"name\":\"Tongji\"}");
    assertThat(rows.features().get(0).geometry().orElseThrow().toText())
        .isEqualTo(
            "POLYGON ((121.5 31.2, 121.501 31.2, 121.501 31.201, 121.5 31.201, 121.5 31.2))");
  }

  @ParameterizedTest
  @CsvSource({
    "amenity=kindergarten, kindergarten, '', ''",
    "disused:amenity=kindergarten, kindergarten, closed, ''",
    "construction:leisure=pitch, sports_ground_small, under_construction, ''",
    "leisure=pitch|sport=soccer, sports_ground_medium, '', ''",
    "leisure=pitch|access=private, sports_ground_small, '', own_residents",
    "leisure=fitness_station|access=yes, outdoor_fitness_equipment, '', public",
    "amenity=restaurant|name=大桥街道社区食堂, community_canteen, '', ''",
    "office=yes|name=四平长者食堂|opening_hours=Mo-Fr 11:00-13:00, senior_canteen, open, ''",
    "highway=bus_stop|name=四平路街道办事处, bus_stop, '', ''",
    "shop=convenience;hairdresser, convenience_store, '', ''",
    "railway=station|station=subway, rail_station, '', ''",
    "amenity=school|name=杨浦小学, primary_school, '', ''",
  })
  void theTagTableSaysTheKind(String tags, String kind, String status, String access) {
    Path file = new OsmText().node(1, 121.5, 31.2, tags.split("\\|")).write(folder);

    Rows rows = Rows.of(file, as(LayerType.FACILITIES));

    assertThat(rows.column("gapmap:kind")).containsExactly(kind);
    assertThat(rows.column("gapmap:status")).containsExactly(status);
    assertThat(rows.column("gapmap:access")).containsExactly(access);
  }

  @ParameterizedTest
  @CsvSource({
    "amenity=bench",
    "amenity=no",
    "amenity=school|name=同济中学",
    "public_transport=stop_position|name=卫生服务中心",
    "landuse=residential|name=社区食堂",
    "demolished:amenity=kindergarten",
  })
  void whatIsNoFacilityIsNone(String tags) {
    Path file = new OsmText().node(1, 121.5, 31.2, tags.split("\\|")).write(folder);

    assertThat(Rows.of(file, as(LayerType.FACILITIES)).features()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "四平路, 1239, 四平路1239号",
    "四平路, 1239号, 四平路1239号",
    "密云路454弄 Lane 454 of Miyun Road, 18-20, 密云路454弄18-20号",
    "Rua Alfa, 191, Rua Alfa 191",
  })
  void anAddressIsWrittenAsItIsThere(String street, String number, String name) {
    Path file =
        new OsmText()
            .node(1, 121.5, 31.2, "addr:street=" + street, "addr:housenumber=" + number)
            .write(folder);

    assertThat(Rows.of(file, as(LayerType.ADDRESSES)).column("name")).containsExactly(name);
  }

  @Test
  void rarerTagsAreOneFieldAndContactsNeverHideInIt() {
    OsmText city = new OsmText();
    for (int i = 0; i < 60; i++) {
      city.node(i + 1, 121.5, 31.2, "shop=kiosk", "key" + i + "=1", "phone" + "=021-" + i);
    }

    Rows rows = Rows.of(city.write(folder), as(LayerType.FACILITIES));

    assertThat(rows.description().fieldNames()).hasSizeLessThan(50).contains("phone", "other_tags");
    assertThat(rows.column("other_tags")).noneMatch(text -> text.contains("021-"));
    assertThat(rows.column("other_tags")).anyMatch(text -> text.equals("{\"key59\":\"1\"}"));
  }

  @Test
  void whatLiesOutsideTheExtractIsAProblemOfItsRow() {
    Path file =
        new OsmText()
            .square(1, 121.5, 31.2, 0.001)
            .way(1, ring(1), "landuse=residential")
            .way(2, ring(2), "landuse=residential")
            .way(3, new long[] {1, 2, 3}, "landuse=residential")
            .relation(4, "outer:1 inner:77", "type=multipolygon", "landuse=residential")
            .node(9, 121, 31, "landuse=residential")
            .write(folder);

    Rows rows = Rows.of(file, as(LayerType.COMMUNITIES));

    assertThat(rows.features()).hasSize(5);
    assertThat(rows.problemCodes())
        .containsExactly("nodes_missing", "ring_open", "members_missing");
  }

  @Test
  void idsHave64BitsAndItemsAnyOrder() {
    long big = 9_007_199_254_740_993L;
    Path file =
        new OsmText()
            .relation(7, "outer:" + big, "type=multipolygon", "landuse=residential")
            .way(big, ring(big))
            .square(big, 121.5, 31.2, 0.001)
            .write(folder);

    Rows rows = Rows.of(file, as(LayerType.COMMUNITIES));

    assertThat(rows.problemCodes()).isEmpty();
    assertThat(rows.features().get(0).geometry().orElseThrow().getNumPoints()).isEqualTo(5);
  }

  @Test
  void aPackedExtractIsKnownByItsContent() throws Exception {
    byte[] plain = Files.readAllBytes(new OsmText().node(1, 121, 31, "shop=kiosk").write(folder));
    Path packed = Files.write(folder.resolve("download"), OsmText.gzip(plain));

    assertThat(Rows.of(packed, as(LayerType.FACILITIES)).features()).hasSize(1);
    Files.write(packed, Arrays.copyOf(OsmText.gzip(plain), 60));
    assertThatThrownBy(() -> Rows.of(packed, as(LayerType.FACILITIES)))
        .isInstanceOf(UserError.class);
  }

  @Test
  void withoutATypeTheLayersAreListed() {
    Path file = new OsmText().node(1, 121, 31, "shop=kiosk").write(folder);

    assertThat(Readers.layers(file, ReadOptions.none()).layers())
        .extracting(SourceLayer::name)
        .contains("communities", "land-use", "addresses");
    assertThatThrownBy(() -> Readers.open(file, ReadOptions.none()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("say which: communities, facilities");
    assertThatThrownBy(() -> Rows.of(file, as(LayerType.SITES)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no sites");
  }
}
