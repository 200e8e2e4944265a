package lab.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {
    @TempDir
    Path host;

    private Path inside;

    @BeforeEach
    void build() throws IOException {
        inside = Files.createDirectory(host.resolve("inside"));
        Files.createDirectory(inside.resolve("d"));
        Files.writeString(host.resolve("secret"), "secret\n");
        Files.createSymbolicLink(inside.resolve("link"), host.resolve("secret"));
        Files.createSymbolicLink(inside.resolve("up"), host);
        Files.createSymbolicLink(inside.resolve("d/relative"), Path.of("../../secret"));
        Files.createSymbolicLink(inside.resolve("dangling"), host.resolve("new"));
        Files.createSymbolicLink(inside.resolve("twice"), Path.of("link"));
        Files.createSymbolicLink(inside.resolve("fine"), Path.of("d"));
        Files.writeString(inside.resolve("d/x"), "x\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat ../secret",
                "cat d/../../secret",
                "cat /etc/passwd",
                "cat link",
                "cat up/secret",
                "cat d/relative",
                "cat twice",
                "cat fine/../../secret",
                "cd d; cat ../../secret",
                "cd ..; cat secret",
                "cat < ../secret",
                "ls ..",
                "ls up",
                "echo x > ../new",
                "echo x > link",
                "echo x > dangling",
                "echo x >> d/relative",
                "echo x > up/new",
                "echo x | tee ../new",
                "cp d/x ../new",
                "cp ../secret here; cat here",
                "mv d/x ../new",
                "mv ../secret here",
                "rm ../secret",
                "rm -rf ../*",
                "rm -rf up/",
                "rm -r up/secret",
                "mkdir ../new",
                "touch ../new",
                "sed -i s/secret/x/ ../secret",
                "sed -n 'w ../new' d/x",
                "sed 'r ../secret' d/x",
                "awk '{print > \"../new\"}' d/x",
                "awk '{while ((getline l < \"../secret\") > 0) print l}' d/x",
                "jq -R . ../secret",
                "sort -o ../new d/x",
                "diff d/x ../secret",
                "grep -r secret ..",
                "grep -r secret up/",
                "source ../secret",
                "echo $(< ../secret)",
                "cat ${HOME}/../secret",
                "cp -r up here; cat here/secret",
                "cat /proc/self/environ",
                "touch d/../../new",
                "ls -d ../inside/../secret && cat ../inside/../secret",
            })
    void refusesWhatLeadsOut(String script) throws IOException {
        ShellScript done = ShellScript.run(script, inside);
        assertEquals("secret\n", Files.readString(host.resolve("secret")));
        assertFalse(Files.exists(host.resolve("new")));
        assertFalse(done.out().contains("secret\n") && !script.startsWith("ls"), done.out());
        assertFalse(done.out().contains("root:"), done.out());
    }

    @Test
    void saysWhy() throws IOException {
        ShellScript done = ShellScript.run("cat ../secret; echo x > ../new; cd ..", inside);
        assertEquals("""
                cat: ../secret: Outside the workspace: the lab reads and writes only files in /lab
                lab: line 1: ../new: Outside the workspace: the lab reads and writes only files in /lab
                lab: line 1: cd: ..: Outside the workspace: the lab reads and writes only files in /lab
                """, done.err());
    }

    @Test
    void followsLinksThatStayInside() throws IOException {
        assertEquals("x\n", ShellScript.run("cat fine/x", inside).out());
    }

    @Test
    void deletesALinkItselfAndNotWhatItPointsTo() throws IOException {
        ShellScript.run("rm fine", inside);
        assertTrue(Files.exists(inside.resolve("d/x")));
    }

    @Test
    void isSeenUnderItsOwnName() throws IOException {
        assertEquals(
                "/lab\n/lab/d\nx\n",
                ShellScript.run("pwd; cd d; pwd; cat /lab/d/x", inside).out());
    }

    @Test
    void understandsTheHostsNamesOfFilesInside() throws IOException {
        assertEquals(
                "x\n",
                ShellScript.run("cat " + inside.toRealPath() + "/d/x", inside).out());
    }
}
