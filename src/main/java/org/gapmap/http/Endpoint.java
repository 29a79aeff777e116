package org.gapmap.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One request that the server answers.
 *
 * @param path Javalin's pattern, below the base path
 * @param summary what it answers, for readers of the list
 * @param stores whether anything is different afterwards: not so of a question too long for an
 *     address
 */
record Endpoint(HandlerType method, String path, String summary, boolean stores, Handler handler) {
  static Endpoint get(String path, String summary, Handler handler) {
    return new Endpoint(HandlerType.GET, path, summary, false, handler);
  }

  static Endpoint put(String path, String summary, Handler handler) {
    return new Endpoint(HandlerType.PUT, path, summary, true, handler);
  }

  static Endpoint delete(String path, String summary, Handler handler) {
    return new Endpoint(HandlerType.DELETE, path, summary, true, handler);
  }

  static Endpoint post(String path, String summary, Handler handler) {
    return new Endpoint(HandlerType.POST, path, summary, true, handler);
  }

  /** A question whose words are its body. */
  static Endpoint ask(String path, String summary, Handler handler) {
    return new Endpoint(HandlerType.POST, path, summary, false, handler);
  }
}
