package lab.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import lab.lesson.Course;
import lab.session.Event;
import lab.session.LessonRunner;
import lab.session.Score;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;

/** A learner at the terminal: reads lines, gives them to the session, and shows what comes of it. */
public final class LabTerminal implements AutoCloseable {
    /** What the shell of the session offers to a terminal beside running commands. */
    public interface Commands {
        /** Ends what runs, as Ctrl-C does; called from another thread. */
        void stop();

        /** True once {@code exit} was called. */
        boolean exited();

        /** True if the word alone would run something. */
        boolean isCommand(String word);

        /** Lets time pass that went by at the prompt. */
        void thought(Duration time);
    }

    private final Terminal terminal;
    private final Screen screen;
    private final Course course;
    private final Path history;
    private volatile boolean stopped;

    /**
     * @param history the file that keeps what was typed
     * @throws IOException when there is no terminal to be had
     */
    public LabTerminal(Course course, Map<String, String> environment, Path history) throws IOException {
        this.terminal = TerminalBuilder.builder().system(true).dumb(true).build();
        this.screen = new Screen(terminal, environment);
        this.course = course;
        this.history = history;
    }

    /** Shows the opening lines; the cluster may still be on its way. */
    public void greet(String version) {
        Theme theme = screen.theme();
        screen.print(List.of(
                AttributedString.EMPTY,
                new AttributedStringBuilder()
                        .append(course.title(), theme.heading())
                        .append("  lab " + version, theme.faint())
                        .toAttributedString()));
        screen.print(Wrap.at(
                new AttributedStringBuilder()
                        .append("A Kubernetes cluster with Istio, inside this program. Type commands at the prompt;"
                                + " the ")
                        .append("grey one is the lesson's next, ")
                        .append(theme.arrow(), theme.attention())
                        .append(" takes it. ")
                        .append(":help", theme.code())
                        .append(" lists the lab's own words.")
                        .toAttributedString(),
                Math.min(screen.columns() - 1, 100)));
    }

    /** The width of the terminal. */
    public int columns() {
        return screen.columns();
    }

    /** Who is told of the session's events. */
    public Consumer<Event> listener() {
        return event -> screen.print(new EventPrinter(course, screen.theme(), screen.columns()).lines(event));
    }

    /** Reads and runs lines until the learner stops. */
    public void run(LessonRunner runner, Commands commands) throws IOException {
        SuggestingReader reader = reader();
        terminal.handle(Terminal.Signal.INT, signal -> {
            stopped = true;
            commands.stop();
        });
        runner.resume();
        long since = System.nanoTime();
        while (!commands.exited()) {
            String line = read(reader, runner);
            if (line == null) {
                break;
            }
            commands.thought(Duration.ofNanos(System.nanoTime() - since));
            boolean goOn = handle(line, runner, commands);
            since = System.nanoTime();
            if (!goOn) {
                break;
            }
        }
        screen.status(AttributedString.EMPTY);
        screen.print("Your progress is kept. Start the lab again to go on here.");
    }

    private SuggestingReader reader() throws IOException {
        SuggestingReader reader = new SuggestingReader(terminal, screen.theme());
        reader.setParser(new LineParser());
        reader.setVariable(LineReader.HISTORY_FILE, history);
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "> ");
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(LineReader.Option.HISTORY_IGNORE_SPACE, false);
        reader.option(LineReader.Option.BRACKETED_PASTE, true);
        new DefaultHistory().attach(reader);
        return reader;
    }

    /** The next line; empty after Ctrl-C, null at the end of input. */
    private @Nullable String read(SuggestingReader reader, LessonRunner runner) {
        screen.status(status(runner));
        reader.suggest(screen.isDumb() ? "" : runner.suggestion().orElse(""));
        try {
            return reader.readLine(prompt(runner));
        } catch (UserInterruptException e) {
            return "";
        } catch (EndOfFileException e) {
            return null;
        }
    }

    private String prompt(LessonRunner runner) {
        int number = course.lessons().indexOf(runner.lesson()) + 1;
        String place = "L" + (number < 10 ? "0" : "") + number + " " + runner.stepNumber() + "/"
                + runner.lesson().steps().size();
        if (runner.question().isPresent()) {
            place += " [1-" + runner.question().get().choices().size() + "]";
        }
        Theme theme = screen.theme();
        AttributedString prompt = new AttributedStringBuilder()
                .append(screen.columns() < 30 ? "" : place + " ", theme.faint())
                .append("$ ", theme.strong())
                .toAttributedString();
        return screen.ansi(prompt);
    }

    private AttributedString status(LessonRunner runner) {
        Theme theme = screen.theme();
        Score score = runner.score();
        return new AttributedStringBuilder()
                .append(" " + runner.lesson().title(), theme.strong())
                .append("  step " + runner.stepNumber() + " of "
                        + runner.lesson().steps().size() + "  ")
                .append(bar(score), theme.good())
                .append("  " + score.points() + " of " + score.possible() + " points", theme.faint())
                .append("  :hint  :next  :help", theme.faint())
                .toAttributedString();
    }

    /** How much of the course is done, in ten pieces. */
    private String bar(Score score) {
        int done = score.steps() == 0 ? 0 : 10 * score.stepsDone() / score.steps();
        return screen.theme().symbols()
                ? "▰".repeat(done) + "▱".repeat(10 - done)
                : "#".repeat(done) + ".".repeat(10 - done);
    }

    /** @return false when the learner wants to stop */
    private boolean handle(String line, LessonRunner runner, Commands commands) {
        if (line.isBlank()) {
            return true;
        }
        Optional<Integer> answer = answer(line, runner);
        if (answer.isPresent()) {
            runner.answer(answer.get());
            return true;
        }
        Optional<LabWord.Call> word = LabWord.read(line, commands::isCommand);
        if (word.isPresent()) {
            return word(word.get(), runner);
        }
        if (line.startsWith(":") && line.length() > 1 && Character.isLetter(line.charAt(1))) {
            screen.print("The lab has no word \"" + line.strip() + "\"; :help lists them.");
            return true;
        }
        stopped = false;
        InputStream in =
                screen.isDumb() ? InputStream.nullInputStream() : new TypedInput(terminal.reader(), () -> stopped);
        runner.run(line, in, screen.output(), screen.output());
        return true;
    }

    /** A number alone answers the question that waits. */
    private static Optional<Integer> answer(String line, LessonRunner runner) {
        String text = line.strip();
        return runner.question().isPresent() && text.matches("\\d{1,2}[.)]?")
                ? Optional.of(Integer.parseInt(text.replaceAll("\\D", "")))
                : Optional.empty();
    }

    private boolean word(LabWord.Call call, LessonRunner runner) {
        switch (call.word()) {
            case NEXT -> runner.next();
            case BACK -> runner.back();
            case HINT -> runner.hint();
            case SOLUTION -> runner.solution();
            case CHECK -> runner.check();
            case WHY -> runner.why();
            case STEP ->
                screen.print(new StepPrinter(screen.theme(), Math.min(screen.columns() - 1, 100)).step(runner.step()));
            case LESSONS, SCORE ->
                screen.print(new CoursePrinter(course, screen.theme())
                        .lines(runner.progress(), runner.lesson().id()));
            case GOTO -> withArgument(call, "goto needs a lesson or a step: goto 2, goto auto-injection", runner::goTo);
            case RESET -> reset(call, runner);
            case HELP -> screen.print(help());
            case QUIT -> {
                return false;
            }
        }
        return true;
    }

    private void withArgument(LabWord.Call call, String otherwise, Consumer<String> action) {
        if (call.arguments().isEmpty()) {
            screen.print(otherwise);
        } else {
            action.accept(call.arguments().get(0));
        }
    }

    private void reset(LabWord.Call call, LessonRunner runner) {
        String what = call.arguments().isEmpty() ? "" : call.arguments().get(0);
        String asked = what.isEmpty() ? "this lesson" : what.equals("all") ? "the whole course" : "lesson " + what;
        if (!confirmed("Begin " + asked + " anew? Its points are lost. [y/N] ")) {
            screen.print("Nothing was changed.");
        } else if (what.equals("all")) {
            runner.resetAll();
        } else {
            runner.reset(what.isEmpty() ? null : what);
        }
    }

    private boolean confirmed(String question) {
        try {
            SuggestingReader reader = new SuggestingReader(terminal, screen.theme());
            return reader.readLine(question)
                    .strip()
                    .toLowerCase(java.util.Locale.ROOT)
                    .startsWith("y");
        } catch (IOException | UserInterruptException | EndOfFileException e) {
            return false;
        }
    }

    private List<AttributedString> help() {
        Theme theme = screen.theme();
        Function<String, AttributedString> plain = AttributedString::new;
        List<AttributedString> lines = new ArrayList<>();
        int widest = 0;
        for (LabWord word : LabWord.values()) {
            widest = Math.max(widest, word.usage().length());
        }
        for (LabWord word : LabWord.values()) {
            lines.addAll(Wrap.at(
                    new AttributedStringBuilder()
                            .append(
                                    "  :" + word.usage()
                                            + " ".repeat(widest - word.usage().length() + 2),
                                    theme.code())
                            .append(word.meaning())
                            .toAttributedString(),
                    screen.columns() - 1));
        }
        lines.add(plain.apply("The colon may be left out. A number answers a question. Everything else is a command:"));
        lines.add(plain.apply("kubectl, istioctl, crictl, nsenter, and the usual shell tools with pipes and loops."));
        return lines;
    }

    @Override
    public void close() {
        screen.close();
        try {
            terminal.close();
        } catch (IOException e) {
            // the terminal is gone, which is what was wanted
        }
    }
}
