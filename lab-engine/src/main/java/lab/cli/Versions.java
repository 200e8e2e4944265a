package lab.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Gives picocli the {@link Version}. */
final class Versions implements IVersionProvider {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public String[] getVersion() {
        CommandSpec command = spec;
        Object root = command == null ? null : command.root().userObject();
        String version = root instanceof LabCommand lab ? lab.version() : "";
        return Version.lines(version).toArray(new String[0]);
    }
}
