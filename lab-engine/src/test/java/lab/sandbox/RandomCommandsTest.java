package lab.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import lab.conformance.Answer;
import lab.conformance.Console;
import lab.kube.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the sandbox whatever a learner types; the sequences are random, but the same in every run. */
class RandomCommandsTest {
    private static final int LENGTH = 36;
    private static final Pattern JAVA = Pattern.compile("Exception|\\tat lab\\.|java\\.|lab is broken");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void commandsNeverBreakTheLabAndTheClusterSettles(long seed) {
        try (Sandbox sandbox = Sandbox.fresh(seed)) {
            Console console = new Console(sandbox);
            for (String command : new RandomCommands(seed).next(LENGTH)) {
                Answer answer = console.run(command);
                assertEquals(List.of(), console.faults(), command);
                assertFalse(JAVA.matcher(answer.err()).find(), () -> command + ": " + answer.err());
            }
            sandbox.pass(Duration.ofMinutes(2));
            for (JsonNode deployment : items(sandbox, "/apis/apps/v1/deployments")) {
                assertSettled(deployment);
            }
            for (JsonNode pod : items(sandbox, "/api/v1/pods")) {
                assertFalse(pod.path("metadata").has("deletionTimestamp"), pod::toPrettyString);
            }
        }
    }

    private static JsonNode items(Sandbox sandbox, String path) {
        return sandbox.api().send(Request.get(path)).body().path("items");
    }

    private static void assertSettled(JsonNode deployment) {
        String name = deployment.at("/metadata/name").asText();
        int wanted = deployment.at("/spec/replicas").asInt();
        JsonNode status = deployment.path("status");
        if (status.path("conditions").toString().contains("error looking up service account")) {
            return; // A sample whose service account was deleted with another sample: it waits for that, as a real one.
        }
        assertEquals(deployment.at("/metadata/generation"), status.path("observedGeneration"), name);
        for (String count : List.of("replicas", "updatedReplicas", "readyReplicas", "availableReplicas")) {
            assertEquals(wanted, status.path(count).asInt(), name + " " + count);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void theSameCommandsGetTheSameAnswers(long seed) {
        List<String> commands = new RandomCommands(seed).next(LENGTH);
        try (Sandbox one = Sandbox.fresh(seed);
                Sandbox other = Sandbox.fresh(seed)) {
            List<Answer> answers = answers(one, commands);
            assertAnswers(answers, answers(other, commands));
            other.renew();
            assertAnswers(answers, answers(other, commands));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void aSandboxLoadedInTheMiddleGoesOnTheSame(long seed) throws Exception {
        RandomCommands random = new RandomCommands(seed);
        try (Sandbox one = Sandbox.fresh(seed);
                Sandbox loaded = Sandbox.fresh(seed + 100)) {
            answers(one, random.next(LENGTH / 2));
            loaded.load(new ObjectMapper().readTree(one.save().toString()));
            List<String> rest = random.next(LENGTH / 2);
            assertAnswers(answers(one, rest), answers(loaded, rest));
        }
    }

    private static List<Answer> answers(Sandbox sandbox, List<String> commands) {
        Console console = new Console(sandbox);
        return commands.stream().map(console::run).toList();
    }

    private static void assertAnswers(List<Answer> expected, List<Answer> actual) {
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i));
        }
    }
}
