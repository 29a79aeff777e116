package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

/** Rows with an address but no coordinates. */
class PlacingTest {
  @TempDir private static Path folder;
  private static ImportWorld world;

  @BeforeAll
  static void communitiesAndAddresses() throws IOException {
    world = new ImportWorld();
    world
        .of(
            LayerType.COMMUNITIES,
            csv(
                "c.csv",
                "小区名称\twkt\n同济新村\tPOLYGON((121.50 31.28,121.51 31.28,121.51 31.29,121.50 31.29,121.50 31.28))\n"))
        .source("communities")
        .run();
    world
        .of(LayerType.ADDRESSES, csv("a.csv", "地址,经度,纬度\n杨浦区闸殷路1号,121.55,31.33\n"))
        .source("addresses")
        .run();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static Path csv(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void areFoundByAddressByCommunityOrByAClickAndTheRestIsRefused() throws IOException {
    ImportReport report =
        world
            .of(
                LayerType.FACILITIES,
                csv(
                    "list.csv",
                    """
                    长者食堂名单,
                    名称,地址
                    殷行食堂,上海市杨浦区闸殷路１号2楼
                    同济食堂,四平路 同济新村 内
                    同济新村助餐点,
                    远处食堂,无名路9号
                    点选食堂,无名路10号
                    合计,5
                    """))
            .kind("elderly_canteen")
            .places(Map.of(7, new Coordinate(121.6, 31.2)))
            .source("canteens")
            .run();
    assertThat(report.rows().stored()).isEqualTo(4);
    assertThat(report.rows().refused()).isEqualTo(1);
    assertThat(
            world.query(
                "SELECT f.name, f.attributes->>'place_approximate', round(ST_X(f.place)::numeric, 2),"
                    + " round(ST_Y(f.place)::numeric, 2) FROM current_layer l JOIN facility f ON"
                    + " f.layer_version_id = l.id WHERE l.source = 'canteens' ORDER BY f.row_number"))
        .containsExactly(
            "殷行食堂|address|121.55|31.33",
            "同济食堂|community|121.51|31.29",
            "同济新村助餐点|community|121.51|31.29",
            "点选食堂|click|121.60|31.20");
    assertThat(report.issues().stream().map(g -> g.code() + " " + g.count()))
        .contains(
            "placed_by_address 1",
            "placed_by_community 2",
            "placed_by_click 1",
            "address_unmatched 1",
            "total_rows 1");
  }

  @Test
  void communitiesNeedPolygonsAndAreNotPlaced() throws IOException {
    Path file = csv("names.csv", "小区名称,地址\n同济新村,四平路1号\n");
    assertThatThrownBy(() -> world.of(LayerType.COMMUNITIES, file).source("other").run())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("address_only");
  }
}
