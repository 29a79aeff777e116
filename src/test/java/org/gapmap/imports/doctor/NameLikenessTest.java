package org.gapmap.imports.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.gapmap.geo.LocalPlane;
import org.gapmap.imports.source.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikenessTest {
  private record Canteen(String name, String district, double lat, double lon) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "定海路街道隆昌路睦邻社区长者食堂 | 隆昌路长者食堂",
        "定海路街道睦邻社区长者食堂（福满佳） | 定海路街道长者食堂",
        "上海市杨浦区平凉路街道社区食堂 | 平凉路街道老年助餐点",
        "Ａ座为老服务中心(隆昌) | A座为老服务中心（隆昌）",
        "殷行街道社区食堂 | 殷行社区老年食堂",
        "新华路街道综合为老服务中心 | 新华路街道为老服务中心食堂",
      })
  void namesOfOnePlaceAreAlike(String one, String other) {
    assertThat(NameLikeness.of(one, other)).isGreaterThanOrEqualTo(LikePlaces.LEAST_LIKENESS);
    assertThat(NameLikeness.of(other, one)).isEqualTo(NameLikeness.of(one, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "隆昌路长者食堂 | 波阳路长者食堂",
        "一期助餐点 | 二期助餐点",
        "长白新村街道第一社区食堂 | 长白新村街道第二社区食堂",
        "同济新村1号食堂 | 同济新村2号食堂",
        "社区食堂 | 长者食堂",
        "'' | 长者食堂",
      })
  void namesThatShareOnlyWhatAllShareAreNot(String one, String other) {
    assertThat(NameLikeness.of(one, other)).isLessThan(LikePlaces.LEAST_LIKENESS);
  }

  /** The same canteen as another department may write it. */
  private static List<String> variants(Canteen canteen) {
    String name = canteen.name();
    return List.of(
        "上海市" + canteen.district() + name,
        name.replace("（", "(").replace("）", ")"),
        name.replaceAll("（.*", ""),
        name.replace("长者食堂", "老年助餐点").replace("社区食堂", "助餐点"),
        name.replaceFirst("^.{2,6}?街道", ""),
        name.replace("睦邻", "").replace("社区", ""));
  }

  /**
   * Every two of the 97 canteens against each other within 50 m and, harder, within 1 km, and every
   * one against six other ways to write it. Precision and recall are stated in docs/decisions/016.
   */
  @Test
  void ofRealCanteensNearlyAllVariantsAreFoundAndFewNeighboursTakenForThem() throws IOException {
    List<Canteen> canteens = new ArrayList<>();
    for (String line :
        Files.readAllLines(RealData.path("points/shanghai_elderly_canteens_gcj02.csv"))) {
      String[] cells = line.split(",");
      if (!cells[0].contains("name")) {
        int last = cells.length;
        canteens.add(
            new Canteen(
                cells[0],
                cells[last - 3],
                Double.parseDouble(cells[last - 2]),
                Double.parseDouble(cells[last - 1])));
      }
    }
    assertThat(canteens).hasSize(97);

    int found = 0;
    int asked = 0;
    for (Canteen canteen : canteens) {
      for (String variant : variants(canteen)) {
        asked++;
        found += alike(canteen.name(), variant) ? 1 : 0;
      }
    }
    int wrongNear = 0;
    int wrong = 0;
    int pairs = 0;
    for (int i = 0; i < canteens.size(); i++) {
      LocalPlane plane = LocalPlane.at(canteens.get(i).lon(), canteens.get(i).lat());
      double[] xy = new double[2];
      for (int j = i + 1; j < canteens.size(); j++) {
        plane.project(canteens.get(j).lon(), canteens.get(j).lat(), xy, 0);
        double metres = Math.hypot(xy[0], xy[1]);
        if (metres < 1000) {
          pairs++;
          boolean same = alike(canteens.get(i).name(), canteens.get(j).name());
          wrong += same ? 1 : 0;
          wrongNear += same && metres <= LikePlaces.METRES ? 1 : 0;
        }
      }
    }
    assertThat(found / (double) asked).isGreaterThan(0.95);
    assertThat(wrongNear).isZero();
    assertThat(wrong / (double) pairs).isLessThan(0.15);
  }

  private static boolean alike(String one, String other) {
    return NameLikeness.of(one, other) >= LikePlaces.LEAST_LIKENESS;
  }
}
