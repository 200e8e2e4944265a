package lab.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparerTest {
    private static final Comparer COMPARER = Comparer.standard();

    private static Answer out(String text) {
        return Answer.of("c", 0, text, "");
    }

    private static boolean equal(String real, String lab) {
        return COMPARER.differences(out(real), out(lab)).isEmpty();
    }

    @Test
    void showsWhatDiffers() {
        assertEquals(
                List.of("--- real", "+++ lab", "@@ -1,3 +1,3 @@", " a", "-b", "+x", " --stderr--"),
                COMPARER.differences(out("a\nb\n"), out("a\nx\n")));
    }

    @Test
    void findsEveryKindOfDifference() {
        Answer real = Answer.of("c", 0, "out\n", "err\n");
        assertTrue(COMPARER.differences(real, real).isEmpty());
        assertFalse(COMPARER.differences(real, Answer.of("c", 0, "other\n", "err\n"))
                .isEmpty());
        assertFalse(COMPARER.differences(real, Answer.of("c", 0, "out\n", "other\n"))
                .isEmpty());
        assertFalse(
                COMPARER.differences(real, Answer.of("c", 1, "out\n", "err\n")).isEmpty());
        assertFalse(COMPARER.differences(real, Answer.of("c", 0, "out\nmore\n", "err\n"))
                .isEmpty());
        assertFalse(COMPARER.differences(real, Answer.of("c", 0, "", "err\n")).isEmpty());
        assertFalse(
                COMPARER.differences(real, Answer.of("c", 0, "", "out\nerr\n")).isEmpty());
    }

    /** Each may differ between two clusters. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    pod/sleep-5595fd6659-29dtx created | pod/sleep-b94f64cfd-bcdfg created
                    httpbin   1/1   2m3s               | httpbin   1/1   9s
                    IP: 10.244.0.5                     | IP: 10.244.0.17
                    svc 10.96.7.8                      | svc 10.96.1.200
                    at 2026-11-23T01:35:27Z            | at 2026-01-05T08:00:00Z
                    from 127.0.0.6:43211               | from 127.0.0.6:60000
                    :INPUT ACCEPT [12:3456]            | :INPUT ACCEPT [0:0]
                    restarted (3m ago)                 | restarted (40s ago)
                    NAME     AGE                       | NAME  AGE
                    """)
    void masksWhatMayDiffer(String real, String lab) {
        assertTrue(equal(real, lab));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    pod/sleep-5595fd6659-29dtx created | pod/httpbin-5595fd6659-29dtx created
                    IP: 10.244.0.5                     | IP: 10.96.0.5
                    svc 10.96.0.10                     | svc 10.96.0.11
                    httpbin   1/1   2m3s               | httpbin   0/1   9s
                    from 127.0.0.6:43211               | from 127.0.0.6:80
                    '  two: 1'                         | 'two: 1'
                    a  b                               | a b
                    """)
    void keepsWhatMustNotDiffer(String real, String lab) {
        assertFalse(equal(real, lab));
    }

    @Test
    void equalValuesStandAtEqualPlaces() {
        assertTrue(equal("10.244.0.5 10.244.0.6 10.244.0.5", "10.244.0.9 10.244.0.2 10.244.0.9"));
        assertFalse(equal("10.244.0.5 10.244.0.6 10.244.0.5", "10.244.0.9 10.244.0.2 10.244.0.2"));
        assertFalse(equal("10.244.0.5 10.244.0.6", "10.244.0.9 10.244.0.9"));
    }

    @Test
    void numbersGoOnFromOutputToErrors() {
        Answer same = Answer.of("c", 0, "10.244.0.5\n", "10.244.0.5\n");
        Answer other = Answer.of("c", 0, "10.244.0.5\n", "10.244.0.6\n");
        assertFalse(COMPARER.differences(same, other).isEmpty());
    }

    @Test
    void leavesOutDroppedLines() {
        assertTrue(equal("Waiting for a\nb\nWaiting for c\n", "b\n"));
        assertFalse(equal("b: Waiting for a\n", ""));
    }

    @Test
    void comparesJsonAsJson() {
        assertTrue(equal("{\"a\":[1,2],\"b\":{}}", "{\n  \"b\": { }, \"a\": [ 1, 2 ]\n}\n"));
        assertFalse(equal("{\"a\":[1,2]}", "{\"a\":[2,1]}"));
        assertFalse(equal("{\"a\":1}", "{\"a\":\"1\"}"));
        assertFalse(equal("{\"a\":1} {}", "{ \"a\": 1} {}"));
        assertEquals(
                "{\n \"a\": [\n  \"\\u00F6\"\n ],\n \"b\": {}\n}", SortedJson.orAsItIs("{\"b\":{},\"a\":[\"ö\"]}"));
        assertEquals("{not json}\n", SortedJson.orAsItIs("{not json}\n"));
    }

    @Test
    void comparesUnorderedLinesAsASet() {
        Answer real = new Answer("c", 0, "10.244.0.5 a\n10.244.0.6 b\n", "", true, false);
        assertTrue(
                COMPARER.differences(real, out("10.244.0.1 b\n10.244.0.2 a\n")).isEmpty());
        assertFalse(
                COMPARER.differences(real, out("10.244.0.1 b\n10.244.0.2 c\n")).isEmpty());
    }

    @Test
    void aSessionIsReadAsItIsRecorded() {
        assertEquals(
                List.of("one", "two \\\n three", "f() {\n# kept\n\n}", "four # kept"),
                SessionScript.commands(
                        "# no\n\none\ntwo \\\n three\n<<<\nf() {\n# kept\n\n}\n>>>\n  # no\nfour # kept\n"));
    }
}
