package org.gapmap.domain;

/**
 * The user can put this right: a file, a field, an option, a request. Everything else that is
 * thrown is a bug. Becomes a problem+json with a 4xx status, or exit code 2.
 */
public final class UserError extends RuntimeException {
  private final String what;
  private final String where;
  private final String remedy;

  /**
   * @param what what is wrong, one sentence without a full stop
   * @param where the file, row, field or option that it is about; empty where it is about none
   * @param remedy what to do about it, one sentence without a full stop
   */
  public UserError(String what, String where, String remedy) {
    super(line(what, where, remedy));
    this.what = what;
    this.where = where;
    this.remedy = remedy;
  }

  public UserError(String what, String where, String remedy, Throwable cause) {
    super(line(what, where, remedy), cause);
    this.what = what;
    this.where = where;
    this.remedy = remedy;
  }

  public String what() {
    return what;
  }

  public String where() {
    return where;
  }

  public String remedy() {
    return remedy;
  }

  private static String line(String what, String where, String remedy) {
    return (where.isEmpty() ? "" : where + ": ") + what + (remedy.isEmpty() ? "" : "; " + remedy);
  }
}
