package org.gapmap.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One request that the server answers.
 *
 * @param path Javalin's pattern, below the base path
 * @param summary what it answers, for readers of the list
 */
record Endpoint(HandlerType method, String path, String summary, Handler handler) {
  static Endpoint get(String path, String summary, Handler handler) {
    return new Endpoint(HandlerType.GET, path, summary, handler);
  }

  static Endpoint put(String path, String summary, Handler handler) {
    return new Endpoint(HandlerType.PUT, path, summary, handler);
  }

  static Endpoint delete(String path, String summary, Handler handler) {
    return new Endpoint(HandlerType.DELETE, path, summary, handler);
  }

  static Endpoint post(String path, String summary, Handler handler) {
    return new Endpoint(HandlerType.POST, path, summary, handler);
  }
}
