package org.gapmap.imports.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gapmap.domain.UserError;

/**
 * What the reader of workbooks leaves out: which cells of a sheet are merged. Found by looking for
 * the words, not by parsing, and with it whatever would make that reader run out of memory.
 */
final class XlsxSheets {
  private static final int CHUNK = 1 << 16;
  private static final int LONGEST_TAG = 256;
  private static final int MOST_MERGED = 200_000;
  private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\b[^>]*>");
  private static final Pattern TELLING =
      Pattern.compile(
          "mergeCell\\s[^>]*?ref=\"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})\"|\\br=\"([A-Z]{4,})");

  private XlsxSheets() {}

  /** Rows from 1, columns from 0, both ends included. */
  record Merged(int top, int left, int bottom, int right) {}

  /**
   * @param relation the sheet's relation in the workbook
   * @return by their first row
   */
  static List<Merged> merged(Archive archive, String relation, ReadLimits limits, String name) {
    String path = path(archive, relation);
    if (path.isEmpty()) {
      return List.of();
    }
    List<Merged> all = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(archive.stream(path))) {
      String carried = "";
      byte[] chunk = new byte[CHUNK];
      for (int n = in.readNBytes(chunk, 0, CHUNK); n > 0; n = in.readNBytes(chunk, 0, CHUNK)) {
        String text = carried + new String(chunk, 0, n, StandardCharsets.ISO_8859_1);
        Matcher found = TELLING.matcher(text);
        int end = 0;
        while (found.find()) {
          end = found.end();
          if (found.group(5) != null) {
            throw limits.exceeded(ReadLimits.Setting.FIELDS, name);
          }
          all.add(
              new Merged(
                  Integer.parseInt(found.group(2)),
                  column(found.group(1)),
                  Integer.parseInt(found.group(4)),
                  column(found.group(3))));
          if (all.size() > MOST_MERGED) {
            throw new UserError(
                "the sheet has more than " + MOST_MERGED + " merged ranges",
                name,
                "take the merging off, or save it as CSV");
          }
        }
        carried = text.substring(Math.max(end, text.length() - LONGEST_TAG));
      }
    } catch (IOException e) {
      throw new UserError(
          "the sheet can't be read (" + e.getMessage() + ")", name, "save it again as .xlsx", e);
    }
    all.sort(Comparator.comparingInt(Merged::top));
    return all;
  }

  private static String path(Archive archive, String relation) {
    String rels = "xl/_rels/workbook.xml.rels";
    if (!archive.has(rels)) {
      return "";
    }
    String text = new String(archive.start(rels, 1 << 20), StandardCharsets.UTF_8);
    Matcher each = RELATION.matcher(text);
    while (each.find()) {
      if (attribute(each.group(), "Id").equals(relation)) {
        String target = attribute(each.group(), "Target");
        String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        return archive.has(path) ? path : "";
      }
    }
    return "";
  }

  private static String attribute(String tag, String name) {
    Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return value.find() ? value.group(1) : "";
  }

  /** A is 0. */
  private static int column(String letters) {
    int column = 0;
    for (char c : letters.toUpperCase(Locale.ROOT).toCharArray()) {
      column = 26 * column + (c - 'A' + 1);
    }
    return column - 1;
  }
}
