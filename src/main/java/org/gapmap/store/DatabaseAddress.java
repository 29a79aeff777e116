package org.gapmap.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gapmap.domain.UserError;

/** Where a database is and who asks. Its text never shows the password. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
  private static final String JDBC = "jdbc:postgresql:";
  private static final Pattern URL =
      Pattern.compile(
          "(?:postgres|postgresql)://(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?"
              + "(?<place>[^@/?]+/[^?]+)(?:\\?(?<parameters>.*))?");

  public DatabaseAddress {
    if (!jdbcUrl.startsWith(JDBC)) {
      throw new IllegalArgumentException("not a PostgreSQL JDBC URL");
    }
  }

  /** A database of a cluster on this machine. */
  static DatabaseAddress onLoopback(int port, String database, String user, String password) {
    return new DatabaseAddress(JDBC + "//127.0.0.1:" + port + "/" + database, user, password);
  }

  /**
   * {@code postgres://user:password@host:port/database} with percent escapes, or a JDBC URL that
   * carries {@code user} and {@code password} as parameters.
   */
  static DatabaseAddress parse(String url) {
    if (url.startsWith(JDBC)) {
      int mark = url.indexOf('?');
      String parameters = mark < 0 ? "" : url.substring(mark + 1);
      return of(mark < 0 ? url : url.substring(0, mark), parameters, "", "");
    }
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw new UserError(
          "it is not the address of a PostgreSQL database",
          DatabaseHost.URL_VARIABLE,
          "write postgres://user:password@host:5432/database (a password's special characters as"
              + " %40 and the like)");
    }
    return of(
        JDBC + "//" + parts.group("place"),
        text(parts.group("parameters")),
        decoded(text(parts.group("user"))),
        decoded(text(parts.group("password"))));
  }

  private static DatabaseAddress of(String place, String parameters, String user, String password) {
    String whoever = user.isEmpty() ? System.getProperty("user.name") : user;
    String secret = password;
    List<String> rest = new ArrayList<>();
    for (String parameter : parameters.split("&")) {
      if (parameter.startsWith("user=")) {
        whoever = decoded(parameter.substring("user=".length()));
      } else if (parameter.startsWith("password=")) {
        secret = decoded(parameter.substring("password=".length()));
      } else if (!parameter.isEmpty()) {
        rest.add(parameter);
      }
    }
    String tail = rest.isEmpty() ? "" : "?" + String.join("&", rest);
    return new DatabaseAddress(place + tail, whoever, secret);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new UserError(
          "user or password has a % that is no escape",
          DatabaseHost.URL_VARIABLE, "write a plain % as %25", malformed);
    }
  }

  private static String text(@org.jspecify.annotations.Nullable String group) {
    return group == null ? "" : group;
  }

  @Override
  public String toString() {
    return user + " at " + jdbcUrl;
  }
}
