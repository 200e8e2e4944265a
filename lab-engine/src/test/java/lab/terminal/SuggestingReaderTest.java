package lab.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestingReaderTest {
    private static final String RIGHT = "\u001b[C";

    private static String read(String keys, String suggestion) throws Exception {
        try (DumbTerminal terminal = new DumbTerminal(
                "test",
                "ansi",
                new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                StandardCharsets.UTF_8)) {
            terminal.setAttributes(new Attributes());
            terminal.setSize(Size.of(80, 24));
            SuggestingReader reader = new SuggestingReader(terminal, new Theme(true, true));
            reader.setParser(new LineParser());
            reader.suggest(suggestion);
            return reader.readLine("$ ");
        }
    }

    @ParameterizedTest
    @CsvSource({"RIGHT,kubectl get pods", "kubectl RIGHT,kubectl get pods", "ls,ls", "ls RIGHT,ls "})
    void theRightArrowTakesWhatIsSuggested(String keys, String line) throws Exception {
        assertEquals(
                line.strip(),
                read(keys.replace("RIGHT", RIGHT) + "\n", "kubectl get pods").strip());
    }

    @ParameterizedTest
    @CsvSource({"kub", "kubectl"})
    void whatIsOnlySuggestedIsNotTyped(String keys) throws Exception {
        assertEquals(keys, read(keys + "\n", "kubectl get pods"));
    }
}
