package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The {@code pod-template-hash} of a pod template, the same that a real cluster computes. */
// models pkg/controller/controller_utils.go ComputeHash@1.34
final class TemplateHash {
    static final String LABEL = "pod-template-hash";
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int OFFSET = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private TemplateHash() {}

    static String of(JsonNode template, int collisions) {
        int hash = fnv1a(OFFSET, TemplateDump.of(template).getBytes(StandardCharsets.UTF_8));
        if (collisions > 0) {
            hash = fnv1a(
                    hash,
                    ByteBuffer.allocate(Long.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(collisions)
                            .array());
        }
        return encode(Integer.toUnsignedString(hash));
    }

    private static int fnv1a(int start, byte[] octets) {
        int hash = start;
        for (byte octet : octets) {
            hash ^= octet & 0xff;
            hash *= PRIME;
        }
        return hash;
    }

    /** k8s.io/apimachinery/pkg/util/rand.SafeEncodeString. */
    private static String encode(String digits) {
        StringBuilder name = new StringBuilder();
        digits.chars().forEach(digit -> name.append(LETTERS.charAt(digit % LETTERS.length())));
        return name.toString();
    }
}
