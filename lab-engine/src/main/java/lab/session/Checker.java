package lab.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lab.check.Expectation;
import lab.check.Observation;
import lab.check.Verdict;
import lab.lesson.Check;
import lab.lesson.Retry;
import lab.shell.FileProblem;
import lab.shell.Time;
import org.jspecify.annotations.Nullable;

/** Finds out whether checks hold, by asking the cluster through kubectl as a learner would. */
final class Checker {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LearnerShell shell;
    private final Time time;
    private final Map<String, String> variables;

    Checker(LearnerShell shell, Time time, Map<String, String> variables) {
        this.shell = shell;
        this.time = time;
        this.variables = variables;
    }

    /** Tries until it passes, as often in a row as asked, or the time is over. */
    Verdict retrying(Retry retry, Supplier<Verdict> attempt) {
        Instant end = time.now().plus(retry.limit());
        int inRow = 0;
        while (true) {
            Verdict verdict = attempt.get();
            inRow = verdict.passed() ? inRow + 1 : 0;
            if (inRow >= retry.consecutive() || !time.now().isBefore(end)) {
                return inRow >= retry.consecutive() || !verdict.passed()
                        ? verdict
                        : Verdict.fail(
                                "passed " + inRow + " times in a row, not " + retry.consecutive(),
                                verdict.expected(),
                                verdict.actual(),
                                List.of());
            }
            time.sleep(PAUSE);
        }
    }

    /** One verdict for each check; retrying those that ask for it if {@code patient}. */
    List<Verdict> all(List<Check> checks, boolean patient) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Check check : checks) {
            verdicts.add(patient ? retrying(check.retry(), () -> once(check)) : once(check));
        }
        return verdicts;
    }

    static boolean passed(List<Verdict> verdicts) {
        return verdicts.stream().allMatch(Verdict::passed);
    }

    private Verdict once(Check check) {
        return judge(check.assertion()).saying(check.says());
    }

    private Verdict judge(Check.Assertion assertion) {
        if (assertion instanceof Check.OfCommand run) {
            return each(run.expectations(), shell.probe(run.command()));
        }
        if (assertion instanceof Check.OfFile file) {
            return file(file);
        }
        return assertion instanceof Check.OfPods pods ? pods(pods) : object((Check.OfObject) assertion);
    }

    private Verdict each(List<Expectation> expectations, Observation seen) {
        Verdict last = Verdict.pass("", seen.shown(), Map.of());
        for (Expectation expectation : expectations) {
            last = expectation.judge(seen, variables);
            if (!last.passed()) {
                return last;
            }
        }
        return last;
    }

    private Verdict file(Check.OfFile check) {
        try {
            byte[] bytes = shell.files().read(check.path()).readAllBytes();
            if (!check.exists()) {
                return Verdict.fail("the file " + check.path() + " is still there", "no file", check.path(), List.of());
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return each(check.contents(), Observation.of("", 0, text, ""));
        } catch (FileProblem | IOException e) {
            String reason = e instanceof FileProblem problem ? problem.reason() : String.valueOf(e.getMessage());
            return check.exists()
                    ? Verdict.fail("the file " + check.path() + " cannot be read", check.path(), reason, List.of())
                    : Verdict.pass("no file", "no file", Map.of());
        }
    }

    private Verdict object(Check.OfObject check) {
        String name = check.name();
        String what = filled(name == null ? check.kind() : check.kind() + "/" + name);
        StringBuilder get =
                new StringBuilder("kubectl get ").append(quoted(what)).append(namespace(check.namespace()));
        String selector = check.selector();
        if (selector != null) {
            get.append(" -l ").append(quoted(filled(selector)));
        }
        Observation there = shell.probe(get + " -o name");
        long found = there.exit() == 0 ? there.out().lines().count() : 0;
        if (there.exit() != 0 && !there.err().contains("NotFound")) {
            return Verdict.fail("the cluster did not answer for " + what, "", there.shown(), List.of());
        }
        Check.Count count = check.count();
        if (count != null && (found < count.least() || found > count.most())) {
            return Verdict.fail(
                    "there are " + found + " " + check.kind() + ", not " + count,
                    count.toString(),
                    there.out(),
                    List.of());
        }
        if (count == null && check.exists() != found > 0) {
            return check.exists()
                    ? Verdict.fail("there is no " + what, what, there.shown(), List.of())
                    : Verdict.fail(what + " is still there", "no " + what, there.out(), List.of());
        }
        String jsonpath = check.jsonpath();
        if (jsonpath == null || !check.exists()) {
            return Verdict.pass(what, there.out(), Map.of());
        }
        return each(check.values(), shell.probe(get + " -o jsonpath=" + quoted(jsonpath)));
    }

    private Verdict pods(Check.OfPods check) {
        Observation seen = shell.probe(
                "kubectl get pods -l " + quoted(filled(check.selector())) + namespace(check.namespace()) + " -o json");
        List<JsonNode> pods = new ArrayList<>();
        try {
            MAPPER.readTree(seen.out()).path("items").forEach(pod -> {
                if (pod.path("metadata").path("deletionTimestamp").isMissingNode()) {
                    pods.add(pod);
                }
            });
        } catch (JsonProcessingException e) {
            return Verdict.fail("the cluster did not list the pods " + check.selector(), "", seen.shown(), List.of());
        }
        String wanted = PodSummary.wanted(check);
        StringBuilder actual = new StringBuilder();
        boolean fits = true;
        for (JsonNode pod : pods) {
            PodSummary summary = PodSummary.of(pod);
            actual.append(summary.line(check)).append('\n');
            fits &= summary.fits(check);
        }
        Check.Count count = check.count();
        int least = count == null ? 1 : count.least();
        int most = count == null ? Integer.MAX_VALUE : count.most();
        if (pods.size() < least || pods.size() > most) {
            return Verdict.fail(
                    "there are " + pods.size() + " pods " + check.selector() + ", not " + new Check.Count(least, most),
                    wanted,
                    actual.toString(),
                    List.of());
        }
        return fits
                ? Verdict.pass(wanted, actual.toString(), Map.of())
                : Verdict.fail("not every pod " + check.selector() + " is so", wanted, actual.toString(), List.of());
    }

    private static String namespace(@Nullable String namespace) {
        return " -n " + (namespace == null ? "\"$NS\"" : "\"" + namespace + "\"");
    }

    /** Variables that the author named; the shell would not see them in quotes. */
    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            filled = filled.replace("$" + variable.getKey(), variable.getValue());
        }
        return filled;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
