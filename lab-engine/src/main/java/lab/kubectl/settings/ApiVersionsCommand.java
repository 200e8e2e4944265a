package lab.kubectl.settings;

import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.ResourceType;
import lab.shell.pflag.FlagSet;

/** {@code kubectl api-versions}. */
// models kubectl pkg/cmd/apiresources/apiversions.go@1.34
public final class ApiVersionsCommand implements Command {
    @Override
    public String name() {
        return "api-versions";
    }

    @Override
    public Help help() {
        return Help.of("Print the supported API versions on the server, in the form of \"group/version\"", "[options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet();
    }

    @Override
    public int run(Call call) {
        if (!call.arguments().isEmpty()) {
            throw call.usageError("unexpected arguments: " + call.arguments());
        }
        call.resources().all().stream()
                .map(ResourceType::apiVersion)
                .distinct()
                .sorted()
                .forEach(call::println);
        return 0;
    }
}
