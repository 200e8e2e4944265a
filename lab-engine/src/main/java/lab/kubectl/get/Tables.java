package lab.kubectl.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import lab.kubectl.Call;
import lab.kubectl.Found;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ResourceType;
import lab.kubectl.jsonpath.JsonPathProblem;
import lab.kubectl.jsonpath.ObjectSorter;
import lab.kubectl.print.TableOptions;
import lab.kubectl.print.TablePrinter;
import lab.shell.Output;
import org.jspecify.annotations.Nullable;

/** {@code get} for people: the server's Tables, one after the other, a blank line between types. */
final class Tables {
    private final Call call;
    private boolean written;

    Tables(Call call) {
        this.call = call;
    }

    int run() {
        String sortBy = call.flags().text("sort-by");
        Found found = GetCommand.finder(call)
                .requests(request -> {
                    var asking = request.withHeader("accept", GetCommand.TABLES);
                    return sortBy.isEmpty() ? asking : asking.with("includeObject", "Object");
                })
                .find();
        List<KubectlFailure> failures = GetCommand.told(call, found.failures());
        List<Info> infos = sortBy.isEmpty() ? found.infos() : sorted(found.infos(), sortBy);
        boolean withKind = call.flags().bool("show-kind")
                || infos.stream().map(Info::type).distinct().count() > 1;
        print(infos, withKind);
        boolean quiet = written || call.flags().bool("ignore-not-found") || !failures.isEmpty();
        if (!quiet) {
            boolean inNamespace = !call.flags().bool("all-namespaces")
                    && infos.stream().allMatch(info -> info.type().namespaced());
            call.err()
                    .println(
                            inNamespace
                                    ? "No resources found in " + call.namespace() + " namespace."
                                    : "No resources found");
        }
        if (!failures.isEmpty()) {
            throw KubectlFailure.all(failures);
        }
        return 0;
    }

    private void print(List<Info> infos, boolean withKind) {
        @Nullable ResourceType last = null;
        @Nullable TablePrinter printer = null;
        for (Info info : infos) {
            if (printer == null || !info.type().equals(last)) {
                flush(printer);
                printer = new TablePrinter(options(call, info.type(), withKind), info.type());
                last = info.type();
            }
            printer.add(info.object(), "");
        }
        flush(printer);
    }

    static TableOptions options(Call call, ResourceType type, boolean withKind) {
        return new TableOptions(
                call.flags().bool("no-headers"),
                call.flags().text("output").equals("wide"),
                call.flags().bool("all-namespaces") && type.namespaced(),
                withKind,
                call.flags().bool("show-labels"),
                call.flags().list("label-columns"));
    }

    private void flush(@Nullable TablePrinter printer) {
        if (printer == null) {
            return;
        }
        boolean separate = written && !call.flags().bool("no-headers");
        printer.flush(new Output() {
            private boolean begun;

            @Override
            public void write(byte[] bytes, int offset, int length) {
                if (separate && !begun) {
                    call.out().print("\n");
                }
                begun = true;
                written = true;
                call.out().write(bytes, offset, length);
            }
        });
    }

    /** Rows of all tables in the order of a field. */
    private static List<Info> sorted(List<Info> infos, String expression) {
        List<Info> sorted = new ArrayList<>();
        try {
            ObjectSorter sorter = ObjectSorter.parse(expression);
            for (Info info : infos) {
                List<JsonNode> rows = StreamSupport.stream(
                                info.object().path("rows").spliterator(), false)
                        .toList();
                ObjectNode table = info.object().deepCopy();
                ArrayNode ordered = table.putArray("rows");
                for (int index : sorter.order(
                        rows.stream().map(row -> row.path("object")).toList())) {
                    ordered.add(rows.get(index));
                }
                sorted.add(info.with(table));
            }
        } catch (JsonPathProblem problem) {
            throw new KubectlFailure(problem.text());
        }
        return sorted;
    }
}
