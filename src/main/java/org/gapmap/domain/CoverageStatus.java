package org.gapmap.domain;

/** A community's verdict for a kind: 达标, 部分达标, 未达标, 数据不足. */
public enum CoverageStatus {
  MET,
  PARTIAL,
  GAP,
  UNKNOWN
}
