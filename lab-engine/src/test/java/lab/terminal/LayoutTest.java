package lab.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import lab.check.Expectation;
import lab.check.Matcher;
import lab.check.Observation;
import lab.check.Verdict;
import lab.lesson.Lesson;
import lab.lesson.LessonParser;
import lab.lesson.Step;
import lab.session.Event;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
    private static final Theme PLAIN = new Theme(false, true);
    private static final String LESSON = """
            ---
            id: small
            title: A small lesson
            minutes: 5
            can: lay out what a lesson can hold
            ---
            # A small lesson

            Some words, **strong** ones and `code`, long enough to need more than one line on any narrow terminal.

            - one item of a list that is longer than twenty columns
            - another

            | argument | what it decides | the rule |
            |---|---|---:|
            | `-p 15001` | where outgoing connections go | 15001 |
            | `-z 15006` | where incoming connections go | 15006 |

            ```predict {id=guess points=3}
            question: What will it print, if it prints anything at all?
            choices:
              - answer: "`1/1`"
                right: true
                seen: {contains: one}
              - answer: "`2/2`, because there is a proxy"
                why: Not yet.
                seen: {contains: two}
            explanation: It prints one word.
            proof: {after: say}
            ```

            Say it.

            ```console {id=say}
            $ echo one
            one
            ```
            ```annotate
            - line: one
              note: This is the one word that was printed, and there is not much more to be said of it.
            ```
            """;

    private static Lesson lesson() {
        LessonParser.Result parsed = LessonParser.parse("01-small.md", LESSON);
        assertTrue(parsed.problems().isEmpty(), () -> parsed.problems().toString());
        return parsed.lesson().orElseThrow();
    }

    private static List<String> text(List<AttributedString> lines) {
        return lines.stream().map(AttributedString::toString).toList();
    }

    private static void fits(List<AttributedString> lines, int columns) {
        for (AttributedString line : lines) {
            assertTrue(line.columnLength() <= columns, () -> columns + " columns: " + line);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 100})
    void nothingOfALessonIsWiderThanTheTerminal(int columns) {
        Lesson lesson = lesson();
        StepPrinter printer = new StepPrinter(PLAIN, columns);
        fits(printer.heading(1, lesson), columns);
        for (Step step : lesson.steps()) {
            fits(printer.step(step), columns);
            step.notes().forEach(note -> fits(printer.note(note, "one"), columns));
        }
    }

    @Test
    void wideTablesKeepTheirColumnsAndNarrowOnesBecomeLists() {
        Step first = lesson().steps().get(0);
        List<String> wide = text(new StepPrinter(PLAIN, 100).step(first));
        assertTrue(wide.stream().anyMatch(line -> line.matches("`-p 15001`  where outgoing connections go +15001")));
        List<String> narrow = text(new StepPrinter(PLAIN, 20).step(first));
        assertTrue(narrow.contains("argument: `-p 15001`") || narrow.contains("argument: `-p"), narrow::toString);
    }

    @Test
    void choicesAreNumbered() {
        List<String> lines =
                text(new StepPrinter(PLAIN, 80).step(lesson().steps().get(0)));
        assertTrue(lines.contains("Predict: What will it print, if it prints anything at all?"), lines::toString);
        assertTrue(lines.contains("  1) `1/1`"), lines::toString);
        assertTrue(lines.contains("  2) `2/2`, because there is a proxy"), lines::toString);
    }

    @Test
    void aNoteStandsUnderTheLineThatItIsOn() {
        Step say = lesson().steps().get(1);
        List<String> lines = text(new StepPrinter(PLAIN, 100).note(say.notes().get(0), "zero\none   two\n"));
        assertEquals("┃ one  two", lines.get(0));
        assertTrue(lines.get(1).startsWith("→ This is the one word"));
    }

    @Test
    void wrapsAtBlanksAndBreaksOnlyWordsThatAreTooLong() {
        assertEquals(
                List.of("one two", "three", "abcdefgh", "ij"),
                text(Wrap.at(new AttributedString("one two three abcdefghij"), 8)));
        assertEquals(List.of("✓ one", "  two"), text(Wrap.hanging(new AttributedString("✓ one two"), 8)));
    }

    @Test
    void marksTheLineThatDiffersAndExplainsPlaceholders() {
        Verdict verdict = new Expectation(Matcher.ELIDED, "NAME   READY\nsleep-<pod>   2/2", 0)
                .judge(Observation.of("x", 0, "NAME  READY\nsleep-a  1/2\n", ""), Map.of());
        List<String> lines = text(new VerdictPrinter(PLAIN, 80).comparison(verdict));
        assertEquals("  expected", lines.get(0));
        assertTrue(lines.contains("  - sleep-<pod>   2/2"), lines::toString);
        assertTrue(lines.contains("  + sleep-a  1/2"), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.contains("stands for any text")), lines::toString);
    }

    @Test
    void fillsInVariablesWhereTheExitCodeIsWrong() {
        Verdict verdict = new Expectation(Matcher.ELIDED, "namespace/$NS labeled", 0)
                .judge(Observation.of("x", 1, "", "no\n"), Map.of("NS", "default"));
        assertEquals("namespace/default labeled", verdict.expected());
    }

    @Test
    void aCommandOfTheLearnersOwnIsNoMistake() {
        Lesson lesson = lesson();
        Verdict verdict = Verdict.fail("the output differs", "one", "two");
        Step say = lesson.steps().get(1);
        var command = ((lab.lesson.Activity.Console) say.activity()).commands().get(0);
        EventPrinter printer = new EventPrinter(new lab.lesson.Course("Course", List.of(lesson)), PLAIN, 80);
        assertFalse(text(printer.lines(new Event.Mismatch(say, command, verdict, false)))
                .toString()
                .contains("✗"));
        assertTrue(text(printer.lines(new Event.Mismatch(say, command, verdict, true)))
                .get(0)
                .startsWith("✗"));
    }

    @Test
    void tellsAWrongPredictionInWords() {
        Lesson lesson = lesson();
        Step guess = lesson.steps().get(0);
        var question = (lab.lesson.Activity.Question) guess.activity();
        EventPrinter printer = new EventPrinter(new lab.lesson.Course("Course", List.of(lesson)), PLAIN, 80);
        List<String> lines = text(printer.lines(
                new Event.Explained(guess, question, question.choices().get(1), 0)));
        assertEquals("✗ You predicted “2/2, because there is a proxy”; it is “1/1”", lines.get(1));
        assertEquals(List.of("  Not yet.", "  It prints one word."), lines.subList(2, 4));
    }
}
