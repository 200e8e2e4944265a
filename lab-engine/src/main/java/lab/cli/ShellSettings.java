package lab.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import lab.cluster.Cluster;
import lab.shell.FileTree;
import lab.shell.Program;
import lab.shell.Shell;
import lab.shell.text.TextTools;

/** Gives a shell its programs: the text tools of every cluster, and what this cluster supplies. */
final class ShellSettings {
    private ShellSettings() {}

    static Shell.Settings of(Cluster cluster, FileTree files) {
        Map<String, Program> programs = new LinkedHashMap<>(TextTools.programs());
        programs.putAll(cluster.programs());
        return new Shell.Settings(programs, files, cluster.time());
    }
}
