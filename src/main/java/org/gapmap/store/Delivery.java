package org.gapmap.store;

/**
 * What is kept of an import besides its rows and its report.
 *
 * @param sha256 of the file, or of all its parts, in hexadecimal digits; may be empty
 * @param bytes of the file and all its parts
 * @param by who imported it; may be empty
 * @param specJson what the user said of the file, as a JSON object
 * @param refused rows that were not stored
 */
public record Delivery(String sha256, long bytes, String by, String specJson, int refused) {
  /** Of a file that nobody knows more of. */
  public static final Delivery UNKNOWN = new Delivery("", 0, "", "{}", 0);
}
