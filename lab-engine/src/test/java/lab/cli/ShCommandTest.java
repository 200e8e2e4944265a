package lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShCommandTest {
    @TempDir
    Path directory;

    private LabRun.Result sh(String... words) {
        List<String> all = Stream.concat(
                        Stream.of("sh", "--workspace", directory.resolve("work").toString()), Stream.of(words))
                .toList();
        return LabRun.at(directory.resolve("home")).run(all.toArray(new String[0]));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text, StandardCharsets.ISO_8859_1)
                .toString();
    }

    @Test
    void endsAsAShellDoes() throws IOException {
        assertEquals(7, sh("-c", "exit 7").exit());
        assertEquals(0, sh("-c", "").exit());
        assertEquals(127, sh("-c", "nosuch").exit());
        assertEquals(2, sh("-c", "echo 'open").exit());
        assertEquals(4, sh(file("script", "true\nexit 4\n")).exit());
        assertEquals(1, sh(file("script", "true\nfalse\n")).exit());
    }

    @Test
    void aFileThatIsNoScriptIsRefusedAsAShellDoes() throws IOException {
        String missing = directory.resolve("missing").toString();
        assertEquals(new LabRun.Result(127, "", "lab: " + missing + ": No such file or directory\n"), sh(missing));
        assertEquals(new LabRun.Result(126, "", "lab: " + directory + ": Is a directory\n"), sh(directory.toString()));
        String binary = file("binary", "\u007fELF\0\0\1\n");
        assertEquals(new LabRun.Result(126, "", "lab: " + binary + ": cannot execute binary file\n"), sh(binary));
    }

    @Test
    void whatFollowsTheScriptIsItsArguments() throws IOException {
        String script = file("script", "echo \"$#\" \"$1\" \"$2\"\n");
        assertEquals("2 --help b c\n", sh(script, "--help", "b c").out());
        assertEquals("zero one\n", sh("-c", "echo $0 $1", "zero", "one").out());
    }

    @Test
    void commandsReadTheInput() {
        LabRun lab = LabRun.at(directory.resolve("home")).reading("one\ntwo\n");
        String work = directory.resolve("work").toString();
        assertEquals(
                "<one>\ntwo\n",
                lab.run("sh", "--workspace", work, "-c", "read x; echo \"<$x>\"; cat")
                        .out());
        assertEquals(
                "a b\n",
                lab.reading("echo a b\n").run("sh", "--workspace", work).out());
    }

    @Test
    void resumeGoesOnWithTheMeshOfTheHome() {
        assertEquals(0, sh("--resume", "-c", "kubectl create namespace kept").exit());
        LabRun.Result again = sh("--resume", "-c", "kubectl get ns kept -o name; kubectl delete ns kept");
        assertEquals("namespace/kept\nnamespace \"kept\" deleted\n", again.out());
        assertEquals("", again.err());
        assertEquals(1, sh("--resume", "-c", "kubectl get ns kept").exit());
    }

    @Test
    void withoutResumeTheMeshIsFreshAndTheHomeUntouched() throws IOException {
        sh("--resume", "-c", "kubectl create namespace kept");
        byte[] saved = Files.readAllBytes(directory.resolve("home/cluster.json.gz"));
        assertEquals(1, sh("-c", "kubectl create ns other; kubectl get ns kept").exit());
        assertTrue(java.util.Arrays.equals(saved, Files.readAllBytes(directory.resolve("home/cluster.json.gz"))));
    }

    @Test
    void aSavedMeshThatCannotBeReadIsKeptAsideAndTold() throws IOException {
        sh("--resume", "-c", "true");
        Path saved = directory.resolve("home/cluster.json.gz");
        Files.writeString(saved, "garbage");
        LabRun.Result result = sh("--resume", "-c", "kubectl get ns default -o name");
        assertEquals(0, result.exit());
        assertEquals("namespace/default\n", result.out());
        assertTrue(result.err().startsWith("lab: The file cluster.json.gz cannot be read"), result.err());
        assertEquals("garbage", Files.readString(directory.resolve("home/cluster.json.gz.broken-1")));
    }

    @Test
    void withoutResumeNoHomeIsMade() {
        sh("-c", "true");
        assertFalse(Files.exists(directory.resolve("home")));
    }
}
