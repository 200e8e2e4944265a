package lab.shell.text;

import java.util.List;
import lab.shell.regex.Regex;
import org.jspecify.annotations.Nullable;

/** A command of a sed script; {@code jump} is the index after a block or the target of a branch. */
final class SedCommand {
    /** Which lines; {@code line} -1 is {@code $}, step is for {@code first~step}. */
    record Address(long line, long step, @Nullable Regex regex, boolean emptyRegex) {}

    final char name;

    @Nullable
    Address from;

    @Nullable
    Address to;

    /** {@code addr,+N} and {@code addr,~N}: the letter and the number. */
    char relative;

    long relativeBy;
    boolean negated;
    String text = "";
    int jump;

    @Nullable
    Regex regex;

    List<String> replacement = List.of();
    boolean global;
    boolean print;
    int occurrence = 1;
    String file = "";

    boolean active;
    long activeUntil;

    SedCommand(char name) {
        this.name = name;
    }
}
