package org.gapmap.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses and names brought to one spelling, so that two offices' can be compared. */
final class AddressText {
  /** Not 小区, 社区 or 园区, which end a name. */
  private static final Pattern ABOVE_DISTRICT =
      Pattern.compile("^(?:\\p{IsHan}{2,7}?(?:省|自治区))?(?:\\p{IsHan}{2,5}?市)?");

  private static final Pattern DISTRICT = Pattern.compile("^\\p{IsHan}{1,4}?(?<![小社园校厂院片])[区县]");
  private static final Pattern TO_NUMBER = Pattern.compile("^(.*?[0-9]+(?:-[0-9]+)?号)");
  private static final Pattern TO_LANE = Pattern.compile("^(.*?[0-9]+弄)");
  private static final Pattern FIELD =
      Pattern.compile("(?i).*(地址|住址|详址|坐落|座落|门牌号?|位置)|addr(ess)?|x?x?dz");

  private final List<String> prefixes;

  /**
   * @param areas names of the city and of its areas, which an address may begin with
   */
  AddressText(List<String> areas) {
    List<String> all = new ArrayList<>();
    for (String area : areas) {
      String plain = plain(area);
      if (plain.length() >= 2) {
        all.add(plain);
      }
    }
    all.sort(Comparator.comparingInt(String::length).reversed());
    this.prefixes = List.copyOf(all);
  }

  /** Whether a field of this name holds addresses. */
  static boolean isField(String name) {
    return FIELD.matcher(plain(name.replaceAll("[(（].*?[)）]", ""))).matches();
  }

  /** Narrow, lower case, without blanks, brackets and stops. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\([^)]*\\)", "")
        .replaceAll("[\\s,，。.、;；:：·'\"“”()\\[\\]【】]", "")
        .replace("號", "号")
        .replaceAll("([0-9])#", "$1号");
  }

  /** Without province, city, district and sub-district before the street. */
  String local(String text) {
    String rest = ABOVE_DISTRICT.matcher(plain(text)).replaceFirst("");
    rest = withoutAreas(rest);
    Matcher district = DISTRICT.matcher(rest);
    if (district.find() && district.end() < rest.length()) {
      rest = withoutAreas(rest.substring(district.end()));
    }
    return rest.replaceFirst("^\\p{IsHan}{2,5}?(?:街道|镇)(?=.{3})", "");
  }

  private String withoutAreas(String text) {
    String rest = text;
    for (int i = 0; i < prefixes.size(); i++) {
      String prefix = prefixes.get(i);
      if (rest.startsWith(prefix) && rest.length() > prefix.length() + 1) {
        rest = rest.substring(prefix.length());
        i = -1;
      }
    }
    return rest;
  }

  /** The address, then with nothing after its house number, then after its lane. */
  List<String> spellings(String text) {
    String local = local(text);
    List<String> all = new ArrayList<>();
    all.add(local);
    for (Pattern pattern : List.of(TO_NUMBER, TO_LANE)) {
      Matcher shorter = pattern.matcher(local);
      if (shorter.find() && !all.contains(shorter.group(1))) {
        all.add(shorter.group(1));
      }
    }
    return all;
  }
}
