package org.gapmap.imports.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gapmap.domain.LocalizedText;
import org.gapmap.imports.ReportText;

/** The preview for a person, in Chinese or English. */
public final class PreviewText {
  private static final int EXAMPLES = 3;
  private static final int LISTED = 20;

  private final boolean chinese;
  private final List<String> lines = new ArrayList<>();

  private PreviewText(boolean chinese) {
    this.chinese = chinese;
  }

  /** Lines without an end of line. */
  public static List<String> of(Preview preview, boolean chinese) {
    PreviewText text = new PreviewText(chinese);
    text.head(preview);
    preview.report().ifPresent(report -> text.lines.addAll(ReportText.of(report, chinese)));
    text.encodings(preview.reading());
    text.systems(preview.reading());
    text.suggestions(preview.suggestedKinds());
    text.geometry(preview.examination().geometry());
    text.completeness(preview.examination().completeness());
    text.duplicates(preview.examination().duplicates());
    return List.copyOf(text.lines);
  }

  private void head(Preview preview) {
    lines.add(say("预览：没有存储任何内容。", "A preview: nothing was stored."));
    preview
        .problem()
        .ifPresent(
            problem ->
                lines.add(
                    say("不能按此导入：", "It cannot be imported as asked for: ") + problem.getMessage()));
    if (preview.file().unchanged()) {
      lines.add(
          say(
              "图层的当前版本就是由这个文件按同样方式导入的。",
              "The layer's current version was made of this very file, read the same way."));
    }
    preview
        .remembered()
        .ifPresent(
            last ->
                lines.add(
                    String.format(
                        say(
                            "字段相同的文件曾于 %s 导入；用 --remembered 沿用当时的设置：%s",
                            "A file of the same fields was imported at %s; take the same again with"
                                + " --remembered: %s"),
                        last.at(),
                        last.spec())));
  }

  private void encodings(Preview.Reading reading) {
    if (reading.encodings().size() < 2) {
      return;
    }
    lines.add("");
    lines.add(say("编码（用 --encoding 指定）", "Encodings (choose with --encoding)"));
    for (EncodingCandidate candidate : reading.encodings()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-10s %.2f  %s",
              candidate.value(),
              candidate.score(),
              String.join(" | ", candidate.samples().stream().limit(EXAMPLES).toList())));
    }
  }

  private void systems(Preview.Reading reading) {
    if (reading.systems().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(say("坐标系（用 --crs 指定）", "Coordinate systems (choose with --crs)"));
    for (CrsCandidate candidate : reading.systems()) {
      lines.add(
          "  "
              + candidate.crs()
              + " ["
              + candidate.likelihood().id()
              + "] "
              + pick(candidate.evidence()));
    }
  }

  private void suggestions(Map<String, String> kinds) {
    if (kinds.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(
        say(
            "不认识的类别可能是（用 --kind-word 词=类别 指定一次，本市以后的文件都认识）",
            "Unknown kinds may be (say once with --kind-word WORD=KIND; later files of the city know"
                + " it)"));
    kinds.forEach((word, kind) -> lines.add("  " + word + " = " + kind + " ?"));
  }

  private void geometry(List<Preview.GeometryFinding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(say("图形与位置", "Shapes and places"));
    for (Preview.GeometryFinding finding : findings) {
      lines.add(
          "  "
              + finding.count()
              + " x "
              + finding.code()
              + sqm(finding.sqm())
              + ": "
              + pick(finding.message()));
      finding.examples().stream().limit(EXAMPLES).forEach(example -> lines.add(line(example)));
    }
  }

  private String line(Preview.GeometryExample example) {
    String rows =
        say("第 ", "row ")
            + example.row()
            + (example.other().isPresent() ? ", " + example.other().getAsInt() : "")
            + say(" 行", "");
    return String.format(
        Locale.ROOT,
        "      %s %s%s (%.6f, %.6f)",
        rows,
        example.name(),
        sqm(example.sqm()),
        example.lon(),
        example.lat());
  }

  private void completeness(Optional<Preview.CompletenessQuestion> asked) {
    asked.ifPresent(
        question -> {
          lines.add("");
          lines.add(pick(question.question()) + say("（用 --complete-for 说明）", " (--complete-for)"));
          question.areas().stream()
              .limit(LISTED)
              .forEach(area -> lines.add("  " + area.name() + "  " + area.rows()));
        });
  }

  private void duplicates(List<Preview.LikePlace> places) {
    if (places.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(
        String.format(
            say(
                "%d 行可能与其他名单中的设施是同一处（不会自动合并）",
                "%d rows may be places that another list has already (nothing is merged unasked)"),
            places.size()));
    for (Preview.LikePlace place : places.subList(0, Math.min(LISTED, places.size()))) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %d %s ~ %s (%s, %s), %.0f m, %.2f",
              place.row(),
              place.name(),
              place.other().name(),
              place.other().source(),
              place.other().id(),
              place.metres(),
              place.likeness()));
    }
  }

  private static String sqm(OptionalDouble sqm) {
    return sqm.isPresent() ? String.format(Locale.ROOT, ", %.1f m2", sqm.getAsDouble()) : "";
  }

  private String pick(LocalizedText text) {
    return chinese ? text.zh() : text.en();
  }

  private String say(String zh, String en) {
    return chinese ? zh : en;
  }
}
