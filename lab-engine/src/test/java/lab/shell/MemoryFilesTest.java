package lab.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryFilesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void comesBackFromWhatItSaved() {
        MemoryFiles files = new MemoryFiles(() -> NOW);
        ShellScript.run("mkdir -p /a/b; echo text > /a/b/f; printf 'é\\n' > /a/u; : > /a/empty; mkdir /a/none", files);
        ShellScript.run("printf '\\377\\000\\n' > /a/binary", files);
        MemoryFiles again = new MemoryFiles(() -> NOW);
        again.load(files.save());
        assertEquals(files.save(), again.save());
        String look = "ls -R /a; ls -l /a /a/b; cat /a/b/f /a/u /a/empty; cat /a/binary | base64; ls /a/none";
        assertEquals(
                ShellScript.run(look, files).out(), ShellScript.run(look, again).out());
    }

    @Test
    void forgetsWhatWasThereBeforeLoading() {
        MemoryFiles files = new MemoryFiles(() -> NOW);
        var saved = files.save();
        ShellScript.run("echo x > /new", files);
        files.load(saved);
        assertEquals(
                "cat: /new: No such file or directory\n",
                ShellScript.run("cat /new", files).err());
    }

    @Test
    void hasTheProblemsOfAFileSystem() {
        MemoryFiles files = new MemoryFiles(() -> NOW);
        ShellScript.run("mkdir /d; echo x > /f; echo y > /d/g", files);
        assertEquals("Is a directory", problem(() -> files.read("/d")));
        assertEquals("Is a directory", problem(() -> files.write("/d", false)));
        assertEquals("No such file or directory", problem(() -> files.read("/nope")));
        assertEquals("No such file or directory", problem(() -> files.write("/no/where", true)));
        assertEquals("Not a directory", problem(() -> files.read("/f/x")));
        assertEquals("Not a directory", problem(() -> files.write("/f/x", false)));
        assertEquals("Not a directory", problem(() -> files.list("/f")));
        assertEquals("Not a directory", problem(() -> files.at("/f")));
        assertEquals("Directory not empty", problem(() -> files.delete("/d")));
        assertEquals("File exists", problem(() -> files.makeDirectory("/d")));
    }

    private static String problem(Attempt attempt) {
        return assertThrows(FileProblem.class, attempt::run).reason();
    }

    private interface Attempt {
        void run() throws FileProblem;
    }
}
