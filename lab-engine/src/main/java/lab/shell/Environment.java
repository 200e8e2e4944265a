package lab.shell;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a running program can see of the shell around it. */
public interface Environment {
    /** The value of a shell variable, or null if it is not set. */
    @Nullable
    String variable(String name);

    /** The exported variables. */
    Map<String, String> exported();

    /** The files that commands see; relative paths start in the shell's current directory. */
    FileTree files();

    Time time();

    /** The program that a command word names, or null if there is none. For xargs, watch, time. */
    @Nullable
    Program program(String name);

    /** The width in columns of the terminal, 80 if there is none. */
    int columns();

    /** @throws Interrupted when the learner pressed Ctrl-C; a program that loops calls this in the loop */
    void checkInterrupted();
}
