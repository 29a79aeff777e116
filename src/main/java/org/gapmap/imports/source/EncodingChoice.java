package org.gapmap.imports.source;

import java.nio.charset.Charset;
import org.gapmap.domain.LocalizedText;

/**
 * Which characters the bytes of a file were read as, and why.
 *
 * @param sentence the evidence for a person
 */
public record EncodingChoice(Charset charset, From from, LocalizedText sentence) {
  /** What decided, strongest first. */
  public enum From {
    OVERRIDE,
    /** The format knows one encoding only. */
    FORMAT,
    BYTE_ORDER_MARK,
    CPG_FILE,
    LANGUAGE_BYTE,
    /**
     * The decoded texts are Chinese in one charset, and plainly not in the declared or usual one.
     */
    DECODED_TEXT,
    ASCII_ONLY,
    VALID_UTF8,
    GB18030_FALLBACK
  }
}
