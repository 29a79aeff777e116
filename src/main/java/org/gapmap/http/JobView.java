package org.gapmap.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.gapmap.domain.LocalizedText;
import org.gapmap.store.JobRecord;
import org.jspecify.annotations.Nullable;

/** A job as the API tells of it. */
final class JobView {
  private static final ObjectMapper JSON = Json.mapper();

  private JobView() {}

  static ObjectNode withResult(JobRecord job) {
    ObjectNode view = withoutResult(job);
    job.yield()
        .result()
        .ifPresent(
            result -> {
              try {
                view.set("result", JSON.readTree(result));
              } catch (JsonProcessingException e) {
                throw new IllegalStateException("job " + job.id() + " has a result of no JSON", e);
              }
            });
    return view;
  }

  static ObjectNode withoutResult(JobRecord job) {
    JobRecord.Reached reached = job.reached();
    ObjectNode view = JSON.createObjectNode();
    view.put("id", job.id()).put("what", job.what());
    view.set("title", text(job.title()));
    view.put("state", job.state().id());
    view.putNull("stage");
    reached.stage().ifPresent(stage -> view.set("stage", text(stage)));
    view.put("done", reached.done());
    view.putNull("total").putNull("rate").putNull("secondsLeft");
    reached.total().ifPresent(total -> view.put("total", total));
    if (!job.state().ended()) {
      reached.rate().ifPresent(rate -> view.put("rate", Figures.amount(rate)));
      reached.secondsLeft().ifPresent(left -> view.put("secondsLeft", Math.ceil(left)));
    }
    view.put("createdAt", job.times().created().toString());
    view.put("startedAt", time(job.times().started()));
    view.put("finishedAt", time(job.times().finished()));
    view.putNull("problem");
    job.problem()
        .ifPresent(
            problem ->
                view.putObject("problem")
                    .put("title", problem.what())
                    .put("what", problem.what())
                    .put("where", problem.where())
                    .put("remedy", problem.remedy()));
    view.putNull("result").putNull("file");
    job.yield().file().ifPresent(file -> view.put("file", "api/jobs/" + job.id() + "/file"));
    return view;
  }

  private static ObjectNode text(LocalizedText text) {
    return JSON.createObjectNode().put("zh", text.zh()).put("en", text.en());
  }

  private static @Nullable String time(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(null);
  }
}
