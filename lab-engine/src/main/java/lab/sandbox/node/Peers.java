package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Who a sidecar is in the mesh: its certificate's name and fingerprint. */
final class Peers {
    private Peers() {}

    static String identity(JsonNode pod) {
        String account = pod.path("spec").path("serviceAccountName").asText("default");
        return "spiffe://cluster.local/ns/"
                + pod.path("metadata").path("namespace").asText() + "/sa/" + account;
    }

    /** The fingerprint of the workload's certificate; each proxy has its own. */
    static String fingerprint(PodSandbox sandbox) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("certificate of " + sandbox.uid).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** The header by which a server learns who called. */
    static String forwardedCertificate(PodSandbox client, JsonNode clientPod, JsonNode serverPod) {
        return "By=" + identity(serverPod) + ";Hash=" + fingerprint(client) + ";Subject=\"\";URI="
                + identity(clientPod);
    }

    /** Whether clients in the mesh send TLS to this pod. */
    static boolean takesTls(JsonNode pod) {
        return pod.path("metadata")
                .path("labels")
                .path("security.istio.io/tlsMode")
                .asText()
                .equals("istio");
    }
}
