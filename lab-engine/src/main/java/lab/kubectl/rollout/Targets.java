package lab.kubectl.rollout;

import java.util.List;
import lab.kubectl.Call;
import lab.kubectl.Finder;
import lab.kubectl.Found;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.shell.pflag.FlagSet;

/** The workloads that a rollout command names. */
final class Targets {
    private Targets() {}

    static FlagSet flags() {
        return new FlagSet()
                .list("filename", 'f', "Filename, directory, or URL to files identifying the resource.")
                .bool("recursive", 'R', false, "Process the directory used in -f, --filename recursively.")
                .string("selector", 'l', "", "Selector (label query) to filter on.");
    }

    static Found found(Call call) {
        if (call.arguments().isEmpty() && call.flags().list("filename").isEmpty()) {
            throw new KubectlFailure("required resource not specified");
        }
        Finder finder = call.finder().files().selectors(call.flags().text("selector"), "");
        return finder.latest().flattened().find();
    }

    static List<Info> all(Call call) {
        return found(call).orThrow();
    }

    /** Refuses kinds other than deployments in the words of the command. */
    static void deployment(Info info, String refusal) {
        if (!info.type().kind().equals("Deployment")) {
            throw new KubectlFailure(refusal);
        }
    }
}
