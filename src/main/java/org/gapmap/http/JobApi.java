package org.gapmap.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.sse.SseHandler;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gapmap.domain.UserError;
import org.gapmap.export.ExportFormat;
import org.gapmap.jobs.Job;
import org.gapmap.jobs.Jobs;
import org.gapmap.store.JobRecord;

/** Long work: how far it is, stopping it, what it made. */
final class JobApi {
  private static final int LISTED = 100;

  private final Jobs jobs;
  private final JobEvents events;

  JobApi(Jobs jobs) {
    this.jobs = jobs;
    this.events = new JobEvents(jobs);
  }

  /** Answers a request that has begun a job: 202 and the job. */
  static void accepted(Context context, Job job) {
    context.status(202).json(JobView.withoutResult(job.record()));
  }

  void list(Context context) {
    ObjectNode answer = Json.mapper().createObjectNode();
    ArrayNode list = answer.putArray("jobs");
    jobs.list(LISTED).forEach(job -> list.add(JobView.withoutResult(job)));
    context.json(answer);
  }

  void one(Context context) {
    context.json(JobView.withResult(job(context)));
  }

  void cancel(Context context) {
    JobRecord job = job(context);
    jobs.cancel(job.id());
    context.status(202).json(JobView.withoutResult(job(context)));
  }

  void events(Context context) {
    JobRecord job = job(context);
    String wanted = context.header("Accept");
    if (wanted == null || !wanted.contains("text/event-stream")) {
      throw new UserError(
          "this answers with events only", "Accept", "ask with 'Accept: text/event-stream'");
    }
    new SseHandler(client -> events.follow(client, job.id())).handle(context);
  }

  void file(Context context) throws IOException {
    JobRecord job = job(context);
    Path file =
        job.yield()
            .file()
            .map(Path::of)
            .filter(Files::isRegularFile)
            .orElseThrow(
                () -> new NotFoundResponse("job " + job.id() + " has no file, or no more"));
    String name = String.valueOf(file.getFileName());
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    // Packed on its way it would be shorter than its length says, and break off in every browser.
    context.disableCompression();
    context
        .contentType(ExportFormat.contentTypeOf(name))
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + encoded)
        .header("Content-Length", String.valueOf(Files.size(file)));
    Files.copy(file, context.outputStream());
  }

  /** For programs that know no other names than ASCII. */
  private static String ascii(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private JobRecord job(Context context) {
    long id = Parameters.longWhole("job", context.pathParam("job"));
    return jobs.find(id).orElseThrow(() -> new NotFoundResponse("there is no job " + id));
  }
}
