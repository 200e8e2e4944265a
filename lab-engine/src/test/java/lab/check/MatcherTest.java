package lab.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "same | a b | a b | true",
                "same | a b | \"a b \n\n\" | true",
                "same | a b | a  b | false",
                "same | a ... | a b | false",
                "contains | b c | a b c d | true",
                "contains | x | a b | false",
                "not_contains | x | a b | true",
                "not_contains | a | a b | false",
                "elided | NAME  READY | NAME     READY | true",
                "elided | \"a\n...\nd\" | \"a\nb\nc\nd\" | true",
                "elided | \"a\n...\nd\" | \"a\nd\" | true",
                "elided | \"a\n...\" | \"a\" | true",
                "elided | \"...\nd\" | \"a\nbd\" | false",
                "elided | a ... c | a b b c | true",
                "elided | <none> | <none> | true",
                "elided | <none> | x | false",
                "elided | <a> <a> | x x | true",
                "elided | <a> <a> | x y | false",
                "elided | \"namespace/$NS labeled\" | namespace/default labeled | true",
                "elided | \"$(POD_NAMESPACE).svc\" | \"$(POD_NAMESPACE).svc\" | true",
                "regex | ^b+$ | \"a\nbb\nc\" | true",
                "regex | ^x | a | false",
                "first_line | NAME READY | \"NAME  READY\nx\" | true",
                "first_line | x | \"y\nx\" | false",
                "like | reviews-v1-7b4dcd4f48-b9vqz 1/1 5s | reviews-v1-654df84766-7w2jf 1/1 12m | true",
                "like | reviews-v2-7b4dcd4f48-b9vqz | reviews-v1-654df84766-7w2jf | false",
                "like | x 10.96.0.1 | x 10.244.0.7 | true",
                "like | x 10.96.0.1:80 | x 10.244.0.7:81 | false",
                "like | \"a\nb\" | a | false",
                "lines | \"b\n- x\" | \"a\nb\nc\" | true",
                "lines | \"b\n- c\" | \"a\nb\nc\" | false",
                "lines | \"+ b\nq\" | \"a\nb\nc\" | false",
                "json | {\"a\": {\"b\": 1}} | {\"a\": {\"b\": 1.0, \"c\": 2}} | true",
                "json | {\"a\": [1]} | {\"a\": [1, 2]} | false",
                "json | {\"a\": \"...\"} | {\"a\": [1, 2]} | true",
                "json | {\"a\": \"...\"} | {\"b\": 1} | false",
                "json | 1 | not json | false",
            })
    void compares(String word, String expected, String actual, boolean passes) {
        Matcher matcher = Matcher.named(word).orElseThrow();
        assertEquals(
                passes, matcher.judge(expected, actual, Map.of("NS", "default")).passed());
    }

    @Test
    void capturesWhatPlaceholdersStandFor() {
        Verdict verdict = Matcher.ELIDED.judge(
                "NAME READY\n<pod> 2/2 <age>", "NAME                     READY\nsleep-5f-x   2/2  5s\n", Map.of());
        assertEquals(Map.of("pod", "sleep-5f-x", "age", "5s"), verdict.captures());
    }

    @Test
    void marksWhereLinesDiffer() {
        Verdict verdict = Matcher.ELIDED.judge("a\nsleep 1/1\nc", "a\nsleep 2/2\nc", Map.of());
        assertFalse(verdict.passed());
        assertEquals(
                List.of(new Mark(Mark.Side.EXPECTED, 1, 6, 9), new Mark(Mark.Side.ACTUAL, 1, 6, 9)), verdict.marks());
    }

    @Test
    void marksLinesThatAreMissing() {
        Verdict verdict = Matcher.LINES.judge("b\nq", "a\nb\n", Map.of());
        assertEquals(List.of(new Mark(Mark.Side.EXPECTED, 1, 0, 1)), verdict.marks());
    }

    @Test
    void surviveThousandsOfElidedLines() {
        String long_ = "x\n".repeat(200_000);
        assertTrue(Matcher.ELIDED.judge("...\nend", long_ + "end\n", Map.of()).passed());
    }

    @Test
    void tellsAuthorsWhatIsNoExpression() {
        assertTrue(Matcher.REGEX.problem("(").orElseThrow().startsWith("not a regular expression"));
        assertTrue(Matcher.JSON.problem("{").orElseThrow().startsWith("not JSON"));
        assertTrue(Matcher.SAME.problem("(").isEmpty());
    }

    @Test
    void expectationJudgesExitCodeFirst() {
        Observation failed = Observation.of("x", 1, "out\n", "err\n");
        assertFalse(new Expectation(Matcher.ELIDED, "out", 0)
                .judge(failed, Map.of())
                .passed());
        assertTrue(new Expectation(Matcher.ELIDED, "out", 1)
                .judge(failed, Map.of())
                .passed());
        assertTrue(new Expectation(Matcher.ELIDED, "out\nerr", 1)
                .judge(failed, Map.of())
                .passed());
        assertTrue(new Expectation(Matcher.FAILURE, "err", null)
                .judge(failed, Map.of())
                .passed());
        assertFalse(new Expectation(Matcher.FAILURE, null, null)
                .judge(Observation.of("x", 0, "", ""), Map.of())
                .passed());
        assertEquals(
                "the exit code is 1, not 0",
                new Expectation(Matcher.ELIDED, null, 0).judge(failed, Map.of()).reason());
    }
}
