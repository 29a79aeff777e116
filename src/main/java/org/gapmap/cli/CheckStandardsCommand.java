package org.gapmap.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.ExampleCheck;
import org.gapmap.domain.CapacityNorm;
import org.gapmap.domain.Citation;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.domain.Verification;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.standards.StandardFile;
import org.gapmap.standards.StandardsLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says everything that is wrong with a planner's standards, and runs their examples. */
@Command(
    name = "check-standards",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks standards of your own: every error by file, line and key, and every worked example run.",
      "",
      "Needs no database. The form of a file: docs/standards.md.",
      ""
    },
    footer = {"", "Exit codes: 0 all sound; 2 something to put right."})
public final class CheckStandardsCommand implements Callable<Integer> {
  private static final int SOMETHING_WRONG = 2;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Standards, as YAML.")
  private List<Path> files;

  @Mixin private StandardsOption standardsOption;

  @SuppressWarnings("NullAway.Init")
  public CheckStandardsCommand() {}

  @Override
  public Integer call() {
    KindCatalogue kinds = KindCatalogue.load();
    StandardsLibrary library = StandardsLibrary.load(kinds, standardsOption.folder());
    ExampleCheck examples = new ExampleCheck(new Assessor(), kinds);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int wrong = 0;
    for (StandardFile file : library.read(files)) {
      List<UserError> faults = new ArrayList<>(file.faults());
      file.standard()
          .ifPresent(
              standard ->
                  file.examples().forEach(e -> faults.addAll(examples.failures(standard, e))));
      faults.forEach(fault -> err.println(fault.getMessage()));
      wrong += faults.size();
      if (faults.isEmpty()) {
        out.println(summary(file, file.standard().orElseThrow()));
      }
    }
    err.flush();
    out.flush();
    return wrong == 0 ? 0 : SOMETHING_WRONG;
  }

  private static String summary(StandardFile file, ServiceStandard standard) {
    List<ServiceRule> rules = standard.rules();
    return String.format(
        Locale.ROOT,
        "%s: sound. %s%s, %d rows (%d judged by distance), examples that hold: %d.%n"
            + "  unverified: %d of %d rows, %d of %d least sizes, %d of %d capacity norms%s",
        file.file(),
        standard.id(),
        standard.basedOn().map(below -> " (over " + below + ")").orElse(""),
        rules.size(),
        rules.stream().filter(rule -> rule.radiusMetres().isPresent()).count(),
        file.examples().size(),
        unverified(rules.stream().map(ServiceRule::citation)),
        rules.size(),
        unverified(sizes(rules)),
        sizes(rules).count(),
        unverified(norms(rules)),
        norms(rules).count(),
        file.examples().isEmpty() ? "\n  no examples: add some, see docs/standards.md" : "");
  }

  private static Stream<Citation> sizes(List<ServiceRule> rules) {
    return rules.stream().map(rule -> rule.requirement().sizes()).flatMap(Optional::stream);
  }

  private static Stream<Citation> norms(List<ServiceRule> rules) {
    return rules.stream()
        .map(rule -> rule.requirement().capacity())
        .flatMap(Optional::stream)
        .map(CapacityNorm::citation);
  }

  private static long unverified(Stream<Citation> citations) {
    return citations.filter(c -> c.verification() == Verification.UNVERIFIED).count();
  }
}
