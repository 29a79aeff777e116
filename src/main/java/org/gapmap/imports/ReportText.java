package org.gapmap.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.LocalizedText;
import org.gapmap.store.CommittedImport;
import org.gapmap.store.Completeness;

/** The report for a person, in Chinese or English. */
public final class ReportText {
  private static final int LABEL_WIDTH = 12;
  private static final int FIELDS_LISTED = 12;
  private static final int SAMPLE_LENGTH = 24;

  private final boolean chinese;
  private final List<String> lines = new ArrayList<>();

  private ReportText(boolean chinese) {
    this.chinese = chinese;
  }

  /** Lines without an end of line. */
  public static List<String> of(ImportReport report, boolean chinese) {
    ReportText text = new ReportText(chinese);
    text.head(report);
    text.evidence(report);
    report.rows().streets().ifPresent(s -> text.lines.addAll(StreetReport.lines(s, chinese)));
    text.groups(say("拒绝", "Refused"), report.issues(ImportIssue.Severity.REFUSED));
    text.unknownKinds(report.unknownKinds());
    text.groups(say("已修复", "Repaired"), report.issues(ImportIssue.Severity.REPAIRED));
    text.groups(say("请核对", "Please look at"), report.issues(ImportIssue.Severity.WARNING));
    return List.copyOf(text.lines);
  }

  private void head(ImportReport report) {
    ImportReport.Origin origin = report.origin();
    ImportReport.Rows rows = report.rows();
    lines.add(
        origin.file()
            + " -> "
            + origin.city()
            + " / "
            + origin.type().name().toLowerCase(Locale.ROOT)
            + " / "
            + origin.source());
    String repaired =
        rows.repaired() == 0
            ? ""
            : (chinese ? "（其中修复 %d 行）" : " (%d of them repaired)").formatted(rows.repaired());
    lines.add(
        (chinese ? "读取 %d 行，存入 %d 行%s，拒绝 %d 行" : "%d rows read, %d stored%s, %d refused")
            .formatted(rows.read(), rows.stored(), repaired, rows.refused()));
    if (rows.areaChangedSqm() >= 0.05) {
      lines.add(
          pick(say("修复使面积变化合计", "The repairs changed areas by, in all,"))
              + String.format(Locale.ROOT, " %.1f m2", rows.areaChangedSqm()));
    }
    report.outcome().ifPresent(made -> ended(report, made));
  }

  private void ended(ImportReport report, CommittedImport made) {
    if (report.isUnchanged()) {
      lines.add(
          pick(
              say(
                  "与图层现行版本的文件和设置完全相同：未做任何改动",
                  "The layer's current version was made of this very file in this way: nothing was"
                      + " changed")));
      return;
    }
    new DifferenceText(chinese).of(made.difference()).forEach(lines::add);
    if (made.outcome() == CommittedImport.Outcome.REHEARSED) {
      lines.add(pick(say("试运行：未存储任何内容", "A dry run: nothing was stored")));
      return;
    }
    committed(report, made);
  }

  private void committed(ImportReport report, CommittedImport made) {
    for (CommittedImport.NewVersion layer : made.layers()) {
      String kind = layer.key().kind().isEmpty() ? "" : layer.key().kind() + ": ";
      lines.add(
          chinese
              ? "%s%d 行，图层第 %d 版".formatted(kind, layer.rows(), layer.number())
              : "%s%d rows, version %d of the layer".formatted(kind, layer.rows(), layer.number()));
    }
    if (report.origin().type() == LayerType.COMMUNITIES) {
      CommittedImport.Changes changes = made.changes();
      lines.add(
          chinese
              ? "小区：新增 %d，沿用 %d，不再出现 %d"
                  .formatted(changes.added(), changes.kept(), changes.removed())
              : "Communities: %d new, %d known from before, %d no longer there"
                  .formatted(changes.added(), changes.kept(), changes.removed()));
    }
    lines.add(
        chinese
            ? "城市数据版本现为 " + made.dataVersion()
            : "The city's data version is now " + made.dataVersion());
  }

  private void evidence(ImportReport report) {
    ImportReport.Evidence evidence = report.evidence();
    lines.add("");
    told(say("编码", "encoding"), evidence.encoding());
    told(say("坐标系", "coordinates"), evidence.crs());
    if (report.origin().type() == LayerType.FACILITIES) {
      lines.add(
          "  " + pad(pick(say("完整范围", "complete")), LABEL_WIDTH) + complete(report.completeness()));
    }
    String label = pick(say("字段", "fields"));
    for (ImportReport.Mapping field : evidence.fields()) {
      String sample =
          field.sample().isEmpty()
              ? pick(say("（空）", "(empty)"))
              : "\"" + shorten(field.sample()) + "\"";
      lines.add(
          "  "
              + pad(label, LABEL_WIDTH)
              + pad(field.role() + " = " + field.field(), 2 * LABEL_WIDTH)
              + " "
              + pad(sample, 2 * LABEL_WIDTH)
              + " "
              + pick(field.evidence()));
      label = "";
    }
    if (!evidence.keptAsText().isEmpty()) {
      lines.add(
          "  " + pad(pick(say("其他字段", "as text")), LABEL_WIDTH) + some(evidence.keptAsText()));
    }
    if (!evidence.dropped().isEmpty()) {
      lines.add("  " + pad(pick(say("未存储", "not stored")), LABEL_WIDTH) + some(evidence.dropped()));
    }
  }

  private void told(LocalizedText label, ImportReport.Told told) {
    lines.add("  " + pad(pick(label), LABEL_WIDTH) + told.value() + ": " + pick(told.evidence()));
  }

  private String complete(Completeness completeness) {
    if (!completeness.asserted()) {
      return pick(say("全市（推定，未说明）", "the whole city (assumed: nobody said so)"));
    }
    return completeness.area().isEmpty() ? pick(say("全市", "the whole city")) : completeness.text();
  }

  private void groups(LocalizedText heading, List<IssueGroup> groups) {
    if (groups.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(pick(heading));
    for (IssueGroup group : groups) {
      String times = group.examples().isEmpty() ? "" : " x" + group.count();
      lines.add("  " + group.code() + times + ": " + pick(group.message()));
      group.examples().forEach(example -> lines.add("    " + shorten(example, 4 * SAMPLE_LENGTH)));
      if (group.count() > group.examples().size() && !group.examples().isEmpty()) {
        lines.add("    ...");
      }
    }
  }

  private void unknownKinds(Map<String, Integer> words) {
    if (words.isEmpty()) {
      return;
    }
    lines.add(
        "  "
            + pick(say("不认识的类别: ", "words that name no kind: "))
            + words.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(FIELDS_LISTED)
                .map(word -> "'" + word.getKey() + "' x" + word.getValue())
                .collect(Collectors.joining(", ")));
  }

  private String some(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(FIELDS_LISTED, names.size())));
    int more = names.size() - FIELDS_LISTED;
    return more <= 0
        ? first
        : first + (chinese ? " 等 " + names.size() + " 个" : " and " + more + " more");
  }

  private String pick(LocalizedText text) {
    return chinese ? text.zh() : text.en();
  }

  private static LocalizedText say(String zh, String en) {
    return new LocalizedText(zh, en);
  }

  private static String shorten(String text) {
    return shorten(text, SAMPLE_LENGTH);
  }

  private static String shorten(String text, int length) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= length ? line : line.substring(0, length) + "...";
  }

  /** To columns of a terminal, in which a Chinese character is two wide. */
  private static String pad(String text, int width) {
    int wide = text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    return text + " ".repeat(Math.max(1, width - wide));
  }
}
