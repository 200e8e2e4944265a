package lab.shell;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxErrorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if true; then",
                "if true",
                "for i in a b; do",
                "for i in a b",
                "while true; do echo",
                "case x in",
                "case x in a) echo",
                "{ echo a",
                "( echo a",
                "f() {",
                "f()",
                "echo 'a",
                "echo \"a",
                "echo $(a",
                "echo ${a",
                "echo `a",
                "echo a |",
                "echo a &&",
                "echo a ||",
                "echo a \\",
                "cat <<EOF",
                "cat <<EOF\ntext",
                "echo $((1+",
                "[[ a == b",
                "echo \"$(echo 'x",
                "until",
                "if true; then echo a; else",
                "echo $'a",
                "if",
                "!",
            })
    void isIncompleteWhereMoreLinesCouldHelp(String script) {
        SyntaxError error = assertThrows(SyntaxError.class, () -> Shell.check(script));
        assertEquals(true, error.incomplete(), error.reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo )",
                "fi",
                "done",
                "| cat",
                "&& x",
                "; a",
                "echo a; ; b",
                "if ; then",
                "{ }",
                "( )",
                "echo a > ; b",
                "case a; esac",
                "echo a(b)",
                "if true; then fi",
                "a | | b",
                "do",
                "}",
                "esac",
                ";;"
            })
    void isWrongWhereNothingHelps(String script) {
        SyntaxError error = assertThrows(SyntaxError.class, () -> Shell.check(script));
        assertEquals(false, error.incomplete(), error.reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "#",
                "echo a",
                "a; b",
                "a &&\nb",
                "if a; then b; fi",
                "x=1",
                "f() { a; }",
                "cat <<E\nx\nE\n",
                "echo 'a\nb'",
                "a | b | c",
                "! a",
                "(a)",
                "{ a; }",
                "for ((i=0;i<3;i++)); do a; done",
                "[[ a == b ]]",
                "a \\\n b"
            })
    void acceptsWhatIsRight(String script) {
        assertDoesNotThrow(() -> Shell.check(script));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"echo )#1#5", "'echo a\necho b )'#2#14", "'if true; then\n  fi'#2#16", "'a\n\n| b'#3#3"})
    void knowsItsPlace(String script, int line, int offset) {
        SyntaxError error = assertThrows(SyntaxError.class, () -> Shell.check(script));
        assertEquals(line, error.line(), error.reason());
        assertEquals(offset, error.offset(), error.reason());
    }

    private static final List<String> PIECES = List.of(
            "echo", " ", " ", " ", "\n", ";", "|", "&", "&&", "||", "(", ")", "{", "}", "[[", "]]", "[", "]", "if",
            "then", "fi", "for", "in", "do", "done", "while", "case", "esac", ";;", "'", "\"", "`", "$", "$(", "${",
            "$((", "))", "<", ">", "<<", "<<<", ">&", "2>&1", "!", "\\", "*", "?", "~", "#", "=", "x=", "$x", "${x:-",
            "${#", "}", "a", "b", "x", "1", "0", "-", "--", "-n", "-e", "/", "..", "é", "\u0000", "\t", "f()", "break",
            "return", "exit", "set -e", "set -u", "shift", "local", "eval", "read", "printf", "%s", "%d", "%", "test",
            "grep", "sed", "s/a/b/", "awk", "{print}", "jq", ".", ".a[", "sort", "-k", "cut", "-f", "tr", "head",
            "tail", "wc", "diff", "xargs", "seq", "3", "date", "cat", "f", "ls", "rm", "env", "let", "++", "**", "%%",
            "##", "//", "{1..3}", "{a,b}", "<(", "\r", "\u001b", "\uD83D", "declare", "unset", "export", "IFS=", "expr",
            ":");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neverFailsOnGarbage(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1500; i++) {
            StringBuilder script = new StringBuilder();
            for (int length = 1 + random.nextInt(25); length > 0; length--) {
                script.append(PIECES.get(random.nextInt(PIECES.size())));
                script.append(random.nextInt(3) == 0 ? " " : "");
            }
            String text = script.toString();
            ShellScript done = assertDoesNotThrow(() -> ShellScript.bounded(text), text);
            assertEquals(false, done.err().contains("fault in the lab"), () -> text + "\n" + done.err());
        }
    }
}
