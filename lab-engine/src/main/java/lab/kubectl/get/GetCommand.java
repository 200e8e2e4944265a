package lab.kubectl.get;

import java.util.ArrayList;
import java.util.List;
import lab.kube.Request;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Finder;
import lab.kubectl.Help;
import lab.kubectl.KubectlFailure;
import lab.kubectl.print.ObjectPrinter;
import lab.shell.pflag.FlagSet;

/** {@code kubectl get}. */
// models kubectl pkg/cmd/get/get.go@1.34
public final class GetCommand implements Command {
    private static final String EXAMPLES = """
        # List all pods in ps output format
        kubectl get pods

        # List all pods with more information (such as node name)
        kubectl get pods -o wide

        # List a single pod in JSON output format
        kubectl get -o json pod web-pod-13je7

        # Return only the phase value of the specified pod
        kubectl get -o template pod/web-pod-13je7 --template={{.status.phase}}

        # List all deployments and services together
        kubectl get deployments,services\
        """.indent(2).stripTrailing();

    static final String TABLES = "application/json;as=Table;v=v1;g=meta.k8s.io,"
            + "application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json";

    @Override
    public String name() {
        return "get";
    }

    @Override
    public Help help() {
        return new Help(
                "Display one or many resources",
                "Display one or many resources.\n\n"
                        + " Prints a table of the most important information about the specified resources. You can"
                        + " filter the list using a label selector and the --selector flag.\n\n"
                        + "Use \"kubectl api-resources\" for a complete list of supported resources.",
                EXAMPLES,
                "[(-o|--output=)json|yaml|name|go-template|go-template-file|template|templatefile|jsonpath|jsonpath-as-json|jsonpath-file|custom-columns|custom-columns-file|wide]"
                        + " (TYPE[.VERSION][.GROUP] [NAME | -l label] | TYPE[.VERSION][.GROUP]/NAME ...) [flags]"
                        + " [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .bool("all-namespaces", 'A', false, "If present, list the requested object(s) across all namespaces.")
                .number("chunk-size", 500, "Return large lists in chunks rather than all at once.")
                .string("field-selector", "Selector (field query) to filter on, supports '=', '==', and '!='.")
                .list(
                        "filename",
                        'f',
                        "Filename, directory, or URL to files identifying the resource to get from a" + " server.")
                .bool(
                        "ignore-not-found",
                        "If set to true, suppresses NotFound error for specific objects that do not" + " exist.")
                .string("kustomize", 'k', "", "Process the kustomization directory.")
                .list(
                        "label-columns",
                        'L',
                        "Accepts a comma separated list of labels that are going to be presented as" + " columns.")
                .bool("no-headers", "When using the default or custom-column output format, don't print headers.")
                .bool("output-watch-events", "Output watch event objects when --watch or --watch-only is used.")
                .string("raw", "Raw URI to request from the server.")
                .bool("recursive", 'R', false, "Process the directory used in -f, --filename recursively.")
                .string(
                        "selector",
                        'l',
                        "",
                        "Selector (label query) to filter on, supports '=', '==', '!=', 'in'," + " 'notin'.")
                .bool("server-print", (char) 0, true, "If true, have the server return the appropriate table output.")
                .bool("show-kind", "If present, list the resource type for the requested object(s).")
                .bool("show-labels", "When printing, show all labels as the last column (default hide labels column)")
                .string("sort-by", "If non-empty, sort list types using this field specification.")
                .string("subresource", "If specified, gets the subresource of the requested object.")
                .bool("watch", 'w', false, "After listing/getting the requested object, watch for changes.")
                .bool("watch-only", "Watch for changes to the requested object(s), without listing/getting first.")
                .addAll(ObjectPrinter.flags());
    }

    @Override
    public int run(Call call) {
        if (call.flags().isSet("raw")) {
            return raw(call);
        }
        if (call.arguments().isEmpty()
                && !call.flags().isSet("filename")
                && !call.flags().isSet("kustomize")) {
            call.err()
                    .print("You must specify the type of resource to get. Use \"kubectl api-resources\" for a complete"
                            + " list of supported resources.\n\n");
            throw call.usageError("Required resource not specified.\nUse \"kubectl explain <resource>\" for a detailed"
                    + " description of that resource (e.g. kubectl explain pods).");
        }
        if (!call.flags().bool("server-print")) {
            throw new KubectlFailure("kubectl get --server-print=false is not available in the sandbox yet");
        }
        String subresource = call.flags().text("subresource");
        if (!subresource.isEmpty() && !subresource.equals("status")) {
            throw new KubectlFailure(
                    "kubectl get --subresource=" + subresource + " is not available in the sandbox yet");
        }
        if (call.flags().bool("output-watch-events") && !watching(call)) {
            throw call.usageError("--output-watch-events option can only be used with --watch or --watch-only");
        }
        String format = call.flags().text("output");
        boolean table = format.isEmpty() || format.equals("wide");
        if (watching(call)) {
            return new Watching(call, table).run();
        }
        return table ? new Tables(call).run() : new Documents(call).run();
    }

    private static boolean watching(Call call) {
        return call.flags().bool("watch") || call.flags().bool("watch-only");
    }

    private static int raw(Call call) {
        if (!call.arguments().isEmpty()) {
            throw call.usageError("arguments may not be passed when --raw is specified");
        }
        String[] parts = call.flags().text("raw").split("\\?", 2);
        Request request = Request.get(parts[0]);
        for (String parameter : parts.length < 2 ? new String[0] : parts[1].split("&")) {
            String[] pair = parameter.split("=", 2);
            request = request.with(pair[0], pair.length < 2 ? "" : pair[1]);
        }
        var answer = call.client().send(request);
        call.out().print(answer.isTextual() ? answer.textValue() : answer + "\n");
        return 0;
    }

    static Finder finder(Call call) {
        return call.finder()
                .files()
                .latest()
                .selectors(call.flags().text("selector"), call.flags().text("field-selector"))
                .allNamespaces(call.flags().bool("all-namespaces"));
    }

    /** Without those that are not there, when that is to be ignored. */
    static List<KubectlFailure> told(Call call, List<KubectlFailure> failures) {
        List<KubectlFailure> told = new ArrayList<>(failures);
        if (call.flags().bool("ignore-not-found")) {
            told.removeIf(failure -> failure instanceof lab.kubectl.ServerFailure server && server.isNotFound());
        }
        return told;
    }
}
