package lab.sandbox.mesh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The certificate of the sandbox mesh's own authority: a public certificate only, no key comes with the lab. */
public final class RootCertificate {
    private RootCertificate() {}

    public static String pem() {
        try (InputStream file = RootCertificate.class.getResourceAsStream("/lab/sandbox/mesh/root-cert.pem")) {
            if (file == null) {
                throw new IllegalStateException("root-cert.pem is not in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalStateException("root-cert.pem cannot be read: " + e.getMessage(), e);
        }
    }

    /** As webhook configurations carry it. */
    public static String caBundle() {
        return Base64.getEncoder().encodeToString(pem().getBytes(StandardCharsets.US_ASCII));
    }
}
