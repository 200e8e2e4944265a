package lab.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lab.check.Observation;
import lab.check.Verdict;
import lab.lesson.Activity;
import lab.lesson.Choice;
import lab.lesson.Command;
import lab.lesson.Course;
import lab.lesson.Hint;
import lab.lesson.Lesson;
import lab.lesson.Note;
import lab.lesson.Step;
import lab.shell.Output;
import lab.shell.Time;
import org.jspecify.annotations.Nullable;

/**
 * Takes a learner through a course: runs what they type, judges what happened by what the current step wants, keeps
 * progress, and tells listeners. The learner may type anything at any time.
 */
public final class LessonRunner {
    /** The exit code of what Ctrl-C ended. */
    private static final int INTERRUPTED = 130;

    private final Course course;
    private final LearnerShell shell;
    private final ClusterState cluster;
    private final SessionStore store;
    private final Consumer<Event> listener;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Checker checker;
    private Position position;
    private final List<Observation> seenInStep = new ArrayList<>();
    private List<Verdict> lastVerdicts = List.of();
    private @Nullable Boolean heldBefore;

    /** @param namespace what {@code $NS} stands for */
    public LessonRunner(
            Course course,
            LearnerShell shell,
            Time time,
            ClusterState cluster,
            SessionStore store,
            String namespace,
            Consumer<Event> listener) {
        if (course.lessons().isEmpty()) {
            throw new IllegalArgumentException("The course has no lesson.");
        }
        this.course = course;
        this.shell = shell;
        this.cluster = cluster;
        this.store = store;
        this.listener = listener;
        this.variables.put("NS", namespace);
        this.checker = new Checker(shell, time, variables);
        this.position = new Position(course.lessons().get(0), 0);
        store.onTrouble(sentence -> listener.accept(new Event.Trouble(sentence)));
    }

    /** Goes on where the learner stopped, or begins the first lesson. */
    public void resume() {
        List<String> since = store.loadCluster(cluster);
        store.notices().forEach(sentence -> listener.accept(new Event.Trouble(sentence)));
        shell.set("NS", variables.getOrDefault("NS", "default"));
        store.progress().captures().forEach(this::variable);
        if (since != null) {
            // The lab was killed between a command and its snapshot: the sandbox is deterministic, so it runs again.
            since.forEach(this::quietly);
        }
        Progress progress = store.progress();
        Optional<Lesson> lesson = course.lesson(progress.lessonId());
        boolean lost = since == null && cluster.kept() && lesson.isPresent();
        if (lost) {
            listener.accept(new Event.Told(
                    "The saved cluster could not be brought back, so this lesson's cluster is a fresh one."));
        }
        Lesson current = lesson.orElse(course.lessons().get(0));
        int index =
                current.step(progress.stepId()).map(current.steps()::indexOf).orElse(0);
        boolean again = progress.entered(current);
        if (!again || lost) {
            setUp(current);
        }
        listener.accept(new Event.LessonOpened(current, again));
        open(new Position(current, index));
    }

    public Lesson lesson() {
        return position.lesson();
    }

    public Step step() {
        return position.step();
    }

    /** From 1. */
    public int stepNumber() {
        return position.index() + 1;
    }

    public Progress progress() {
        return store.progress();
    }

    public Score score() {
        return store.progress().score(course);
    }

    /** Whether the next start would go on here. */
    public boolean kept() {
        if (!store.kept()) {
            store.saveCluster(cluster);
        }
        return store.kept();
    }

    public Course course() {
        return course;
    }

    /** The lesson's next command, if the current step has one. */
    public Optional<String> suggestion() {
        StepRecord record = record();
        if (position.step().activity() instanceof Activity.Console console
                && !record.done()
                && record.commands() < console.commands().size()) {
            return Optional.of(console.commands().get(record.commands()).text());
        }
        return Optional.empty();
    }

    /** The question that waits for an answer, if the current step is one. */
    public Optional<Activity.Question> question() {
        return position.step().activity() instanceof Activity.Question question && record().choice() < 0
                ? Optional.of(question)
                : Optional.empty();
    }

    /**
     * Runs what the learner typed and judges it.
     *
     * @return the exit code
     */
    public int run(String line, InputStream in, Output out, Output err) {
        boolean state = !position.step().checks().isEmpty() && !record().done();
        if (state && heldBefore == null) {
            heldBefore = Checker.passed(checker.all(position.step().checks(), false));
            if (heldBefore && position.step().activity() instanceof Activity.Task) {
                listener.accept(new Event.Told("The goal of this task is reached already: :check counts it."));
            }
        }
        Recorder recorder = new Recorder();
        long start = System.nanoTime();
        int exit = shell.run(line, in, recorder.out(out), recorder.err(err));
        Observation seen = recorder.observed(line, exit);
        store.addCommand(seen, (System.nanoTime() - start) / 1_000_000);
        listener.accept(new Event.CommandEnded(seen));
        if (!record().done()) {
            judge(seen);
        }
        store.saveCluster(cluster);
        return exit;
    }

    private void judge(Observation seen) {
        Position before = position;
        seenInStep.add(seen);
        Activity activity = position.step().activity();
        if (activity instanceof Activity.Console console) {
            judgeConsole(console, seen);
        } else if (!position.step().checks().isEmpty() && !Boolean.TRUE.equals(heldBefore)) {
            lastVerdicts = checker.all(position.step().checks(), false);
            if (Checker.passed(lastVerdicts)) {
                pass();
            }
        }
        if (position.equals(before) && !record().done()) {
            triggered(seen);
        }
    }

    private void judgeConsole(Activity.Console console, Observation seen) {
        Step step = position.step();
        int done = Math.min(record().commands(), console.commands().size() - 1);
        ConsoleJudge.Ruling ruling = new ConsoleJudge(variables).judge(console, done, seen);
        lastVerdicts = List.of(ruling.verdict());
        boolean matched = ruling.matched() > done;
        if (matched) {
            ruling.verdict().captures().forEach(this::captured);
            store.add(stepEntry("matched").put("commands", ruling.matched()));
        }
        boolean all = ruling.matched() >= console.commands().size();
        if (!step.checks().isEmpty()) {
            List<Verdict> verdicts = checker.all(step.checks(), false);
            boolean holds = Checker.passed(verdicts);
            // The effect counts: reached by a command of this step, or by any that made the difference.
            if (holds && (all || Boolean.FALSE.equals(heldBefore))) {
                pass();
                return;
            }
            lastVerdicts = verdicts;
            if (all || (!matched && ruling.near() && !holds)) {
                listener.accept(new Event.NotYet(step, verdicts, false));
                return;
            }
        } else if (all) {
            pass();
            return;
        }
        if (matched) {
            Command next = console.commands().get(ruling.matched());
            listener.accept(new Event.CommandMatched(step, console.commands().get(ruling.matched() - 1), next));
        } else if (ruling.near() && !ruling.verdict().passed() && seen.exit() != INTERRUPTED) {
            listener.accept(new Event.Mismatch(step, console.commands().get(done), ruling.verdict(), ruling.same()));
        }
    }

    private void triggered(Observation seen) {
        List<Hint> hints = position.step().hints();
        for (int i = 0; i < hints.size(); i++) {
            Hint hint = hints.get(i);
            if (hint.trigger().isEmpty() || record().wasTold(i)) {
                continue;
            }
            Hint.Trigger trigger = hint.trigger().get();
            boolean fires = (trigger.command() == null
                            || trigger.command().matcher(seen.command()).find())
                    && (trigger.output() == null
                            || trigger.output().matcher(seen.shown()).find())
                    && (trigger.exit() == null || trigger.exit() == seen.exit())
                    && (trigger.state().isEmpty() || Checker.passed(checker.all(trigger.state(), false)));
            if (fires) {
                store.add(stepEntry("told").put("hint", i));
                listener.accept(new Event.Hinted(position.step(), hint, 0, 0, 0));
                return;
            }
        }
    }

    /** Takes the answer to the current question: the number of a choice, from 1. */
    public void answer(int number) {
        if (!(position.step().activity() instanceof Activity.Question question)) {
            listener.accept(new Event.Told("There is no question here to answer."));
            return;
        }
        if (record().choice() >= 0) {
            listener.accept(new Event.Told("This question is answered; only the first answer counts."));
            return;
        }
        if (number < 1 || number > question.choices().size()) {
            listener.accept(new Event.Told(
                    "Answer with a number from 1 to " + question.choices().size() + "."));
            return;
        }
        Step step = position.step();
        Choice chosen = question.choices().get(number - 1);
        int points = chosen.right() && !record().skipped() ? step.points() : 0;
        store.add(stepEntry("answer").put("choice", number - 1));
        store.add(stepEntry("done").put("points", points));
        Step settles = Explanations.settledAfter(position.lesson(), step);
        boolean tell = settles == null
                || store.progress().of(position.lesson(), settles).done();
        listener.accept(new Event.Answered(step, question, chosen, tell));
        if (tell) {
            listener.accept(new Event.Explained(step, question, chosen, points));
        }
        advance();
    }

    /** Looks now whether the step's goal is reached, waiting as long as the author allows. */
    public void check() {
        Step step = position.step();
        if (record().done()) {
            listener.accept(new Event.Told("This step is done. Type next to go on."));
        } else if (step.checks().isEmpty()) {
            listener.accept(new Event.Told(
                    step.activity() instanceof Activity.Question
                            ? "This step is a question: answer it with a number."
                            : "This step passes by itself when its command has done what it should."));
        } else {
            lastVerdicts = checker.all(step.checks(), true);
            if (Checker.passed(lastVerdicts)) {
                pass();
            } else {
                listener.accept(new Event.NotYet(step, lastVerdicts, true));
            }
            store.saveCluster(cluster);
        }
    }

    private void pass() {
        Position passed = position;
        Step step = passed.step();
        StepRecord record = record();
        int points = step.points();
        if (step.activity() instanceof Activity.Task task) {
            points = record.solution() ? 0 : Math.max(0, points - record.hints() * task.hintCost());
        }
        store.add(stepEntry("done").put("points", points));
        listener.accept(new Event.StepPassed(passed.lesson(), step, points, annotated(step)));
        for (Step prediction : Explanations.settledBy(passed.lesson(), step)) {
            StepRecord answered = store.progress().of(passed.lesson(), prediction);
            if (answered.choice() >= 0 && prediction.activity() instanceof Activity.Question question) {
                Choice chosen = question.choices()
                        .get(Math.min(answered.choice(), question.choices().size() - 1));
                listener.accept(new Event.Explained(prediction, question, chosen, answered.points()));
            }
        }
        advance();
    }

    private List<Event.Annotated> annotated(Step step) {
        List<Event.Annotated> annotated = new ArrayList<>();
        for (Note note : step.notes()) {
            // The newest output that has the line: the learner may have tried other things before.
            for (int i = seenInStep.size() - 1; i >= 0; i--) {
                String output = seenInStep.get(i).shown();
                int line = note.find(output);
                if (line >= 0) {
                    annotated.add(new Event.Annotated(output, line, note));
                    break;
                }
            }
        }
        return annotated;
    }

    /** Gives the next hint of the step. */
    public void hint() {
        Step step = position.step();
        List<Hint> hints = step.askedHints();
        int given = record().hints();
        if (hints.isEmpty()) {
            Optional<String> command = suggestion();
            // All the step's commands ran and its state is still not reached: the first one is where it went wrong.
            if (command.isEmpty() && step.activity() instanceof Activity.Console console && !record().done()) {
                command = Optional.of(console.commands().get(0).text());
            }
            listener.accept(new Event.Told(
                    command.map(text -> "The command is: " + text).orElse("This step has no hints.")));
        } else if (given >= hints.size()) {
            // What was paid for may be read again.
            for (int i = 0; i < hints.size(); i++) {
                listener.accept(new Event.Hinted(step, hints.get(i), i + 1, hints.size(), 0));
            }
        } else {
            int cost = step.activity() instanceof Activity.Task task && !record().done() ? task.hintCost() : 0;
            store.add(stepEntry("hint"));
            listener.accept(new Event.Hinted(step, hints.get(given), given + 1, hints.size(), cost));
        }
    }

    /** Shows the solution; a task is then worth nothing more. */
    public void solution() {
        Step step = position.step();
        Activity activity = step.activity();
        if (activity instanceof Activity.Task task) {
            boolean free = record().done() || record().solution();
            if (!free) {
                store.add(stepEntry("solution"));
            }
            listener.accept(new Event.SolutionShown(step, task.solution(), free));
        } else if (activity instanceof Activity.Console console) {
            listener.accept(new Event.SolutionShown(step, console.commands(), true));
        } else {
            listener.accept(new Event.Told("This step has no solution to show."));
        }
    }

    /** Says why the step has not passed: the last verdict on it. */
    public void why() {
        Step step = position.step();
        List<Verdict> failed =
                lastVerdicts.stream().filter(verdict -> !verdict.passed()).toList();
        if (record().done()) {
            listener.accept(new Event.Told("This step is done."));
        } else if (!failed.isEmpty()) {
            listener.accept(new Event.NotYet(step, failed, true));
        } else if (step.activity() instanceof Activity.Question) {
            listener.accept(new Event.Told("The question is not answered yet: answer it with a number."));
        } else if (!step.checks().isEmpty()) {
            check();
        } else {
            listener.accept(new Event.Told(suggestion()
                    .map(command -> "Nothing you ran did yet what this does: " + command)
                    .orElse("Type next to go on.")));
        }
    }

    /** Goes to the next step, or the next lesson after the last; a step that is not done is skipped. */
    public void next() {
        if (!record().done()) {
            store.add(stepEntry("skip"));
        }
        forward();
    }

    /** Goes to the next step that is still open: those done before are not asked for again. */
    private void advance() {
        Lesson lesson = position.lesson();
        for (int i = position.index() + 1; i < lesson.steps().size(); i++) {
            if (!store.progress().of(lesson, lesson.steps().get(i)).done()) {
                open(new Position(lesson, i));
                return;
            }
        }
        position = new Position(lesson, lesson.steps().size() - 1);
        forward();
    }

    private void forward() {
        if (!position.last()) {
            open(new Position(position.lesson(), position.index() + 1));
            return;
        }
        Lesson lesson = position.lesson();
        Score score = store.progress().score(lesson);
        listener.accept(new Event.LessonPassed(lesson, score));
        int number = course.lessons().indexOf(lesson) + 1;
        if (number < course.lessons().size()) {
            Lesson following = course.lessons().get(number);
            enter(following, firstOpen(following));
        } else if (score().complete()) {
            listener.accept(new Event.CoursePassed(score()));
        } else {
            listener.accept(new Event.Told("This was the last lesson. Type lessons to see what is still open."));
        }
    }

    /** Goes back one step, or to the end of the lesson before. */
    public void back() {
        int number = course.lessons().indexOf(position.lesson());
        if (position.index() > 0) {
            open(new Position(position.lesson(), position.index() - 1));
        } else if (number > 0) {
            Lesson before = course.lessons().get(number - 1);
            enter(before, before.steps().size() - 1);
        } else {
            listener.accept(new Event.Told("This is the beginning of the course."));
        }
    }

    /**
     * Goes to a lesson (id, file, number), a step of the current lesson (id, or {@code /} and its number), or
     * {@code LESSON/STEP}.
     */
    public void goTo(String name) {
        Optional<Step> here = position.lesson().step(name);
        String[] parts = name.split("/", 2);
        Optional<Lesson> lesson = parts[0].isEmpty() ? Optional.of(position.lesson()) : course.lesson(parts[0]);
        if (here.isPresent()) {
            open(new Position(position.lesson(), position.lesson().steps().indexOf(here.get())));
        } else if (lesson.isEmpty()) {
            listener.accept(new Event.Told("There is no lesson or step \"" + name
                    + "\". Type lessons to see the lessons; /5 is step 5 of this one."));
        } else {
            Lesson target = lesson.get();
            Optional<Step> step = parts.length == 2 ? step(target, parts[1]) : Optional.empty();
            if (parts.length == 2 && step.isEmpty()) {
                listener.accept(new Event.Told("The lesson " + target.id() + " has no step \"" + parts[1]
                        + "\": its steps are 1 to " + target.steps().size() + "."));
                return;
            }
            List<String> open = target.needs().stream()
                    .flatMap(need -> course.lesson(need).stream())
                    .filter(needed -> !store.progress().score(needed).complete())
                    .map(needed -> "“" + needed.title() + "”")
                    .toList();
            if (!open.isEmpty()) {
                listener.accept(new Event.Told(
                        "This lesson builds on " + String.join(", ", open) + ", which you have not finished."));
            }
            enter(target, step.map(target.steps()::indexOf).orElseGet(() -> firstOpen(target)));
        }
    }

    private static Optional<Step> step(Lesson lesson, String name) {
        if (!name.matches("\\d{1,3}")) {
            return lesson.step(name);
        }
        int number = Integer.parseInt(name);
        return number >= 1 && number <= lesson.steps().size()
                ? Optional.of(lesson.steps().get(number - 1))
                : Optional.empty();
    }

    private int firstOpen(Lesson lesson) {
        for (int i = 0; i < lesson.steps().size(); i++) {
            if (!store.progress().of(lesson, lesson.steps().get(i)).done()) {
                return i;
            }
        }
        return 0;
    }

    /** Begins a lesson anew: its state in the cluster and its progress; null stands for the current one. */
    public void reset(@Nullable String name) {
        Optional<Lesson> found = name == null ? Optional.of(position.lesson()) : course.lesson(name);
        if (found.isEmpty()) {
            listener.accept(new Event.Told("There is no lesson \"" + name + "\". Type lessons to see them."));
            return;
        }
        Lesson lesson = found.get();
        lesson.reset().forEach(command -> quietly(command.text()));
        store.add(store.entry("reset").put("lesson", lesson.id()));
        for (String alias : lesson.aliases()) {
            store.add(store.entry("reset").put("lesson", alias));
        }
        listener.accept(new Event.WasReset(lesson));
        enter(lesson, 0);
    }

    /** Begins the course anew, in a cluster as it is at the first start. The journal keeps what was. */
    public void resetAll() {
        if (cluster.kept()) {
            cluster.renew();
        } else {
            for (int i = course.lessons().size() - 1; i >= 0; i--) {
                course.lessons().get(i).reset().forEach(command -> quietly(command.text()));
            }
        }
        store.add(store.entry("reset").put("lesson", ""));
        listener.accept(new Event.WasReset(null));
        enter(course.lessons().get(0), 0);
    }

    private void enter(Lesson lesson, int index) {
        boolean again = store.progress().entered(lesson);
        if (!again) {
            setUp(lesson);
        }
        listener.accept(new Event.LessonOpened(lesson, again));
        open(new Position(lesson, index));
    }

    private void open(Position target) {
        position = target;
        seenInStep.clear();
        lastVerdicts = List.of();
        heldBefore = null;
        store.add(stepEntry("at"));
        listener.accept(new Event.StepOpened(target.lesson(), target.step(), target.index() + 1, record().done()));
    }

    private void setUp(Lesson lesson) {
        for (Command command : lesson.setup()) {
            Observation seen = quietly(command.text());
            Verdict verdict = command.expectation().judge(seen, variables);
            if (verdict.passed()) {
                verdict.captures().forEach(this::captured);
            } else {
                listener.accept(new Event.Trouble("The lesson " + lesson.id() + " could not be prepared: "
                        + command.text().lines().findFirst().orElse("") + ": "
                        + seen.shown().strip()));
            }
        }
        store.add(store.entry("enter").put("lesson", lesson.id()));
        store.saveCluster(cluster);
    }

    private Observation quietly(String line) {
        Recorder recorder = new Recorder();
        int exit = shell.run(line, InputStream.nullInputStream(), recorder.out(), recorder.err());
        return recorder.observed(line, exit);
    }

    private void captured(String name, String value) {
        variable(name, value);
        store.add(store.entry("captured").put("name", name).put("value", value));
    }

    private void variable(String name, String value) {
        variables.put(name, value);
        shell.set(name, value);
    }

    private StepRecord record() {
        return store.progress().of(position.lesson(), position.step());
    }

    private ObjectNode stepEntry(String kind) {
        return store.entry(kind)
                .put("lesson", position.lesson().id())
                .put("step", position.step().id());
    }
}
