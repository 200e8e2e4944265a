package lab.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.lesson.Activity;
import lab.lesson.LessonParser;
import lab.shell.Workspace;
import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {
    private static Optional<LabWord> word(String line, String... commands) {
        return LabWord.read(line, Set.of(commands)::contains).map(LabWord.Call::word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", ":next", "lab next", "  :next  "})
    void readsALabWordInEachOfItsForms(String line) {
        assertEquals(Optional.of(LabWord.NEXT), word(line));
    }

    @Test
    void aCommandOfThatNameIsNotShadowed() {
        assertEquals(Optional.empty(), word("check", "check"));
        assertEquals(Optional.of(LabWord.CHECK), word(":check", "check"));
        assertEquals(Optional.of(LabWord.CHECK), word("lab check", "check"));
    }

    @Test
    void moreThanItsArgumentsIsNoLabWord() {
        assertEquals(Optional.empty(), word("help me"));
        assertEquals(Optional.of(LabWord.GOTO), word("goto 2/5"));
        assertTrue(LabWord.addressesLab(":foo"));
        assertTrue(LabWord.addressesLab("lab foo"));
        assertFalse(LabWord.addressesLab(": > file"));
        assertFalse(LabWord.addressesLab("label"));
        assertEquals(Optional.of(LabWord.HELP), word("lab"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo 'one", "cat <<EOF\na", "for i in 1 2; do", "kubectl get pods |", "echo one \\"})
    void aCommandThatIsNotCompleteGoesOn(String line) {
        assertThrows(EOFError.class, () -> new LineParser().parse(line, line.length(), ParseContext.ACCEPT_LINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo one", "cat <<EOF\na\nEOF", ":why", "echo )", "echo \"it's\""})
    void aCommandThatIsCompleteOrBrokenIsTaken(String line) {
        assertEquals(
                line,
                new LineParser()
                        .parse(line, line.length(), ParseContext.ACCEPT_LINE)
                        .line());
    }

    private static SpokenAnswer answers(String... texts) {
        StringBuilder lesson = new StringBuilder("""
                ---
                id: a
                title: A
                minutes: 1
                can: b
                ---
                # A

                Text.

                ```quiz {id=q}
                question: Which?
                choices:
                """);
        for (int i = 0; i < texts.length; i++) {
            lesson.append("  - answer: '")
                    .append(texts[i])
                    .append(i == 0 ? "'\n    right: true\n" : "'\n    why: No.\n");
        }
        lesson.append("explanation: So.\n```\n");
        LessonParser.Result parsed = LessonParser.parse("01-a.md", lesson.toString());
        return new SpokenAnswer(
                (Activity.Question) parsed.lesson().orElseThrow().steps().get(0).activity());
    }

    @ParameterizedTest
    @CsvSource({"no,3", "No!,3", "yes,", "Yes: server: envoy,1", "nothing,", "yes server: istio-envoy,2"})
    void understandsAnAnswerInWords(String said, Integer number) {
        SpokenAnswer answers = answers("Yes: `server: envoy`", "Yes: `server: istio-envoy`", "No");
        assertEquals(Optional.ofNullable(number), answers.number(said));
    }

    @Test
    void completesCommandsLabWordsAndFiles(@TempDir Path directory) throws Exception {
        Files.createDirectories(directory.resolve("samples/sleep"));
        Files.writeString(directory.resolve("samples/sleep/sleep.yaml"), "");
        Workspace files = new Workspace(directory, "/lab");
        WordCompleter completer = new WordCompleter(() -> Set.of("kubectl", "istioctl"), () -> files);
        assertEquals(List.of("kubectl"), completer.completions(List.of(), "k"));
        assertEquals(List.of("istioctl"), completer.completions(List.of("ls", "|"), "i"));
        assertEquals(List.of(":help", ":hint"), completer.completions(List.of(), ":h"));
        assertEquals(List.of("samples/"), completer.completions(List.of("kubectl", "-f"), "sam"));
        assertEquals(List.of("samples/sleep/sleep.yaml"), completer.completions(List.of("cat"), "samples/sleep/"));
        assertEquals(List.of(), completer.completions(List.of("cat"), "nowhere/"));
    }

    @Test
    void countsTheLinesThatOutputTakes() {
        Extent extent = new Extent();
        extent.start();
        byte[] output = "one\n\u001b[1mtwo\u001b[0m three four".getBytes(StandardCharsets.UTF_8);
        extent.add(output, 0, output.length, 8);
        assertTrue(extent.within());
        assertEquals(4, extent.lines());
        extent.endLine();
        assertFalse(extent.within());
    }
}
