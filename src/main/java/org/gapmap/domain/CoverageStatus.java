package org.gapmap.domain;

/** A community's verdict for a kind: 达标, 部分达标, 未达标, 数据不足. */
public enum CoverageStatus {
  MET('m'),
  PARTIAL('p'),
  GAP('g'),
  UNKNOWN('u');

  private final char letter;

  CoverageStatus(char letter) {
    this.letter = letter;
  }

  /** Stands for it where there is one for each of many communities: m, p, g, u. */
  public char letter() {
    return letter;
  }
}
