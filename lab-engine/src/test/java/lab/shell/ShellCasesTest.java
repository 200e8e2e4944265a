package lab.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShellCasesTest {
    private static final Optional<String> MISSING = RealShell.missing();

    static List<ShellCase> cases() throws IOException {
        return ShellCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsRecorded(ShellCase each, @TempDir Path directory) throws IOException {
        ShellScript done = ShellScript.run(each.script(), directory);
        assertEquals(
                each.recorded().toString(), new ShellCase.Outcome(done.status(), done.out(), done.err()).toString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsTheRealToolsDo(ShellCase each, @TempDir Path directory) throws IOException, InterruptedException {
        assumeTrue(MISSING.isEmpty(), () -> "needs a real bash and its tools: " + MISSING.orElse("") + " is missing");
        assertEquals(
                each.recorded().toString(),
                RealShell.run(each.script(), directory).toString());
    }
}
