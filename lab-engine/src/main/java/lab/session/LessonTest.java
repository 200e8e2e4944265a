package lab.session;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.check.Expectation;
import lab.check.Observation;
import lab.check.Verdict;
import lab.lesson.Activity;
import lab.lesson.Check;
import lab.lesson.Choice;
import lab.lesson.Command;
import lab.lesson.Lesson;
import lab.lesson.Note;
import lab.lesson.Proof;
import lab.lesson.Retry;
import lab.lesson.Step;

/**
 * Takes a lesson as a learner would who does everything right, and proves that doing nothing is not enough: tasks fail
 * unsolved and pass solved, right answers are what happened and wrong ones are not.
 */
final class LessonTest {
    private final Lesson lesson;
    private final LearnerShell shell;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Checker checker;
    private final List<Failure> failures = new ArrayList<>();

    LessonTest(Lesson lesson, Stage stage, String namespace) {
        this.lesson = lesson;
        this.shell = stage.shell();
        this.variables.put("NS", namespace);
        this.checker = new Checker(shell, stage.time(), variables);
        shell.set("NS", namespace);
    }

    List<Failure> run() {
        for (Command command : lesson.setup()) {
            command("setup", command, Retry.NONE);
        }
        for (Step step : lesson.steps()) {
            List<Observation> seen = step(step);
            for (Step prediction : Explanations.settledBy(lesson, step)) {
                prove(prediction, seen);
            }
        }
        for (Command command : lesson.reset()) {
            command("reset", command, Retry.NONE);
        }
        return failures;
    }

    private List<Observation> step(Step step) {
        List<Observation> seen = new ArrayList<>();
        if (step.activity() instanceof Activity.Console console) {
            for (Command command : console.commands()) {
                seen.add(command(step.id(), command, console.retry()));
            }
        } else if (step.activity() instanceof Activity.Task task) {
            if (Checker.passed(checker.all(step.checks(), false))) {
                fail(
                        step.line(),
                        step.id(),
                        "the task's checks pass before it is solved",
                        Verdict.fail("", "", "", List.of()));
            }
            for (Command command : task.solution()) {
                seen.add(command(step.id(), command, Retry.NONE));
            }
        }
        checks(step);
        for (Note note : step.notes()) {
            if (seen.stream().noneMatch(each -> note.find(each.shown()) >= 0)) {
                StringBuilder all = new StringBuilder();
                seen.forEach(each -> all.append(each.shown()));
                fail(
                        note.line(),
                        step.id(),
                        "no line of the output is the one that this annotation explains",
                        Verdict.fail("", note.where().pattern().replaceAll("\\\\[QE]", ""), all.toString(), List.of()));
            }
        }
        return seen;
    }

    private void checks(Step step) {
        List<Check> checks = step.checks();
        List<Verdict> verdicts = checker.all(checks, true);
        for (int i = 0; i < checks.size(); i++) {
            if (!verdicts.get(i).passed()) {
                String what = step.activity() instanceof Activity.Task
                        ? "a check fails although the task is solved"
                        : "a check fails";
                fail(checks.get(i).line(), step.id(), what, verdicts.get(i));
            }
        }
    }

    private Observation command(String where, Command command, Retry retry) {
        Observation[] seen = new Observation[1];
        Verdict verdict = checker.retrying(retry, () -> {
            seen[0] = run(command.text());
            return command.expectation().judge(seen[0], variables);
        });
        if (verdict.passed()) {
            verdict.captures().forEach((name, value) -> {
                variables.put(name, value);
                shell.set(name, value);
            });
        } else {
            fail(
                    command.line(),
                    where,
                    "$ " + command.text().lines().findFirst().orElse(""),
                    verdict);
        }
        return seen[0];
    }

    private Observation run(String line) {
        Recorder recorder = new Recorder();
        int exit = shell.run(line, InputStream.nullInputStream(), recorder.out(), recorder.err());
        return recorder.observed(line, exit);
    }

    private void prove(Step prediction, List<Observation> seen) {
        if (!(prediction.activity() instanceof Activity.Question question)
                || question.proof().isEmpty()) {
            return;
        }
        Proof proof = question.proof().get();
        String command = proof.command();
        Observation evidence = command == null ? together(seen) : shell.probe(command);
        for (Choice choice : question.choices()) {
            Expectation expectation = choice.seen();
            if (expectation == null) {
                continue;
            }
            Verdict verdict = expectation.judge(evidence, variables);
            if (choice.right() && !verdict.passed()) {
                fail(choice.line(), prediction.id(), "the right answer is not what happened", verdict);
            } else if (!choice.right() && verdict.passed()) {
                fail(choice.line(), prediction.id(), "a wrong answer is what happened", verdict);
            }
        }
    }

    /** What a step's commands showed, one after the other; the exit code is the last one's. */
    private static Observation together(List<Observation> seen) {
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        StringBuilder shown = new StringBuilder();
        int exit = 0;
        for (Observation each : seen) {
            out.append(each.out());
            err.append(each.err());
            shown.append(each.shown());
            exit = each.exit();
        }
        return new Observation("", exit, out.toString(), err.toString(), shown.toString());
    }

    private void fail(int line, String step, String what, Verdict verdict) {
        failures.add(new Failure(lesson.file(), line, step, what, verdict));
    }
}
