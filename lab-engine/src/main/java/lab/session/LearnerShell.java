package lab.session;

import java.io.InputStream;
import lab.check.Observation;
import lab.shell.FileTree;
import lab.shell.Output;

/** The shell that a session runs commands in: the learner's own, with its variables, functions and directory. */
public interface LearnerShell {
    /**
     * Runs a command line to its end.
     *
     * @return the exit code, 130 after Ctrl-C
     */
    int run(String line, InputStream in, Output out, Output err);

    /** Runs a command line beside it: with the same variables and files, without changing them for the learner. */
    Observation probe(String line);

    /** Sets and exports a variable. */
    void set(String variable, String value);

    /** The workspace. */
    FileTree files();
}
