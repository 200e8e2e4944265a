package lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.shell.BrokenPipe;
import lab.shell.Captured;
import lab.shell.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandLineLabTest {
    @TempDir
    Path directory;

    private LabRun.Result lab(String... arguments) {
        return LabRun.at(directory.resolve("home")).run(arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "verfy             | there is no command \"verfy\"                    | verify",
                "lesson            | there is no command \"lesson\"                   | lessons",
                "--hom x           | unknown option --hom                             | --home",
                "--sed=1           | unknown option --sed=1                           | --seed",
                "sh --resum        | unknown option --resum                           | --resume",
                "--seed x          | '--seed': 'x' is not a whole number              | -",
                "sh --seed x       | '--seed': 'x' is not a whole number              | -",
                "lessons extra     | lessons takes no argument \"extra\"              | -",
                "--home            | missing required parameter for option '--home'   | -",
                "sh --cluster kind | there is no cluster \"kind\"; --cluster takes sandbox | -",
                "--cluster kind sh | there is no cluster \"kind\"; --cluster takes sandbox | -",
                "--cluster kind    | there is no cluster \"kind\"; --cluster takes sandbox | -",
                "verify --cluster kind | there is no cluster \"kind\"; --cluster takes sandbox | -",
                "verify nosuch     | there is no lesson nosuch                        | -",
                "verify --lessons /nosuch | there is no directory                     | -",
                "lint /nosuch      | /nosuch: no such file                            | -",
            })
    void wrongUsageIsASentenceAndExit2(String arguments, String sentence, String meant) {
        LabRun.Result result = lab(arguments.split(" "));
        assertEquals(2, result.exit(), result.err());
        assertTrue(result.err().startsWith("lab: "), result.err());
        assertTrue(result.err().contains(sentence), result.err());
        assertEquals(!meant.equals("-"), result.err().contains("Did you mean: " + meant + "?"), result.err());
        assertEquals("", result.out());
    }

    @Test
    void optionsBeforeTheSubcommandCount() {
        String before =
                lab("--seed", "7", "sh", "-c", "kubectl get pods -A -o name").out();
        String after =
                lab("sh", "--seed", "7", "-c", "kubectl get pods -A -o name").out();
        assertEquals(after, before);
        assertFalse(after.equals(lab("sh", "-c", "kubectl get pods -A -o name").out()));
    }

    @Test
    void aFaultIsASentenceAndItsDetailsAreInTheHomeOfTheCommand() throws IOException {
        Path other = directory.resolve("other");
        LabRun.Result result =
                LabRun.broken(directory.resolve("home")).run("sh", "--home", other.toString(), "-c", "true");
        assertEquals(3, result.exit());
        assertEquals(
                "lab: something broke in the lab itself: the cluster fell over. The details are in "
                        + other.resolve("lab.log") + ".\n",
                result.err());
        assertTrue(Files.readString(other.resolve("lab.log")).contains("IllegalStateException"));
        assertFalse(Files.exists(directory.resolve("home")));
    }

    @Test
    void outputThatNobodyReadsEndsTheLabSilently() {
        Output gone = new Output() {
            @Override
            public void write(byte[] bytes, int offset, int length) {
                throw new BrokenPipe();
            }
        };
        Captured err = new Captured();
        LabRun lab = LabRun.at(directory);
        assertEquals(141, lab.into(gone, err, "lessons"));
        assertEquals(141, lab.into(gone, err, "sh", "-c", "while true; do echo x; done"));
        assertEquals("", err.text());
    }

    @Test
    void aReportWithoutAPlaceIsToldBeforeTheWork() throws IOException {
        LabRun.Result into = lab("verify", "1", "--report", directory.toString());
        assertEquals(2, into.exit());
        assertTrue(into.err().endsWith(": it is a directory\n"), into.err());
        Path file = Files.createFile(directory.resolve("file"));
        LabRun.Result below =
                lab("verify", "1", "--report", file.resolve("report.xml").toString());
        assertEquals(2, below.exit());
        assertTrue(below.err().contains("file is a file, not a directory"), below.err());
        assertEquals("", into.out() + below.out());
    }

    @Test
    void aFileInPlaceOfTheHomeOrWorkspaceIsNamed() throws IOException {
        String file = Files.createFile(directory.resolve("file")).toString();
        LabRun.Result lessons = lab("lessons", "--home", file);
        assertEquals(3, lessons.exit());
        assertTrue(lessons.err().contains("is not a directory"), lessons.err());
        LabRun.Result workspace = lab("sh", "--workspace", file, "-c", "ls");
        assertEquals(3, workspace.exit());
        assertTrue(workspace.err().contains("file is a file, not a directory"), workspace.err());
        LabRun.Result resume = lab("sh", "--home", file, "--resume", "-c", "ls");
        assertEquals(3, resume.exit());
        assertTrue(resume.err().contains("file is a file, not a directory"), resume.err());
    }

    @Test
    void aHomeThatCannotNameAFileIsASentence() {
        CannotGoOn problem = org.junit.jupiter.api.Assertions.assertThrows(
                CannotGoOn.class, () -> new CommonOptions().home(java.util.Map.of("LAB_HOME", "a\0")));
        assertEquals(Exit.USAGE, problem.code());
        assertEquals("LAB_HOME 'a\0' cannot name a file", problem.sentence());
    }
}
