package lab.kubectl.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.ResourceType;
import lab.kubectl.text.TabWriter;
import lab.shell.pflag.FlagSet;

/** {@code kubectl api-resources}. */
// models kubectl pkg/cmd/apiresources/apiresources.go@1.34
public final class ApiResourcesCommand implements Command {
    @Override
    public String name() {
        return "api-resources";
    }

    @Override
    public Help help() {
        return Help.of("Print the supported API resources on the server", "[options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .string("api-group", "Limit to resources in the specified API group.")
                .bool("cached", "Use the cached list of resources if available.")
                .list("categories", (char) 0, "Limit to resources that belong to the specified categories.")
                .bool("namespaced", (char) 0, true, "If false, non-namespaced resources will be returned.")
                .bool("no-headers", "When using the default or custom-column output format, don't print headers.")
                .string("output", 'o', "", "Output format. One of: (json, yaml, name, wide).")
                .string("sort-by", "If non-empty, sort list of resources using specified field (name or kind).")
                .list("verbs", (char) 0, "Limit to resources that support the specified verbs.");
    }

    @Override
    public int run(Call call) {
        if (!call.arguments().isEmpty()) {
            throw call.usageError("unexpected arguments: " + call.arguments());
        }
        String format = call.flags().text("output");
        boolean wide = format.equals("wide");
        if (!List.of("", "wide", "name").contains(format)) {
            throw call.usageError("--output " + format + " is not available in the sandbox yet");
        }
        List<ResourceType> shown = new ArrayList<>();
        for (ResourceType type : call.resources().all()) {
            boolean isNew = shown.stream().noneMatch(known -> known.qualified().equals(type.qualified()));
            if (isNew && matches(call, type)) {
                shown.add(type);
            }
        }
        shown.sort(Comparator.comparing(ResourceType::group).thenComparing(ResourceType::resource));
        String sortBy = call.flags().text("sort-by");
        if (!sortBy.isEmpty()) {
            shown.sort(Comparator.comparing(sortBy.equals("kind") ? ResourceType::kind : ResourceType::resource));
        }
        if (format.equals("name")) {
            shown.forEach(type -> call.println(type.qualified()));
            return 0;
        }
        StringBuilder table = new StringBuilder();
        if (!call.flags().bool("no-headers") && !shown.isEmpty()) {
            table.append("NAME\tSHORTNAMES\tAPIVERSION\tNAMESPACED\tKIND")
                    .append(wide ? "\tVERBS\tCATEGORIES\n" : "\n");
        }
        for (ResourceType type : shown) {
            table.append(type.resource()).append('\t').append(String.join(",", type.shortNames()));
            table.append('\t').append(type.apiVersion()).append('\t').append(type.namespaced());
            table.append('\t').append(type.kind());
            if (wide) {
                table.append('\t').append(String.join(",", type.verbs()));
                table.append('\t').append(String.join(",", type.categories()));
            }
            table.append('\n');
        }
        call.out().print(TabWriter.table(table.toString()));
        return 0;
    }

    private static boolean matches(Call call, ResourceType type) {
        boolean group = !call.flags().isSet("api-group")
                || type.group().equals(call.flags().text("api-group"));
        boolean place = !call.flags().isSet("namespaced")
                || type.namespaced() == call.flags().bool("namespaced");
        return group
                && place
                && type.verbs().containsAll(call.flags().list("verbs"))
                && type.categories().containsAll(call.flags().list("categories"));
    }
}
