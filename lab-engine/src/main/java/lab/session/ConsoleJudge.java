package lab.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.check.Expectation;
import lab.check.Matcher;
import lab.check.Observation;
import lab.check.Verdict;
import lab.lesson.Activity;
import lab.lesson.Command;

/** Judges what a learner's command did by what a console step expects, whatever was typed. */
final class ConsoleJudge {
    private final Map<String, String> variables;

    ConsoleJudge(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * @param matched how many of the step's commands are matched now
     * @param verdict on the command, also when it was not matched
     * @param near whether the command looks like the expected one, so that a mismatch is worth telling
     * @param same whether it is the expected one
     */
    record Ruling(int matched, Verdict verdict, boolean near, boolean same) {}

    Ruling judge(Activity.Console console, int done, Observation seen) {
        List<Command> commands = console.commands();
        Command expected = commands.get(done);
        boolean same = same(expected.text(), seen.command());
        Verdict verdict = expected.expectation().judge(seen, variables);
        if (verdict.passed() && (same || expected.expectation().text() != null)) {
            return new Ruling(done + 1, verdict, true, same);
        }
        Ruling several = several(commands, done, seen);
        return several != null
                ? several
                : new Ruling(done, verdict, same || near(expected.text(), seen.command()), same);
    }

    /** One command line may do at once what the step does in several: its output is then all of theirs. */
    private @org.jspecify.annotations.Nullable Ruling several(List<Command> commands, int done, Observation seen) {
        List<String> texts = new ArrayList<>();
        StringBuilder typed = new StringBuilder();
        for (int i = done; i < commands.size(); i++) {
            Expectation expectation = commands.get(i).expectation();
            Matcher matcher = expectation.matcher();
            if (matcher != Matcher.ELIDED && matcher != Matcher.SAME) {
                return null;
            }
            String text = expectation.text();
            if (text != null) {
                texts.add(text);
            }
            typed.append(i == done ? "" : " ; ").append(commands.get(i).text());
            if (i == done) {
                continue;
            }
            Verdict verdict =
                    new Expectation(matcher, String.join("\n", texts), expectation.exit()).judge(seen, variables);
            boolean sameText =
                    same(typed.toString(), seen.command().replace("&&", ";").replace(";", " ; "));
            if (verdict.passed() && (texts.size() == i - done + 1 || sameText)) {
                return new Ruling(i + 1, verdict, true, sameText);
            }
        }
        return null;
    }

    private boolean same(String expected, String typed) {
        return normal(expected).equals(normal(typed));
    }

    private String normal(String command) {
        String text = command;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            text = text.replace("${" + variable.getKey() + "}", variable.getValue())
                    .replaceAll(
                            "\\$" + variable.getKey() + "\\b",
                            java.util.regex.Matcher.quoteReplacement(variable.getValue()));
        }
        return text.replace("\\\n", " ").strip().replaceAll("\\s+", " ");
    }

    /** The first two words agree. */
    private boolean near(String expected, String typed) {
        String[] one = normal(expected).split(" ", 3);
        String[] two = normal(typed).split(" ", 3);
        return one[0].equals(two[0]) && (one.length < 2 || (two.length > 1 && one[1].equals(two[1])));
    }
}
