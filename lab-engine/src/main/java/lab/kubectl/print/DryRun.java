package lab.kubectl.print;

import lab.kube.Request;
import lab.kubectl.Call;
import lab.kubectl.KubectlFailure;
import lab.shell.pflag.FlagSet;

/** What {@code --dry-run} asks for. */
public enum DryRun {
    NONE(""),
    CLIENT(" (dry run)"),
    SERVER(" (server dry run)");

    private final String suffix;

    DryRun(String suffix) {
        this.suffix = suffix;
    }

    /** The flag itself. */
    public static FlagSet flags() {
        return new FlagSet()
                .optional(
                        "dry-run",
                        "none",
                        "unchanged",
                        "Must be \"none\", \"server\", or \"client\". If client strategy, only print the object that"
                                + " would be sent, without sending it. If server strategy, submit server-side request"
                                + " without persisting the resource.");
    }

    public static DryRun of(Call call) {
        String value = call.flags().text("dry-run");
        return switch (value) {
            case "none" -> NONE;
            case "client" -> CLIENT;
            case "server" -> SERVER;
            case "unchanged" ->
                throw new KubectlFailure("--dry-run flag without a value was specified. A value must be set:"
                        + " \"none\", \"server\", or \"client\".");
            default ->
                throw new KubectlFailure(
                        "Invalid dry-run value (" + value + "). Must be \"none\", \"server\", or \"client\".");
        };
    }

    /** The request as it is sent: with {@code dryRun=All} when only the server is to try it. */
    public Request on(Request request) {
        return this == SERVER ? request.with("dryRun", "All") : request;
    }

    public boolean isClient() {
        return this == CLIENT;
    }

    /** What follows the word that says what was done. */
    public String suffix() {
        return suffix;
    }
}
