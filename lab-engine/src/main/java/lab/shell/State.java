package lab.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a shell remembers between commands; a subshell works on a copy. */
final class State {
    Variables variables = new Variables();
    final Map<String, Command> functions = new HashMap<>();
    final Map<String, byte[]> processFiles = new HashMap<>();
    List<String> positional = List.of();
    List<String> rematch = List.of();

    /** Of the last pipeline of several commands; empty if a single command came after it. */
    List<String> pipeStatus = List.of();

    FileTree files;
    String name;
    int status;
    int line;
    int functionDepth;
    int loopDepth;

    /** Greater than 0 where a failing command does not end a shell with {@code set -e}. */
    int tested;

    boolean errexit;
    boolean nounset;
    boolean pipefail;
    boolean noglob;
    boolean trace;

    State(FileTree files, String name) {
        this.files = files;
        this.name = name;
    }

    /** The elements of an array of the shell's own. */
    List<String> array(String name) {
        return name.equals("BASH_REMATCH")
                ? rematch
                : pipeStatus.isEmpty() ? List.of(String.valueOf(status)) : pipeStatus;
    }

    State copy() {
        State copy = new State(files, name);
        copy.variables = variables.copy();
        copy.functions.putAll(functions);
        copy.processFiles.putAll(processFiles);
        copy.positional = new ArrayList<>(positional);
        copy.rematch = rematch;
        copy.pipeStatus = pipeStatus;
        copy.status = status;
        copy.line = line;
        copy.functionDepth = functionDepth;
        copy.tested = tested;
        copy.errexit = errexit;
        copy.nounset = nounset;
        copy.pipefail = pipefail;
        copy.noglob = noglob;
        copy.trace = trace;
        return copy;
    }
}
