package org.gapmap.domain;

/**
 * The planned areas of GB 50180-2018, clauses 2.0.2 to 2.0.5. They govern how much such an area
 * must hold, sizes and totals; a service radius applies to every community whatever its level.
 */
public enum Level {
  MIN15,
  MIN10,
  MIN5,
  BLOCK
}
