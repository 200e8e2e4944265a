package lab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.check.Matcher;
import lab.lesson.prose.Prose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LessonParserTest {
    private static final String FRONT = "---\nid: x\ntitle: X\nminutes: 1\n---\n";
    private static final String STEP = "```console {id=a}\n$ true\n```\n";
    private static final String CHECK = "```check\n- run: 'true'\n```\n";
    private static final String SOLUTION = "<details>\n\n```solution\n$ true\n```\n\n</details>\n";

    @Test
    void readsAConsole() {
        Lesson lesson = good("""
            Text.

            ```console {id=a points=4 retry=2m consecutive=3 match=lines}
            $ echo a \\
              b
            a b
            [3]

            $ cat <<'EOF'
            one
            $ two
            EOF
            one

            $ echo 'x
            y'
            ```
            """);
        Step step = lesson.steps().get(0);
        assertEquals(4, step.points());
        assertEquals(1, step.text().size());
        Activity.Console console = (Activity.Console) step.activity();
        assertEquals(120, console.retry().limit().toSeconds());
        assertEquals(3, console.retry().consecutive());
        Command first = console.commands().get(0);
        assertEquals("echo a \\\n  b", first.text());
        assertEquals("a b", first.expectation().text());
        assertEquals(3, first.expectation().exit());
        assertEquals(Matcher.LINES, first.expectation().matcher());
        assertEquals("cat <<'EOF'\none\n$ two\nEOF", console.commands().get(1).text());
        assertEquals("echo 'x\ny'", console.commands().get(2).text());
        assertEquals(9, first.line());
    }

    @Test
    void readsATaskWithAllThatBelongsToIt() {
        Lesson lesson = good("```task {id=t points=10 hint-cost=3}\nDo **it**.\n```\n" + CHECK
                + "```hint\n- when: {command: x, output: y, exit: 1, state: [{file: f}]}\n  say: No.\n```\n"
                + "<details><summary>One</summary>\n\nFirst.\n\n</details>\n\n" + SOLUTION + "\nBye.\n");
        Step step = lesson.steps().get(0);
        Activity.Task task = (Activity.Task) step.activity();
        assertEquals(3, task.hintCost());
        assertEquals("true", task.solution().get(0).text());
        assertEquals(1, step.checks().size());
        assertEquals("One", step.askedHints().get(0).title());
        assertEquals(2, step.hints().size());
        assertTrue(lesson.closing().get(0) instanceof Prose.Paragraph);
    }

    @Test
    void readsAPrediction() {
        Lesson lesson = good("```predict {id=p}\nquestion: What?\nchoices:\n- answer: yes\n  right: true\n"
                + "  seen: {contains: y}\n- {answer: no, why: Because.}\nexplanation: So.\nproof: echo y\n```\n"
                + STEP);
        Activity.Question question = (Activity.Question) lesson.steps().get(0).activity();
        assertTrue(question.prediction());
        assertEquals(2, question.choices().size());
        assertEquals("echo y", question.proof().orElseThrow().command());
    }

    @Test
    void keepsPlainCodeAsText() {
        assertEquals(
                2,
                good("```yaml\na: 1\n```\n\n```\nb\n```\n" + STEP)
                        .steps()
                        .get(0)
                        .text()
                        .size());
    }

    private static Lesson good(String body) {
        LessonParser.Result result = LessonParser.parse("l.md", FRONT + body);
        assertEquals(List.of(), result.problems());
        return result.lesson().orElseThrow();
    }

    static Stream<Arguments> mistakes() {
        String predict = "```predict {id=p}\nquestion: Q\nexplanation: E\n";
        String choices = "choices:\n- {answer: a, right: true, seen: {contains: x}}\n- {answer: b}\n";
        return Stream.of(
                Arguments.of("no front matter", 1, "a lesson begins with front matter"),
                Arguments.of("---\nid: x\ntitle: X\n---\n" + STEP, 1, "the front matter needs \"minutes\""),
                Arguments.of("---\nid: X y\ntitle: X\nminutes: 1\n---\n" + STEP, 2, "\"X y\" is no id"),
                Arguments.of(
                        "---\nid: x\ntitel: X\nminutes: 1\n---\n" + STEP,
                        3,
                        "the front matter has no key \"titel\"; did you mean \"title\"?"),
                Arguments.of("---\nid: x\ntitle: [\nminutes: 1\n---\n" + STEP, 4, "not YAML"),
                Arguments.of(
                        "---\nid: x\ntitle: X\nminutes: 1\npoints: 5\n---\n" + STEP,
                        5,
                        "the steps add up to 1 points, not 5"),
                Arguments.of("---\nid: x\nid: y\ntitle: X\nminutes: 1\n---\n" + STEP, 3, "key \"id\" is given twice"),
                Arguments.of("---\nid: x\ntitle: X\nminutes: soon\n---\n" + STEP, 4, "\"minutes\" is a whole number"),
                Arguments.of(FRONT, 6, "a lesson without a step"),
                Arguments.of(
                        FRONT + "```consol {id=a}\n$ x\n```\n" + STEP,
                        6,
                        "no block is called \"consol\"; did you mean \"console\"?"),
                Arguments.of(FRONT + "```console\n$ x\n```\n", 6, "a console block needs an id"),
                Arguments.of(FRONT + "```console {id=A}\n$ x\n```\n", 6, "\"A\" is no id"),
                Arguments.of(FRONT + STEP + STEP, 9, "the id \"a\" is taken by the step in line 6"),
                Arguments.of(
                        FRONT + "```console {id=a point=1}\n$ x\n```\n",
                        6,
                        "has no attribute \"point\"; did you mean \"points\"?"),
                Arguments.of(
                        FRONT + "```console {id=a points=x}\n$ x\n```\n", 6, "attribute \"points\" is a whole number"),
                Arguments.of(FRONT + "```console {id=a id=b}\n$ x\n```\n", 6, "attribute \"id\" is given twice"),
                Arguments.of(FRONT + "```console {id}\n$ x\n```\n", 6, "attribute \"id\" needs a value"),
                Arguments.of(FRONT + "```console {id=a !}\n$ x\n```\n", 6, "cannot read the attribute at \"!\""),
                Arguments.of(FRONT + "```console id=a\n$ x\n```\n", 6, "the attributes of a block stand in braces"),
                Arguments.of(
                        FRONT + "```console {id=a match=contain}\n$ x\n```\n",
                        6,
                        "no matcher is called \"contain\"; did you mean \"contains\"?"),
                Arguments.of(FRONT + "```console {id=a retry=soon}\n$ x\n```\n", 6, "\"retry\" is a time such as 30s"),
                Arguments.of(
                        FRONT + "```console {id=a consecutive=2}\n$ x\n```\n", 6, "\"consecutive\" needs \"retry\""),
                Arguments.of(FRONT + "```console {id=a}\nx\n$ y\n```\n", 7, "output before the first command"),
                Arguments.of(FRONT + "```console {id=a}\n```\n", 6, "a console block without a command"),
                Arguments.of(
                        FRONT + "```console {id=a}\n$ echo 'x\n```\n",
                        7,
                        "the quote ' of this command is never closed"),
                Arguments.of(
                        FRONT + "```console {id=a}\n$ cat <<E\nx\n```\n", 7, "the here-document has no line \"E\""),
                Arguments.of(FRONT + "```console {id=a}\n$ x\n<a-b>\n```\n", 8, "such as <a_b>"),
                Arguments.of(FRONT + "```console {id=a}\n$ x\n[300]\n```\n", 8, "an exit code is 0 to 255"),
                Arguments.of(FRONT + "```console {id=a match=regex}\n$ x\n(\n```\n", 8, "not a regular expression"),
                Arguments.of(FRONT + "```console {id=a}\n$ x\n", 6, "this block is never closed"),
                Arguments.of(
                        FRONT + "```console {id=a}\n$ x\n```\n```check {id=b}\n- run: x\n```\n",
                        9,
                        "belongs to the console block before it and has no id"),
                Arguments.of(FRONT + "```hint\n- x\n```\n" + STEP, 6, "stands directly after the block of its step"),
                Arguments.of(FRONT + STEP + "```solution\n$ x\n```\n", 10, "only a task has a solution"),
                Arguments.of(FRONT + "```task {id=t}\n```\n" + CHECK + SOLUTION, 6, "the task block is empty"),
                Arguments.of(FRONT + "```task {id=t}\nx\n```\n" + SOLUTION, 6, "a task needs a check block"),
                Arguments.of(FRONT + "```task {id=t}\nx\n```\n" + CHECK, 6, "a task needs a solution"),
                Arguments.of(FRONT + STEP + "```check\n- rum: x\n```\n", 10, "a check has exactly one of"),
                Arguments.of(FRONT + STEP + "```check\n- {run: x, file: y}\n```\n", 10, "not run and file"),
                Arguments.of(
                        FRONT + STEP + "```check\n- {run: x, contain: y}\n```\n",
                        10,
                        "a run check has no key \"contain\"; did you mean \"contains\"?"),
                Arguments.of(
                        FRONT + STEP + "```check\n- object: deployment\n```\n",
                        10,
                        "name the object (deployment/NAME)"),
                Arguments.of(
                        FRONT + STEP + "```check\n- {object: deploy/x, jsonpath: '{.a}'}\n```\n",
                        10,
                        "\"jsonpath\" needs what it should give"),
                Arguments.of(
                        FRONT + STEP + "```check\n- {object: deploy/x, jsonpath: .a, equals: 1}\n```\n",
                        10,
                        "in braces: '{.a}'"),
                Arguments.of(
                        FRONT + STEP + "```check\n- {object: deploy/x, equals: 1}\n```\n", 10, "needs \"jsonpath\""),
                Arguments.of(
                        FRONT + STEP + "```check\n- {object: pods, count: some}\n```\n",
                        10,
                        "\"count\" is a number, 2+ or 2-4"),
                Arguments.of(FRONT + STEP + "```check\n- {pods: a=b, ready: yes}\n```\n", 10, "such as 2/2"),
                Arguments.of(
                        FRONT + STEP + "```check\n- {pods: a=b, proxy: maybe}\n```\n",
                        10,
                        "\"proxy\" is true or false"),
                Arguments.of(FRONT + STEP + "```check\n```\n", 9, "an empty check block"),
                Arguments.of(FRONT + STEP + "```hint\n- say: x\n```\n", 10, "a hint block needs \"when\""),
                Arguments.of(
                        FRONT + STEP + "```hint\n- {say: x, when: {output: '('}}\n```\n",
                        10,
                        "\"output\" is not a regular expression"),
                Arguments.of(FRONT + STEP + "```annotate\n- note: x\n```\n", 10, "names its line by \"line\""),
                Arguments.of(FRONT + predict + choices + "```\n" + STEP, 7, "a prediction needs a \"proof\""),
                Arguments.of(
                        FRONT + predict + "choices: [{answer: a, right: true}, {answer: b}]\nproof: x\n```\n" + STEP,
                        9,
                        "says under \"seen\""),
                Arguments.of(
                        FRONT + predict + "choices: [{answer: a}, {answer: b}]\nproof: x\n```\n" + STEP,
                        9,
                        "no choice is right"),
                Arguments.of(
                        FRONT + predict + "choices: [{answer: a, right: true, seen: {contains: x}}]\nproof: x\n```\n"
                                + STEP,
                        9,
                        "at least two choices"),
                Arguments.of(
                        FRONT + predict + choices + "proof: {after: b}\n```\n" + STEP, 12, "no step has the id \"b\""),
                Arguments.of(
                        FRONT + STEP + predict + choices + "proof: {after: a}\n```\n",
                        15,
                        "comes before the prediction"),
                Arguments.of(FRONT + STEP + predict + choices + "proof: x\n```\n", 15, "no console step follows"),
                Arguments.of(FRONT + "<div>x</div>\n\n" + STEP, 6, "HTML is not shown in the terminal"),
                Arguments.of(FRONT + STEP + "<details>\n\nx\n\n</details>\n", 9, "<details> needs a title"),
                Arguments.of(FRONT + STEP + "<details><summary>X</summary>\n\nx\n", 9, "<details> without </details>"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhereAndWhatAnAuthorDidWrong(String text, int line, String message) {
        List<Problem> problems = LessonParser.parse("l.md", text).problems();
        assertTrue(
                problems.stream().anyMatch(p -> p.line() == line && p.message().contains(message)),
                () -> "expected l.md:" + line + ": …" + message + "…, got " + problems);
    }

    @Test
    void findsAllMistakesAtOnce() {
        String text = FRONT + "```console {ip=a}\n```\n\n```consle {id=b}\n```\n";
        assertEquals(
                List.of("l.md:6", "l.md:6", "l.md:6", "l.md:9"),
                LessonParser.parse("l.md", text).problems().stream()
                        .map(problem -> problem.file() + ":" + problem.line())
                        .toList());
    }

    @Test
    void findsWhatIsWrongBetweenLessons() {
        Map<String, String> files = Map.of(
                "README.md", "# The course\n\n- [b](02-b.md)\n- [a](01-a.md)\n- [c](03-c.md)\n",
                "01-a.md", "---\nid: a\ntitle: A\nminutes: 1\n---\n" + STEP,
                "02-b.md", "---\nid: b\ntitle: B\nminutes: 1\nneeds: [a, bx]\naliases: [a]\n---\n" + STEP);
        CourseReader.Result result = CourseReader.read(name -> Optional.ofNullable(files.get(name)));
        assertEquals("The course", result.course().title());
        assertEquals(
                List.of(
                        "01-a.md:1: the id \"a\" is taken by 02-b.md",
                        "02-b.md:1: needs \"a\", which does not come before this lesson",
                        "02-b.md:1: needs \"bx\", which no lesson is; did you mean \"b\"?",
                        "README.md:5: there is no file 03-c.md"),
                result.problems().stream().map(Problem::toString).toList());
    }

    @Test
    void survivesAnyCutOfALesson() {
        String text = FRONT + "```task {id=t}\nx\n```\n" + CHECK + SOLUTION + STEP;
        for (int i = 0; i <= text.length(); i++) {
            LessonParser.parse("l.md", text.substring(0, i));
        }
    }
}
