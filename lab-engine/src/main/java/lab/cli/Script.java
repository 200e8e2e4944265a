package lab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shell without a terminal runs.
 *
 * @param name {@code $0}
 * @param arguments {@code $1} and so on
 * @param input what the commands read
 */
record Script(String name, List<String> arguments, String text, InputStream input) {
    /** As much of a file as a shell looks at to tell a script from a program. */
    private static final int SAMPLE = 80;

    Script {
        arguments = List.copyOf(arguments);
    }

    /** There is no script to run: the message and the exit code are those of a shell. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final int code;

        Unreadable(int code, String message) {
            super(message);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /**
     * From {@code -c}, from the file that the first word names, or from the input.
     *
     * @param commands of {@code -c}; null without it
     */
    static Script given(@Nullable String commands, List<String> words, InputStream in) throws Unreadable {
        String first = words.isEmpty() ? "lab" : words.get(0);
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        if (commands != null) {
            return new Script(first, rest, commands, in);
        }
        if (!words.isEmpty()) {
            return new Script(first, rest, file(first), in);
        }
        try {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Script(first, rest, text, InputStream.nullInputStream());
        } catch (IOException e) {
            throw new Unreadable(Exit.BROKEN, "standard input cannot be read: " + e.getMessage());
        }
    }

    private static String file(String name) throws Unreadable {
        Path file = Path.of(name);
        if (Files.isDirectory(file)) {
            throw new Unreadable(126, name + ": Is a directory");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < Math.min(SAMPLE, bytes.length) && bytes[i] != '\n'; i++) {
                if (bytes[i] == 0) {
                    throw new Unreadable(126, name + ": cannot execute binary file");
                }
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (AccessDeniedException e) {
            throw new Unreadable(126, name + ": Permission denied");
        } catch (IOException e) {
            throw new Unreadable(127, name + ": No such file or directory");
        }
    }
}
