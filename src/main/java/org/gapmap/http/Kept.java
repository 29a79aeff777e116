package org.gapmap.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * What was made once and is asked for again, up to so many bytes; what was asked for the longest
 * ago goes first. Of several that ask for the same at once, one makes it and the others wait. Safe
 * for threads.
 */
final class Kept<K, V> {
  private final long mostBytes;
  private final ToLongFunction<V> bytesOf;
  private final Map<K, V> made = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<K, CompletableFuture<V>> underWay = new LinkedHashMap<>();
  private long bytes;

  /**
   * @param bytesOf how much a value takes; what alone takes more than all may is not kept
   */
  Kept(long mostBytes, ToLongFunction<V> bytesOf) {
    this.mostBytes = mostBytes;
    this.bytesOf = bytesOf;
  }

  /** The value, made where it is not there; what making it throws, all who wait for it get. */
  V get(K key, Function<K, V> making) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> others;
    synchronized (this) {
      V known = made.get(key);
      if (known != null) {
        return known;
      }
      others = underWay.putIfAbsent(key, mine);
    }
    return others != null ? wait(others) : make(key, making, mine);
  }

  /** Drops what is about these. */
  synchronized void forget(Predicate<K> about) {
    List<K> gone = made.keySet().stream().filter(about).toList();
    gone.forEach(key -> bytes -= bytesOf.applyAsLong(made.remove(key)));
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized int size() {
    return made.size();
  }

  private V make(K key, Function<K, V> making, CompletableFuture<V> mine) {
    try {
      V value = making.apply(key);
      keep(key, value);
      mine.complete(value);
      return value;
    } catch (RuntimeException | Error failed) {
      mine.completeExceptionally(failed);
      throw failed;
    } finally {
      synchronized (this) {
        underWay.remove(key);
      }
    }
  }

  private synchronized void keep(K key, V value) {
    long size = bytesOf.applyAsLong(value);
    if (size > mostBytes) {
      return;
    }
    made.put(key, value);
    bytes += size;
    Iterator<V> oldest = made.values().iterator();
    while (bytes > mostBytes) {
      bytes -= bytesOf.applyAsLong(oldest.next());
      oldest.remove();
    }
  }

  private static <V> V wait(CompletableFuture<V> others) {
    try {
      return others.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
