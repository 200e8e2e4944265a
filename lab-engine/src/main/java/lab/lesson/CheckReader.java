package lab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.check.Expectation;
import lab.check.Matcher;
import lab.kube.YamlSource;
import org.jspecify.annotations.Nullable;

/** Reads assertions. */
final class CheckReader {
    private static final List<String> SUBJECTS = List.of("object", "pods", "run", "file");
    private static final List<String> COMMON = List.of("says", "retry", "consecutive");
    private static final List<String> MATCHERS =
            Stream.concat(Stream.of("equals"), Matcher.words().stream()).toList();

    private final Problems problems;
    private final int offset;

    CheckReader(int offset, Problems problems) {
        this.offset = offset;
        this.problems = problems;
    }

    static List<Check> read(Fence fence, Problems problems) {
        int offset = fence.line() + 1;
        Retry retry = fence.retry(problems);
        YamlSource.Value value = BlockYaml.read(fence.text(), offset, problems);
        List<Check> checks = new CheckReader(offset, problems).checks(BlockYaml.items(value), retry);
        if (checks.isEmpty() && fence.text().isBlank()) {
            problems.at(fence.line(), "an empty check block: it lists assertions, each with one of " + SUBJECTS);
        }
        return checks;
    }

    List<Check> checks(List<YamlSource.Value> items, Retry retry) {
        List<Check> checks = new ArrayList<>();
        for (YamlSource.Value item : items) {
            Check check = check(item, retry);
            if (check != null) {
                checks.add(check);
            }
        }
        return checks;
    }

    private @Nullable Check check(YamlSource.Value item, Retry retry) {
        String subject = "";
        if (item instanceof YamlSource.Mapping mapping) {
            List<String> subjects =
                    SUBJECTS.stream().filter(mapping.members()::containsKey).toList();
            if (subjects.size() != 1) {
                problems.at(
                        item.line() + offset,
                        "a check has exactly one of " + SUBJECTS
                                + (subjects.isEmpty() ? "" : ", not " + String.join(" and ", subjects)));
                return null;
            }
            subject = subjects.get(0);
        }
        return switch (subject) {
            case "object" -> check(ofObject(item), retry);
            case "pods" -> check(ofPods(item), retry);
            case "run" -> check(ofCommand(item), retry);
            case "file" -> check(ofFile(item), retry);
            default -> {
                problems.at(item.line() + offset, "a check is a mapping with one of " + SUBJECTS);
                yield null;
            }
        };
    }

    private record Read(Fields fields, Check.Assertion assertion) {}

    private Check check(Read read, Retry blockRetry) {
        Fields fields = read.fields();
        Retry retry = fields.has("retry") || fields.has("consecutive")
                ? Durations.retry(fields.text("retry"), fields.text("consecutive"), fields.line(), problems)
                : blockRetry;
        return new Check(fields.line(), fields.text("says", ""), retry, read.assertion());
    }

    private Read ofObject(YamlSource.Value item) {
        Fields fields = fields(
                "an object check",
                item,
                List.of("object", "namespace", "selector", "exists", "count", "jsonpath"),
                true);
        String object = fields.needed("object");
        int slash = object.indexOf('/');
        String kind = slash < 0 ? object : object.substring(0, slash);
        String name = slash < 0 ? null : object.substring(slash + 1);
        boolean counted = fields.has("count") || fields.has("selector");
        if (name != null && counted) {
            problems.at(
                    fields.line("object"), "\"count\" and \"selector\" are for a kind without a name: object: " + kind);
        }
        Boolean exists = fields.flag("exists");
        if (name == null && !fields.has("count") && !fields.has("jsonpath") && exists == null) {
            problems.at(fields.line("object"), "name the object (" + kind + "/NAME), or give \"count\" or \"exists\"");
        }
        List<Expectation> values = expectations(fields, null);
        if (fields.has("jsonpath") == values.isEmpty()) {
            problems.at(
                    fields.line(),
                    fields.has("jsonpath")
                            ? "\"jsonpath\" needs what it should give: equals, contains, regex …"
                            : "a matcher on an object needs \"jsonpath\", such as '{.spec.replicas}'");
        }
        String jsonpath = fields.text("jsonpath");
        if (jsonpath != null && !jsonpath.startsWith("{")) {
            problems.at(
                    fields.line("jsonpath"), "write the jsonpath as kubectl takes it, in braces: '{" + jsonpath + "}'");
        }
        return new Read(
                fields,
                new Check.OfObject(
                        kind,
                        name,
                        fields.text("namespace"),
                        fields.text("selector"),
                        exists == null || exists,
                        count(fields),
                        jsonpath,
                        values));
    }

    private Read ofPods(YamlSource.Value item) {
        Fields fields =
                fields("a pods check", item, List.of("pods", "namespace", "count", "ready", "proxy", "phase"), false);
        String ready = fields.text("ready");
        if (ready != null && !ready.matches("\\d+/\\d+")) {
            problems.at(fields.line("ready"), "\"ready\" is as kubectl shows it, such as 2/2, not \"" + ready + "\"");
        }
        return new Read(
                fields,
                new Check.OfPods(
                        fields.needed("pods"),
                        fields.text("namespace"),
                        count(fields),
                        ready,
                        fields.flag("proxy"),
                        fields.text("phase")));
    }

    private Read ofCommand(YamlSource.Value item) {
        Fields fields = fields("a run check", item, List.of("run", "exit"), true);
        return new Read(fields, new Check.OfCommand(fields.needed("run"), commandExpectations(fields)));
    }

    /** What is expected of a command: its exit code (0 if none is given) and its output. */
    List<Expectation> commandExpectations(Fields fields) {
        Integer exit = fields.number("exit");
        boolean fails = fields.has(Matcher.FAILURE.word());
        List<Expectation> expectations = expectations(fields, exit != null || fails ? exit : Integer.valueOf(0));
        return expectations.isEmpty()
                ? List.of(new Expectation(Matcher.ELIDED, null, exit == null ? Integer.valueOf(0) : exit))
                : expectations;
    }

    private Read ofFile(YamlSource.Value item) {
        Fields fields = fields("a file check", item, List.of("file", "exists"), true);
        Boolean exists = fields.flag("exists");
        return new Read(
                fields, new Check.OfFile(fields.needed("file"), exists == null || exists, expectations(fields, null)));
    }

    private Fields fields(String what, YamlSource.Value item, List<String> own, boolean matchers) {
        List<String> known = new ArrayList<>(own);
        known.addAll(COMMON);
        if (matchers) {
            known.addAll(MATCHERS);
        }
        return new Fields(what, item, offset, problems, known);
    }

    /** One for each matcher that is given. */
    List<Expectation> expectations(Fields fields, @Nullable Integer exit) {
        List<Expectation> expectations = new ArrayList<>();
        for (String word : MATCHERS) {
            String text = fields.text(word);
            if (text != null) {
                Matcher matcher = Matcher.named(word).orElse(Matcher.SAME);
                matcher.problem(text).ifPresent(problem -> problems.at(fields.line(word), problem));
                expectations.add(new Expectation(matcher, text, exit));
            }
        }
        return expectations;
    }

    static List<String> matchers() {
        return MATCHERS;
    }

    private Check.@Nullable Count count(Fields fields) {
        String text = fields.text("count");
        if (text == null) {
            return null;
        }
        java.util.regex.Matcher form = java.util.regex.Pattern.compile("(\\d{1,4})(?:(\\+)|-(\\d{1,4}))?")
                .matcher(text);
        if (!form.matches()) {
            problems.at(fields.line("count"), "\"count\" is a number, 2+ or 2-4, not \"" + text + "\"");
            return null;
        }
        int least = Integer.parseInt(form.group(1));
        if (form.group(2) != null) {
            return new Check.Count(least, Integer.MAX_VALUE);
        }
        return new Check.Count(least, form.group(3) == null ? least : Integer.parseInt(form.group(3)));
    }
}
