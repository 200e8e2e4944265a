package lab.sandbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lab.conformance.Recordings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NodeProgramsTest {
    private final SmallMesh mesh = new SmallMesh();

    /** The commands of session 04 that read or change a pod's rules print what the real node printed. */
    @TestFactory
    Stream<DynamicTest> iptablesPrintsWhatTheRealNodePrinted() {
        mesh.sleep(true);
        String pid = pid();
        Set<String> needsTools = new HashSet<>(List.of("awk", "grep", "sed", "sort"));
        return Recordings.lines("sessions/04-outgoing.jsonl").stream()
                .map(SmallMesh::read)
                .filter(entry -> entry.path("cmd").asText().startsWith("nsenter -t $PID -n ip"))
                .filter(entry -> needsTools.stream().noneMatch(entry.path("cmd").asText()::contains))
                .map(entry -> DynamicTest.dynamicTest(entry.path("cmd").asText(), () -> compare(entry, pid)));
    }

    private void compare(JsonNode entry, String pid) {
        SmallMesh.Result result = mesh.onNode(entry.path("cmd").asText().replace("$PID", pid));
        assertEquals(plain(entry.path("out").asText()), plain(result.out()));
        assertEquals(plain(entry.path("err").asText()), plain(result.err()));
        assertEquals(entry.path("exit").asInt(), result.code());
    }

    private static String plain(String text) {
        return text.replaceAll("(?m)^# Warning: ip6?tables-legacy.*\n", "").replaceAll("on Mon Nov 23 .*", "on DATE");
    }

    private String pid() {
        String id = mesh.onNode("crictl pods --name sleep -q").out().trim();
        JsonNode pod = SmallMesh.read(mesh.onNode("crictl inspectp " + id).out());
        return pod.path("info").path("pid").asText();
    }

    @Test
    void aPodWithoutSidecarHasNoRules() {
        mesh.sleep(false);
        assertEquals(new SmallMesh.Result("", "", 0), mesh.onNode("nsenter -t " + pid() + " -n iptables-save"));
    }

    @Test
    void aDeletedRedirectRuleLetsRequestsPassTheClientsSidecar() {
        JsonNode sleep = mesh.sleep(true);
        mesh.httpbin(true);
        mesh.onNode("nsenter -t " + pid() + " -n iptables -t nat -D ISTIO_OUTPUT -j ISTIO_REDIRECT");
        String out = mesh.exec(sleep, "sleep", "curl", "-sS", "-i", "http://httpbin:8000/headers")
                .out();
        assertTrue(out.contains("server: istio-envoy"), out);
    }

    @Test
    void aRequestCountsInTheRulesThatItPasses() {
        JsonNode sleep = mesh.sleep(true);
        mesh.httpbin(true);
        String enter = "nsenter -t " + pid() + " -n ";
        mesh.onNode(enter + "iptables -t nat -Z");
        mesh.exec(sleep, "sleep", "curl", "-sS", "http://httpbin:8000/get");
        String saved = mesh.onNode(enter + "iptables-save -c").out();
        assertTrue(saved.contains("[1:60] -A ISTIO_REDIRECT -p tcp -j REDIRECT --to-ports 15001"), saved);
    }

    @Test
    void crictlListsContainersAsTheRealOneDoes() {
        mesh.sleep(true);
        String[] lines = mesh.onNode("crictl ps -a").out().split("\n");
        assertEquals(
                "CONTAINER           IMAGE               CREATED             STATE               NAME                "
                        + "ATTEMPT             POD ID              POD                 NAMESPACE",
                lines[0]);
        assertTrue(lines[1].contains("e4f01de21551b       2 seconds ago       Running             sleep "), lines[1]);
        assertTrue(lines[3].contains("Exited              istio-init"), lines[3]);
    }

    @Test
    void crictlListsTheImagesOfTheRealNode() {
        String recorded = Recordings.text("b-traffic/node/crictl-images");
        assertEquals(
                recorded.substring(recorded.indexOf("IMAGE ")),
                mesh.onNode("crictl images").out());
    }
}
