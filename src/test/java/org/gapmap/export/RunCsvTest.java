package org.gapmap.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.TargetGroup;
import org.gapmap.store.RunColumns;
import org.gapmap.store.RunCommunity;
import org.gapmap.store.RunKind;
import org.gapmap.store.RunNorm;
import org.gapmap.store.RunNumber;
import org.gapmap.store.RunRule;
import org.gapmap.store.RunStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCsvTest {
  @Test
  void aRowPerCommunityAndKindWithUnknownsLeftEmpty() throws IOException {
    RunColumns known = RunColumns.unknown(1);
    known.setStatus(0, 'g');
    known.setPeopleBasis(0, 'e');
    known.setNearest(0, 3, 9);
    known.set(RunNumber.SHARE, new float[] {0.25f});
    known.set(RunNumber.RESIDENTS_OUT_OF_REACH, new float[] {900});
    known.set(RunNumber.NEAREST_M, new float[] {712.34f});
    known.set(RunNumber.GROUP_PEOPLE, new float[] {200});
    known.set(RunNumber.SHARE_OF_PEOPLE, new float[] {0.3f});
    known.set(RunNumber.SERVED, new float[] {40});
    known.set(RunNumber.WITHOUT_CAPACITY, new float[] {20});
    known.set(RunNumber.GROUP_OUT_OF_REACH, new float[] {140});
    known.set(RunNumber.QUANTITY_GAP, new float[] {8});
    StringWriter out = new StringWriter();

    RunCsv.write(
        List.of(new RunCommunity(7, "里仁, 一期", OptionalInt.of(1200))),
        List.of(
            kind("elderly_canteen", TargetGroup.ELDERLY_60, known),
            kind("fitness", TargetGroup.ALL, RunColumns.unknown(1))),
        Map.of(RunStore.facilityKey(3, 9), "食堂"),
        out);

    assertThat(out.toString().lines())
        .containsExactly(
            "community_id,community,kind,radius_m,mode,share,status,residents,"
                + "residents_out_of_reach,nearest_facility,nearest_m,target_group,people_basis,"
                + "group_people,share_of_people,served,without_capacity,group_out_of_reach,"
                + "quantity_gap,unit,clause,source,year,verification,local_choice,least_sizes,norm,"
                + "norm_verification",
            "7,\"里仁, 一期\",elderly_canteen,500,straight,0.250000,gap,1200,900.0,食堂,712.3,"
                + "elderly_60,estimated,200.0,0.300000,40.0,20.0,140.0,8.0,份 / portions,"
                + "条 / clause,GB,2018,unverified,false,single_source,"
                + "4.5 per_1000_persons: 条 / clause,verified",
            "7,\"里仁, 一期\",fitness,500,straight,,unknown,1200,,,,all,unknown,,,,,,,份 / portions,"
                + "条 / clause,GB,2018,unverified,false,single_source,"
                + "4.5 per_1000_persons: 条 / clause,verified");
  }

  /** 100 persons of whom 97 percent are in reach would be three who are not. */
  @Test
  void noShareGivesASmallGroupBack() throws IOException {
    RunColumns few = RunColumns.unknown(1);
    few.set(RunNumber.GROUP_PEOPLE, new float[] {100});
    few.set(RunNumber.SHARE_OF_PEOPLE, new float[] {0.97f});
    few.set(RunNumber.SERVED, new float[] {97});
    few.set(RunNumber.WITHOUT_CAPACITY, new float[] {0});
    few.set(RunNumber.GROUP_OUT_OF_REACH, new float[] {3});
    few.set(RunNumber.QUANTITY_GAP, new float[] {0.12f});
    StringWriter out = new StringWriter();

    RunCsv.write(
        List.of(new RunCommunity(7, "A", OptionalInt.empty())),
        List.of(kind("elderly_canteen", TargetGroup.ELDERLY_60, few)),
        Map.of(),
        out);

    assertThat(out.toString()).contains(",100.0,masked,masked,0.0,<5,masked,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=cmd|'/c calc'!A1", "+1", "-2+3", "@SUM(A1)", "\tx", "＝1", "－1"})
  void aNameThatASpreadsheetWouldRunIsMarkedAsText(String name) throws IOException {
    assertThat(communityCell(name)).isEqualTo("'" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"里仁-一期", "3=4", "'quoted", "a@b"})
  void otherNamesStayAsTheyAre(String name) throws IOException {
    assertThat(communityCell(name)).isEqualTo(name);
  }

  private static String communityCell(String name) throws IOException {
    StringWriter out = new StringWriter();
    RunCsv.write(
        List.of(new RunCommunity(7, name, OptionalInt.empty())),
        List.of(kind("fitness", TargetGroup.ALL, RunColumns.unknown(1))),
        Map.of(),
        out);
    String line = out.toString().lines().skip(1).findFirst().orElseThrow();
    assertThat(line).startsWith("7,").endsWith(",verified");
    String cell = line.substring(2, line.indexOf(",fitness"));
    return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1) : cell;
  }

  private static RunKind kind(String kind, TargetGroup group, RunColumns columns) {
    RunRule rule =
        new RunRule(kind, 500, "straight", "条 / clause", "GB", 2018, "unverified", false);
    RunNorm norm =
        new RunNorm(
            4.5, new LocalizedText("份", "portions"), "per_1000_persons", "条 / clause", "verified");
    return new RunKind(rule, group, "single_source", Optional.of(norm), columns);
  }
}
