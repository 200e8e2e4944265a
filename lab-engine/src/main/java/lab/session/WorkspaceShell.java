package lab.session;

import java.io.InputStream;
import lab.check.Observation;
import lab.shell.FileTree;
import lab.shell.Output;
import lab.shell.Shell;

/** The lab's shell as a learner's. Checks run in a new shell each, in the workspace's top directory. */
public final class WorkspaceShell implements LearnerShell {
    private final Shell.Settings settings;
    private final Shell shell;

    /** @param shell made with the same settings */
    public WorkspaceShell(Shell.Settings settings, Shell shell) {
        this.settings = settings;
        this.shell = shell;
    }

    @Override
    public int run(String line, InputStream in, Output out, Output err) {
        return shell.run(line, in, out, err);
    }

    @Override
    public Observation probe(String line) {
        Recorder recorder = new Recorder();
        int exit = new Shell(settings, shell.variables())
                .run(line, InputStream.nullInputStream(), recorder.out(), recorder.err());
        return recorder.observed(line, exit);
    }

    @Override
    public void set(String variable, String value) {
        shell.variable(variable, value);
    }

    @Override
    public FileTree files() {
        return settings.files();
    }
}
