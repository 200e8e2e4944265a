package lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Where evidence lies that tests compare with and the project must not carry: the folder {@code shared} beside the
 * checkout, or the one that {@code LAB_SHARED} names. Our own recordings are among the test resources instead.
 */
public final class Shared {
    private static final String GOLDEN = "conformance/istio";

    private Shared() {}

    /** Istio's golden data; the test is skipped, with the reason, where it is absent. */
    public static Path istio() {
        return conformance().resolve("istio");
    }

    /** All evidence there; for what is our own and small enough, rather read {@code lab.conformance.Recordings}. */
    public static Path conformance() {
        String override = System.getenv("LAB_SHARED");
        @Nullable Path found = override == null ? null : Path.of(override, GOLDEN);
        for (Path folder = Path.of("").toAbsolutePath(); found == null && folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared").resolve(GOLDEN);
            if (Files.isDirectory(candidate)) {
                found = candidate;
            }
        }
        boolean present = found != null && Files.isDirectory(found);
        Assumptions.assumeTrue(present, "needs ../shared/" + GOLDEN);
        return Objects.requireNonNull(Objects.requireNonNull(found).getParent());
    }
}
