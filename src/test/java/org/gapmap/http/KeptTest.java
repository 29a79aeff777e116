package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {
  private final Kept<String, byte[]> kept = new Kept<>(1000, bytes -> bytes.length);
  private final AtomicInteger made = new AtomicInteger();

  private byte[] make(int size) {
    made.incrementAndGet();
    return new byte[size];
  }

  @Test
  void whatWasAskedForTheLongestAgoGoesFirst() {
    kept.get("a", key -> make(400));
    kept.get("b", key -> make(400));
    kept.get("a", key -> make(400));
    kept.get("c", key -> make(400));

    assertThat(kept.bytes()).isEqualTo(800);
    assertThat(made).hasValue(3);
    kept.get("a", key -> make(400));
    assertThat(made).hasValue(3);
    kept.get("b", key -> make(400));
    assertThat(made).hasValue(4);
  }

  @Test
  void itNeverHoldsMoreThanItMay() {
    for (int i = 0; i < 500; i++) {
      kept.get("k" + i, key -> make(1 + made.get() * 37 % 990));
      assertThat(kept.bytes()).isLessThanOrEqualTo(1000);
    }
    assertThat(kept.get("huge", key -> make(5000))).hasSize(5000);
    assertThat(kept.bytes()).isBetween(1L, 1000L);
  }

  @Test
  void ofManyThatAskAtOnceOneMakesIt() throws Exception {
    int askers = 32;
    CountDownLatch ready = new CountDownLatch(askers);
    ExecutorService threads = Executors.newFixedThreadPool(askers);
    try {
      List<Future<byte[]>> answers = new ArrayList<>();
      for (int i = 0; i < askers; i++) {
        answers.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return kept.get(
                      "same",
                      key -> {
                        sleep();
                        return make(10);
                      });
                }));
      }
      byte[] first = answers.get(0).get();
      for (Future<byte[]> answer : answers) {
        assertThat(answer.get()).isSameAs(first);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(made).hasValue(1);
  }

  @Test
  void aFailureIsToldAndNotKept() {
    assertThatThrownBy(
            () ->
                kept.get(
                    "x",
                    key -> {
                      throw new IllegalStateException("no database");
                    }))
        .hasMessage("no database");

    assertThat(kept.get("x", key -> make(3))).hasSize(3);
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
