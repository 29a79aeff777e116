package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {
  private final AddressText text = new AddressText(List.of("上海市", "杨浦区", "殷行街道"));

  @ParameterizedTest
  @CsvSource({
    "上海市杨浦区闸殷路１号, 闸殷路1号",
    "杨浦区 闸殷路 1 号, 闸殷路1号",
    "闸殷路1號（近国和路）, 闸殷路1号",
    "浙江省杭州市上城区解放路88弄3号, 解放路88弄3号",
    "杨浦区殷行街道闸殷路1号, 闸殷路1号",
    "同济小区5号, 同济小区5号",
    "市光路1号, 市光路1号"
  })
  void whatStandsBeforeTheStreetIsLeftOut(String address, String local) {
    assertThat(text.local(address)).isEqualTo(local);
  }

  @Test
  void roomsAndHousesOfALaneAreLookedForAtTheirHouseAndTheirLane() {
    assertThat(text.spellings("杨浦区解放路88弄3号201室"))
        .containsExactly("解放路88弄3号201室", "解放路88弄3号", "解放路88弄");
  }

  @ParameterizedTest
  @ValueSource(strings = {"地址", "详细地址", "门牌号", "坐落", "Address", "地址（必填）", "XXDZ"})
  void knowsColumnsOfAddresses(String field) {
    assertThat(AddressText.isField(field)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"名称", "电话", "建筑面积"})
  void knowsOtherColumns(String field) {
    assertThat(AddressText.isField(field)).isFalse();
  }
}
