package lab.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static LessonReport verify(String text) {
        return new Verification(FakeStage::new, "default").run(FakeCourse.lesson(text));
    }

    private static void fails(String from, String to, int line, String what) {
        String text = FakeCourse.FIRST.replace(from, to);
        assertTrue(!text.equals(FakeCourse.FIRST), "nothing to replace: " + from);
        List<Failure> failures = verify(text).failures();
        assertTrue(
                failures.stream().anyMatch(f -> f.line() == line && f.what().contains(what)),
                () -> "expected line " + line + " " + what + ", got " + failures);
    }

    @Test
    void passesALessonThatIsRight() {
        List<FakeStage> stages = new ArrayList<>();
        List<LessonReport> reports = new Verification(
                        () -> {
                            FakeStage stage = new FakeStage();
                            stages.add(stage);
                            return stage;
                        },
                        "default")
                .run(FakeCourse.course().lessons().subList(0, 1), report -> {});
        assertEquals(List.of(), reports.get(0).failures());
        assertTrue(stages.get(0).closed);
    }

    @Test
    void failsWhenTheOutputIsAnother() {
        fails("b is 2", "b is two", 27, "$ put b 2");
    }

    @Test
    void failsWhenTheRightAnswerIsNotWhatHappened() {
        fails(
                "right: true, seen: {contains: \"1\"}",
                "right: true, seen: {contains: \"7\"}",
                18,
                "the right answer is not");
    }

    @Test
    void failsWhenAWrongAnswerIsWhatHappened() {
        fails("seen: {contains: \"2\"}", "seen: {contains: \"1\"}", 19, "a wrong answer is what happened");
    }

    @Test
    void failsWhenATaskPassesUnsolved() {
        fails("$ put ready yes > /dev/null", "$ put t 3 > /dev/null", 34, "pass before it is solved");
    }

    @Test
    void failsWhenTheSolutionDoesNotSolve() {
        fails("$ put t 3\nt is 3", "$ put t 5\nt is 5", 38, "although the task is solved");
    }

    @Test
    void failsWhenAnAnnotatedLineIsNotThere() {
        fails("{line: b is,", "{line: c is,", 31, "no line of the output");
    }

    @Test
    void failsWhenSetupFails() {
        fails("$ put ready yes > /dev/null", "$ get nothing", 7, "$ get nothing");
    }

    @Test
    void waitsForWhatTakesTime() {
        assertEquals(
                List.of(),
                verify(FakeCourse.FIRST.replace("$ put t 3\nt is 3", "$ later t 3"))
                        .failures());
    }

    @Test
    void showsExpectedAgainstActual() {
        Failure failure = verify(FakeCourse.FIRST.replace("b is 2", "b is two"))
                .failures()
                .get(0);
        assertEquals("l.md:27: fill: $ put b 2: the output differs\n  - b is two\n  + b is 2\n", failure.text());
    }

    @Test
    void writesJUnitReports() {
        LessonReport report = verify(FakeCourse.FIRST.replace("b is 2", "b is <two>&\u0007"));
        String xml = JUnitReport.xml(List.of(report));
        assertTrue(xml.contains("<testsuite name=\"first\" tests=\"4\" failures=\"1\""), xml);
        assertTrue(xml.contains("<testcase classname=\"first\" name=\"fill\"><failure message=\"$ put b 2\">"), xml);
        assertTrue(xml.contains("&lt;two&gt;&amp;"), xml);
    }
}
