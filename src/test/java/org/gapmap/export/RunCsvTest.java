package org.gapmap.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalInt;
import org.gapmap.store.RunResult;
import org.gapmap.store.RunRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCsvTest {
  @Test
  void aRowPerCommunityAndKindWithUnknownsLeftEmpty() throws IOException {
    RunRow known = new RunRow(7, "里仁, 一期", OptionalInt.of(1200), 0.25, "gap", 900, "食堂", 712.34);
    RunRow unknown =
        new RunRow(
            7, "里仁, 一期", OptionalInt.of(1200), Double.NaN, "unknown", Double.NaN, "", Double.NaN);
    StringWriter out = new StringWriter();

    RunCsv.write(
        List.of(
            new RunResult("elderly_canteen", 500, "straight", List.of(known)),
            new RunResult("childcare", 300, "straight", List.of(unknown))),
        out);

    assertThat(out.toString().lines())
        .containsExactly(
            "community_id,community,kind,radius_m,mode,share,status,residents,"
                + "residents_out_of_reach,nearest_facility,nearest_m",
            "7,\"里仁, 一期\",elderly_canteen,500,straight,0.250000,gap,1200,900.0,食堂,712.3",
            "7,\"里仁, 一期\",childcare,300,straight,,unknown,1200,,,");
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
    RunRow row = new RunRow(7, name, OptionalInt.empty(), 1, "met", 0, name, 0);
    RunCsv.write(List.of(new RunResult("fitness", 300, "straight", List.of(row))), out);
    String line = out.toString().lines().skip(1).findFirst().orElseThrow();
    assertThat(line).startsWith("7,").endsWith(",0.0");
    String cell = line.substring(2, line.indexOf(",fitness"));
    return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1) : cell;
  }
}
