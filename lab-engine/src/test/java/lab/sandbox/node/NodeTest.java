package lab.sandbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import lab.conformance.Recordings;
import lab.sandbox.controller.ContainerRuntime.Run;
import org.junit.jupiter.api.Test;

class NodeTest {
    private final SmallMesh mesh = new SmallMesh();

    @Test
    void aRequestWithoutMeshShowsTheApplicationsOwnSpelling() {
        JsonNode sleep = mesh.sleep(false);
        mesh.httpbin(false);
        SmallMesh.Result result = mesh.exec(sleep, "sleep", "curl", "-sS", "-i", "http://httpbin:8000/headers");
        assertTrue(
                result.out().startsWith("HTTP/1.1 200 OK\r\nAccess-Control-Allow-Credentials: true\r\n"), result.out());
        assertFalse(result.out().contains("server:"), result.out());
        assertTrue(result.out().contains("Content-Length: 146\r\n"), result.out());
    }

    @Test
    void bothSidecarsMakeARequestMutualTls() {
        JsonNode sleep = mesh.sleep(true);
        JsonNode httpbin = mesh.httpbin(true);
        SmallMesh.Result result = mesh.exec(sleep, "sleep", "curl", "-sS", "-i", "httpbin:8000/get");
        String recorded = Recordings.text("b-traffic/curl/get-i");
        assertEquals(masked(recorded.substring(recorded.indexOf("HTTP/1.1"))), masked(result.out()));
        mesh.state.advance(Duration.ofSeconds(2));
        String client = mesh.log(sleep, "istio-proxy");
        assertTrue(client.contains("outbound|8000||httpbin.default.svc.cluster.local 10.244.0.5:"), client);
        assertTrue(mesh.log(httpbin, "istio-proxy")
                .contains(" outbound_.8000_._.httpbin.default.svc.cluster.local default"));
    }

    private static String masked(String text) {
        return text.replace("\r", "")
                .replaceAll("Mon, 23 Nov 2026 ..:..:.. GMT", "DATE")
                .replaceAll("Hash=[0-9a-f]{64}", "HASH")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UUID")
                .replaceAll("127.0.0.6:\\d+", "127.0.0.6:PORT")
                .replaceAll("content-length: \\d+", "content-length: N")
                .replaceAll("service-time: \\d+", "service-time: N");
    }

    @Test
    void onlyTheServersSidecarSaysIstioEnvoy() {
        JsonNode sleep = mesh.sleep(false);
        mesh.httpbin(true);
        String out = mesh.exec(sleep, "sleep", "curl", "-sS", "-i", "httpbin:8000/headers")
                .out();
        assertTrue(out.contains("server: istio-envoy"), out);
        assertTrue(out.contains("x-envoy-decorator-operation: httpbin.default.svc.cluster.local:8000/*"), out);
        assertFalse(out.contains("X-Forwarded-Client-Cert"), out);
    }

    @Test
    void curlSaysWhyThereIsNoAnswer() {
        JsonNode sleep = mesh.sleep(false);
        mesh.httpbin(false);
        SmallMesh.Result unknown = mesh.exec(sleep, "sleep", "curl", "-sS", "http://nosuch:8000/");
        assertEquals("curl: (6) Could not resolve host: nosuch\n", unknown.err());
        assertEquals(6, unknown.code());
        SmallMesh.Result late = mesh.exec(sleep, "sleep", "curl", "-sS", "-m", "2", "http://httpbin:8001/");
        assertEquals("curl: (28) Connection timed out after 2000 milliseconds\n", late.err());
        SmallMesh.Result refused = mesh.exec(
                sleep, "sleep", "curl", "-sS", "-o", "/dev/null", "-w", "%{http_code}\\n", "http://10.244.0.6:81/");
        assertEquals("000\n", refused.out());
        assertEquals(7, refused.code());
    }

    @Test
    void containersRunTheirOwnUsersAndPrograms() {
        JsonNode sleep = mesh.sleep(true);
        assertEquals(
                "uid=100(curl_user) gid=101(curl_group) groups=101(curl_group)\n",
                mesh.exec(sleep, "sleep", "id").out());
        assertEquals(
                "uid=1337(istio-proxy) gid=1337(istio-proxy) groups=1337(istio-proxy)\n",
                mesh.exec(sleep, "istio-proxy", "id").out());
        SmallMesh.Result save = mesh.exec(sleep, "istio-proxy", "iptables-save");
        assertEquals("Failed to list table names in /proc/net/ip_tables_names: Permission denied\n", save.err());
        assertEquals(1, save.code());
        assertEquals(
                "200\n",
                mesh.exec(
                                sleep,
                                "istio-proxy",
                                "curl",
                                "-s",
                                "localhost:15021/healthz/ready",
                                "-o",
                                "/dev/null",
                                "-w",
                                "%{http_code}\\n")
                        .out());
        assertEquals(3, mesh.exec(sleep, "sleep", "sh", "-c", "exit 3").code());
        assertTrue(mesh.exec(sleep, "sleep", "nosuch")
                .err()
                .endsWith("exec: \"nosuch\": executable file not found in $PATH: unknown"));
    }

    @Test
    void istioInitLogsWhatItDecided() {
        JsonNode sleep = mesh.sleep(true);
        String recorded = Recordings.text("b-traffic/kubectl-logs-sleep-istio-init");
        assertEquals(times(recorded.substring(recorded.indexOf("2026/11"))), times(mesh.log(sleep, "istio-init")));
    }

    private static String times(String text) {
        return text.replaceAll("2026.11.23[T ]..:..:..(\\.\\d+Z)?", "TIME")
                .replaceAll("Mon Nov 23 ..:..:.. 2026", "TIME");
    }

    @Test
    void aCommandThatEndsIsKnownAheadWithItsLog() {
        JsonNode pod = mesh.create(
                "/api/v1/namespaces/default/pods",
                "{\"metadata\":{\"name\":\"job\"},\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"busybox\",\"command\":[\"sh\",\"-c\",\"echo"
                        + " hi; sleep 5; exit 1\"]}]}}");
        mesh.node.createSandbox(pod, "10.244.0.9");
        Run run = mesh.node.start(pod, pod.path("spec").path("containers").path(0), "c1", 0);
        assertEquals("hi\n", SmallMesh.text(run.log()));
        assertTrue(run.exit() != null && run.exit().code() == 1, String.valueOf(run.exit()));
        assertEquals(5, run.exit().after().toSeconds());
    }

    @Test
    void stateSurvivesSaving() {
        JsonNode sleep = mesh.sleep(true);
        JsonNode saved = mesh.node.save();
        mesh.node.load(saved);
        assertEquals(saved, mesh.node.save());
        assertTrue(mesh.log(sleep, "istio-init").contains("Istio config:"));
    }
}
