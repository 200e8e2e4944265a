package lab.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.cluster.Cluster;
import lab.sandbox.Sandbox;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sessions recorded on a real cluster, run in the sandbox: each command answers the same, but for those in
 * {@code not-yet-equal.tsv}. That list only shrinks: a command on it that answers the same is a failure too.
 */
class RecordedSessionsTest {
    private static final Comparer COMPARER = Comparer.standard();
    private static final NotYetEqual NOT_YET = NotYetEqual.read();
    private static final int SHOWN = 60;

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> automaticInjection() throws IOException {
        return session("01-auto-injection");
    }

    @TestFactory
    Stream<DynamicTest> manualInjection() throws IOException {
        return session("02-manual-injection");
    }

    @TestFactory
    Stream<DynamicTest> istioInit() throws IOException {
        return session("03-istio-init");
    }

    @TestFactory
    Stream<DynamicTest> outgoing() throws IOException {
        return session("04-outgoing");
    }

    @TestFactory
    Stream<DynamicTest> incoming() throws IOException {
        return session("05-incoming");
    }

    @TestFactory
    Stream<DynamicTest> listenersAndRoutes() throws IOException {
        return session("06-listener-route");
    }

    @TestFactory
    Stream<DynamicTest> clustersAndEndpoints() throws IOException {
        return session("07-cluster-endpoint");
    }

    @TestFactory
    Stream<DynamicTest> kubectl() throws IOException {
        return session("08-kubectl");
    }

    @TestFactory
    Stream<DynamicTest> traffic() throws IOException {
        return session("09-traffic");
    }

    @TestFactory
    Stream<DynamicTest> security() throws IOException {
        return session("10-security");
    }

    @TestFactory
    Stream<DynamicTest> annotations() throws IOException {
        return session("11-annotations");
    }

    @TestFactory
    Stream<DynamicTest> faults() throws IOException {
        return session("12-faults");
    }

    @TestFactory
    Stream<DynamicTest> accessLog() throws IOException {
        return session("13-access-log");
    }

    @TestFactory
    Stream<DynamicTest> routingMysteries() throws IOException {
        return session("14-routing-mysteries");
    }

    private Stream<DynamicTest> session(String name) throws IOException {
        List<Answer> real = Recordings.answers(name);
        List<String> commands = real.stream().map(Answer::command).toList();
        List<Answer> lab;
        try (Cluster cluster = Sandbox.fresh(1)) {
            lab = SessionScript.run(cluster, directory, commands);
        }
        return IntStream.range(0, real.size())
                .filter(i -> !real.get(i).unstable())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        (i + 1) + ": " + real.get(i).title(), () -> judge(name, i + 1, real.get(i), lab.get(i))));
    }

    private static void judge(String session, int number, Answer real, Answer lab) {
        List<String> differences = COMPARER.differences(real, lab);
        boolean listed = NOT_YET.holds(session, number, real);
        if (listed && differences.isEmpty()) {
            fail("answers as the real cluster does now: take it out of " + NotYetEqual.FILE + ":\n"
                    + NotYetEqual.line(session, number, real));
        }
        if (!listed && !differences.isEmpty()) {
            fail("differs from the real cluster:\n"
                    + String.join("\n", differences.subList(0, Math.min(SHOWN, differences.size()))));
        }
    }

    static List<String> sessions() {
        return Recordings.sessions();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void theRecordingIsOfTheSession(String session) {
        assertEquals(
                SessionScript.commands(Recordings.text("sessions/" + session + ".session")),
                Recordings.answers(session).stream().map(Answer::command).toList());
    }

    @Test
    void theListNamesOnlyCommandsOfTheSessions() {
        TreeSet<String> known = new TreeSet<>();
        for (String session : Recordings.sessions()) {
            List<Answer> answers = Recordings.answers(session);
            for (int i = 0; i < answers.size(); i++) {
                known.add(session + "\t" + (i + 1) + "\t" + answers.get(i).title());
            }
        }
        List<String> unknown = new ArrayList<>(NOT_YET.reasons().keySet());
        unknown.removeAll(known);
        assertEquals(List.of(), unknown);
    }
}
