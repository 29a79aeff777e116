package org.gapmap.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.gapmap.domain.UserError;
import org.gapmap.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page and its API over HTTP. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:%s; frame-ancestors 'self'; base-uri 'none';"
          + " form-action 'self'";

  private final ServerSettings settings;
  private final List<Endpoint> endpoints;
  private final String policy;
  private final Javalin javalin;

  public WebServer(ServerSettings settings, Api api) {
    this.settings = settings;
    this.endpoints = api.endpoints(settings);
    this.policy =
        POLICY.formatted(settings.raster().map(raster -> " " + raster.origin()).orElse(""));
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Starts to listen. Returns at once.
   *
   * @throws UserError where the port is taken or this account may not have it
   */
  public void start() {
    try {
      javalin.start(settings.bind(), settings.port());
    } catch (JavalinBindException refused) {
      throw new UserError(
          "port " + settings.port() + " is taken or not allowed",
          settings.bind() + ":" + settings.port(),
          "stop the program that has it, or choose another with --port (0 = any free one)",
          refused);
    }
  }

  /** The port that it listens on, once started. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.router.contextPath = settings.basePath();
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    config.jetty.threadPool = new QueuedThreadPool(32, 4);
    config.jsonMapper(new JavalinJackson(Json.mapper(), false));
    config.staticFiles.enableWebjars();
    config.staticFiles.add(
        files -> {
          files.directory = "/web";
          files.location = Location.CLASSPATH;
          files.headers = Map.of("Cache-Control", "no-cache");
        });
    PageFiles page = new PageFiles();
    addFile(config, "/", page::page);
    addFile(config, "/index.html", page::page);
    addFile(config, "/assets/{stamp}/<path>", page::asset);
    WriteGuard guard = new WriteGuard(settings, endpoints);
    config.routes.before(this::addHeaders);
    config.routes.before(guard::check);
    for (Endpoint endpoint : endpoints) {
      config.routes.addHttpHandler(endpoint.method(), endpoint.path(), endpoint.handler());
      if (endpoint.method().equals(HandlerType.GET)) {
        // Javalin's own HEAD says 200 without asking the handler.
        config.routes.addHttpHandler(HandlerType.HEAD, endpoint.path(), endpoint.handler());
      }
    }
    config.routes.exception(UserError.class, (error, context) -> answer(error, context));
    config.routes.exception(
        HttpResponseException.class,
        (refused, context) ->
            Problem.of(refused.getStatus(), String.valueOf(refused.getMessage()), "")
                .answer(context));
    config.routes.exception(StoreException.class, WebServer::answerStoreFailure);
    config.routes.exception(Exception.class, WebServer::answerBug);
  }

  private static void addFile(JavalinConfig config, String path, Handler handler) {
    config.routes.addHttpHandler(HandlerType.GET, path, handler);
    config.routes.addHttpHandler(HandlerType.HEAD, path, handler);
  }

  private void addHeaders(Context context) {
    context.header("Content-Security-Policy", policy);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "same-origin");
  }

  private static void answer(UserError error, Context context) {
    int status = 400;
    String where = error.where().isEmpty() ? "" : error.where() + ": ";
    Problem.of(status, error.what(), where + error.remedy()).answer(context);
  }

  private static void answerStoreFailure(StoreException failed, Context context) {
    if (!failed.isUnreachable()) {
      answerBug(failed, context);
      return;
    }
    LOG.info("No database for {} {}", context.method(), context.path(), failed);
    Problem.of(
            503,
            "the database does not answer",
            "GapMap goes on as soon as it does; its log and the database's say more")
        .answer(context);
  }

  private static void answerBug(Exception bug, Context context) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Bug {} at {} {}", id, context.method(), context.path(), bug);
    Problem.bug(id).answer(context);
  }
}
