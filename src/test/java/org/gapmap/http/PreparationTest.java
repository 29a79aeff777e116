package org.gapmap.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PreparationTest {
  @Test
  void citiesArePreparedOneAfterTheOtherThoughOneFails() throws InterruptedException {
    List<String> prepared = new CopyOnWriteArrayList<>();
    CountDownLatch both = new CountDownLatch(2);
    try (Preparation preparation =
        new Preparation(
            city -> {
              prepared.add(city);
              both.countDown();
              if (city.equals("gone")) {
                throw new IllegalStateException("no such city");
              }
            })) {
      preparation.now("gone");
      preparation.now("town");
      assertThat(both.await(10, SECONDS)).isTrue();
    }
    assertThat(prepared).containsExactly("gone", "town");
  }

  @Test
  void manyCommitsToACityAreOnePreparation() throws InterruptedException {
    List<String> prepared = new CopyOnWriteArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    try (Preparation preparation =
        new Preparation(
            city -> {
              prepared.add(city);
              done.countDown();
            })) {
      for (int i = 0; i < 20; i++) {
        preparation.afterCommit("town");
      }
      assertThat(done.await(20, SECONDS)).isTrue();
    }
    assertThat(prepared).containsExactly("town");
  }
}
