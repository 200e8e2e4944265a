package lab.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import lab.lesson.Course;
import lab.session.Event;
import lab.session.LessonRunner;
import lab.shell.FileTree;
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

        /** What can stand at the start of a command. */
        Set<String> names();

        /** True if the word alone would run something. */
        default boolean isCommand(String word) {
            return names().contains(word);
        }

        /** The files, seen from the shell's directory. */
        FileTree files();

        /** Lets time pass that went by at the prompt. */
        void thought(Duration time);
    }

    // Held, since a logger that nobody holds forgets its level.
    private static final Logger EDITOR_LOG = Logger.getLogger("org.jline");

    private final Terminal terminal;
    private final Screen screen;
    private final Course course;
    private final Path history;
    private final boolean piped;
    private final NextStep nextStep = new NextStep();
    private volatile boolean stopped;

    /**
     * @param history the file that keeps what was typed
     * @throws IOException when there is no terminal to be had
     */
    public LabTerminal(Course course, Map<String, String> environment, Path history) throws IOException {
        // Else the editor writes stack traces on the screen, such as when the disk has no room for the history.
        EDITOR_LOG.setLevel(Level.OFF);
        this.terminal = TerminalBuilder.builder().system(true).dumb(true).build();
        this.screen = new Screen(terminal, environment);
        this.course = course;
        this.history = history;
        this.piped = screen.isDumb() && !"dumb".equals(environment.get("TERM"));
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
        boolean grey = theme.colour() && !screen.isDumb();
        AttributedStringBuilder words = new AttributedStringBuilder()
                .append("A Kubernetes cluster with Istio, inside this program: break what you like. ")
                .append("Type commands at the prompt");
        if (!screen.isDumb()) {
            words.append(grey ? "; the grey one is the lesson's next, " : "; the lesson's next stands above it, ")
                    .append(theme.arrow(), theme.attention())
                    .append(grey ? " takes it" : " types it for you");
        }
        words.append(". ").append(":help", theme.code()).append(" lists the lab's own words.");
        screen.print(Wrap.at(words.toAttributedString(), Math.min(screen.columns() - 1, 100)));
    }

    /** The width of the terminal. */
    public int columns() {
        return screen.columns();
    }

    /** Who is told of the session's events. */
    public Consumer<Event> listener() {
        return event -> {
            if (!nextStep.keeps(event)) {
                screen.print(lines(event));
            }
        };
    }

    private List<AttributedString> lines(Event event) {
        return new EventPrinter(course, screen.theme(), screen.columns()).lines(event);
    }

    /** Shows the next step if it leaves on the screen what there is to read before; else says how to see it. */
    private void open() {
        List<AttributedString> lines = nextStep.events().stream()
                .flatMap(event -> lines(event).stream())
                .toList();
        if (!nextStep.waits() || (!nextStep.opensLesson() && screen.fits(lines.size()))) {
            show();
        } else {
            screen.print(List.of(new AttributedString(
                    nextStep.opensLesson() ? "Enter opens the next lesson." : "Enter goes on.",
                    screen.theme().attention())));
        }
    }

    private void show() {
        nextStep.take().forEach(event -> screen.print(lines(event)));
    }

    /** Reads and runs lines until the learner stops. */
    public void run(LessonRunner runner, Commands commands) throws IOException {
        SuggestingReader reader = reader(commands);
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
            boolean goOn = turn(line, runner, commands);
            since = System.nanoTime();
            if (!goOn) {
                break;
            }
        }
        screen.status(List.of());
        screen.print(
                runner.kept()
                        ? "Your progress is kept. Start the lab again to go on here."
                        : "Not everything could be saved: the lab may go on from an earlier state.");
    }

    private SuggestingReader reader(Commands commands) throws IOException {
        SuggestingReader reader = new SuggestingReader(terminal, screen.theme());
        reader.setParser(new LineParser());
        reader.setCompleter(new WordCompleter(commands::names, commands::files));
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
        screen.freshLine();
        screen.status(new StatusLine(screen.theme()).choices(runner));
        reader.suggest(
                screen.isDumb() || nextStep.waits() ? "" : runner.suggestion().orElse(""));
        try {
            String line = reader.readLine(prompt(runner));
            if (piped) {
                // Nobody typed it, so nobody has seen it.
                screen.print(line);
            }
            return line;
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

    /** One line of the learner's and all that comes of it. */
    private boolean turn(String line, LessonRunner runner, Commands commands) {
        boolean waited = nextStep.waits();
        show();
        if (waited && line.isBlank()) {
            return true;
        }
        screen.startTurn();
        nextStep.keep();
        try {
            return handle(line, runner, commands);
        } finally {
            open();
        }
    }

    /** @return false when the learner wants to stop */
    private boolean handle(String line, LessonRunner runner, Commands commands) {
        if (line.isBlank()) {
            return true;
        }
        Optional<Integer> answer = answer(line, runner, commands);
        if (answer.isPresent()) {
            runner.answer(answer.get());
            return true;
        }
        Optional<LabWord.Call> word = LabWord.read(line, commands::isCommand);
        if (word.isPresent()) {
            return word(word.get(), runner);
        }
        if (LabWord.addressesLab(line)) {
            screen.print(wrapped("The lab does not understand \"" + line.strip() + "\"; :help lists its words."));
            return true;
        }
        if (runner.question().isPresent() && !line.strip().contains(" ") && isWord(line, commands)) {
            screen.print(wrapped("A question waits. Answer it with a number from 1 to "
                    + runner.question().get().choices().size() + ", or :next to skip it."));
            return true;
        }
        stopped = false;
        InputStream in =
                screen.isDumb() ? InputStream.nullInputStream() : new TypedInput(terminal.reader(), () -> stopped);
        runner.run(line, in, screen.output(), screen.output());
        return true;
    }

    /** Whether the line is a word that nothing would run. */
    private static boolean isWord(String line, Commands commands) {
        return line.strip().matches("[\\p{L}\\d/'-]+[.!?]?") && !runs(line.strip(), commands);
    }

    /** A number alone answers the question that waits, and so do the words of an answer. */
    private static Optional<Integer> answer(String line, LessonRunner runner, Commands commands) {
        if (runner.question().isEmpty()) {
            return Optional.empty();
        }
        String text = line.strip();
        if (text.matches("\\d{1,2}[.)]?")) {
            return Optional.of(Integer.parseInt(text.replaceAll("\\D", "")));
        }
        return runs(text.split("\\s")[0], commands)
                ? Optional.empty()
                : new SpokenAnswer(runner.question().get()).number(text);
    }

    /** Whether the word begins a command; nobody means the command {@code yes} while a question waits. */
    private static boolean runs(String word, Commands commands) {
        return commands.isCommand(word) && !word.equals("yes");
    }

    private List<AttributedString> wrapped(String sentence) {
        return Wrap.at(new AttributedString(sentence), Math.min(screen.columns() - 1, 100));
    }

    private boolean word(LabWord.Call call, LessonRunner runner) {
        if (call.word().travels()) {
            // The learner asked for it, so it is shown at once.
            nextStep.take();
        }
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
            case GOTO ->
                withArgument(
                        call,
                        ":goto 2 goes to lesson 2, :goto 2/5 to its step 5, :goto /5 to step 5 of this lesson.",
                        runner::goTo);
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
            screen.print(wrapped(otherwise));
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
        lines.addAll(wrapped("The colon may be left out. A number answers a question. Everything else is a command:"
                + " kubectl, istioctl, crictl, nsenter, and the usual shell tools with pipes and loops."
                + " Tab completes, Ctrl-R searches what you typed before, Ctrl-C stops a command."));
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
