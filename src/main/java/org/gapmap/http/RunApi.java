package org.gapmap.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gapmap.assess.CheckUp;
import org.gapmap.assess.Cities;
import org.gapmap.assess.City;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.export.RunCsv;
import org.gapmap.jobs.JobOutcome;
import org.gapmap.jobs.JobRequest;
import org.gapmap.jobs.Jobs;
import org.gapmap.jobs.Progress;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.store.RunStore;

/** Assessments kept as runs. */
final class RunApi {
  private static final String CSV = ".csv";
  private static final String EXPECTED = "send {\"city\": .., \"standard\": .., \"mode\": ..}";

  private final Cities cities;
  private final StandardsLibrary standards;
  private final CheckUp checkUp;
  private final Jobs jobs;

  RunApi(Cities cities, StandardsLibrary standards, CheckUp checkUp, Jobs jobs) {
    this.jobs = jobs;
    this.cities = cities;
    this.standards = standards;
    this.checkUp = checkUp;
  }

  record Stored(long run, String city, String standard, int dataVersion) {}

  void add(Context context) {
    JsonNode body = body(context);
    ServiceStandard named =
        text(body, "standard").map(standards::get).orElseGet(() -> standards.all().get(0));
    ServiceStandard standard =
        CoverageQuery.measured(named, text(body, "mode").map(CoverageQuery::mode));
    City city = cities.getOrOnly(text(body, "city"));
    if (Parameters.find(context, "job").filter("true"::equals).isPresent()) {
      JobApi.accepted(
          context, jobs.submit(request(city), progress -> work(city, standard, progress)));
      return;
    }
    CheckUp.Run run = checkUp.run(city, standard);
    context.status(201).json(new Stored(run.id(), city.key(), standard.id(), city.dataVersion()));
  }

  private static JobRequest request(City city) {
    return new JobRequest(
        "assessment",
        new LocalizedText("评估 " + city.name(), "Assessment of " + city.name()),
        Optional.empty());
  }

  private JobOutcome work(City city, ServiceStandard standard, Progress progress) {
    CheckUp.Run run = checkUp.run(city, standard, progress);
    return JobOutcome.of(RunStore.resultJson(run.id(), city.key(), city.dataVersion(), standard));
  }

  private static JsonNode body(Context context) {
    JsonNode body;
    try {
      body = Json.mapper().readTree(context.body());
    } catch (JsonProcessingException e) {
      throw new UserError("the request's body is not JSON", "body", EXPECTED, e);
    }
    if (!body.isObject()) {
      throw new UserError("the request's body is no JSON object", "body", EXPECTED);
    }
    return body;
  }

  private static Optional<String> text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new UserError(field + " " + value + " is no text", field, EXPECTED);
    }
    return Optional.of(value.textValue());
  }

  void csv(Context context) throws IOException {
    String file = context.pathParam("run");
    if (!file.endsWith(CSV)) {
      throw new NotFoundResponse("a run's name ends in .csv");
    }
    long id = Parameters.longWhole("run", file.substring(0, file.length() - CSV.length()));
    if (checkUp.runs().find(id).isEmpty()) {
      throw new NotFoundResponse("there is no run " + id);
    }
    context
        .contentType("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"gapmap-run-" + id + ".csv\"");
    Writer out = new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8);
    out.append(RunCsv.BYTE_ORDER_MARK);
    RunCsv.write(checkUp.runs(), id, out);
  }
}
