package org.gapmap.imports.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How likely two names of facilities that stand close together are names of the same one, 0 to 1.
 *
 * <p>What all names of a list share (社区, 街道, 长者, 食堂 ...) says nothing; what is left is compared by
 * pairs of neighbouring characters. A name that holds all of the other's rest is the longer form of
 * it, and so is one that says more in brackets. Numbers that differ (一期, 2号) speak against it, and
 * a name without any rest for nothing.
 */
final class NameLikeness {
  private static final double LONGER_FORM = 0.85;
  private static final double OTHER_NUMBER = 0.4;
  private static final double NOTHING_LEFT = 0.5;
  private static final int LEAST_REST = 2;

  private static final Pattern BRACKETS = Pattern.compile("[(（\\[【〔][^)）\\]】〕]*[)）\\]】〕]");
  private static final Pattern PLACE =
      Pattern.compile("^\\p{IsHan}{2,3}市(?!场)|^\\p{IsHan}{2,3}?(?:新区|(?<![社小园校厂景片])区|县)(?!域)");
  private static final Pattern USUAL =
      Pattern.compile(
          "街道办事处|街道|居民委员会|居委会|居委|社区|小区|睦邻|邻里|党群|综合|长者|老年人?|老人|为老|养老|敬老|居家|日间|"
              + "照料|照护|托养|助餐服务|助餐|就餐|送餐|用餐|食堂|餐厅|饭堂|餐饮|便民|惠民|服务|中心|站点|场所|"
              + "幸福|公共|有限公司|公司|分部|分店|门店|[点站室店处]$");
  private static final Pattern NUMBER =
      Pattern.compile("\\d+|第[一二三四五六七八九十]+|[一二三四五六七八九十]+(?=[期号弄村分店站])|[一二三四五六七八九十]+$");

  private NameLikeness() {}

  static double of(String a, String b) {
    double whole = ofPlain(Likeness.folded(a), Likeness.folded(b));
    if (BRACKETS.matcher(a).find() && BRACKETS.matcher(b).find()) {
      return whole;
    }
    String shortA = Likeness.folded(withoutBrackets(a));
    String shortB = Likeness.folded(withoutBrackets(b));
    return Math.max(whole, ofPlain(shortA, shortB));
  }

  private static double ofPlain(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    if (a.equals(b)) {
      return 1;
    }
    String restA = rest(a);
    String restB = rest(b);
    double likeness;
    if (restA.length() < LEAST_REST || restB.length() < LEAST_REST) {
      likeness = Math.min(NOTHING_LEFT, Likeness.dice(a, b));
    } else {
      likeness = Likeness.dice(restA, restB);
      if (restA.contains(restB) || restB.contains(restA)) {
        likeness = Math.max(likeness, LONGER_FORM);
      }
    }
    return numbers(a).equals(numbers(b)) ? likeness : Math.min(likeness, OTHER_NUMBER);
  }

  private static String rest(String name) {
    return USUAL.matcher(PLACE.matcher(name).replaceFirst("")).replaceAll("");
  }

  private static String withoutBrackets(String name) {
    return BRACKETS.matcher(name).replaceAll("");
  }

  private static List<String> numbers(String name) {
    List<String> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(name);
    while (matcher.find()) {
      numbers.add(matcher.group());
    }
    return numbers;
  }
}
