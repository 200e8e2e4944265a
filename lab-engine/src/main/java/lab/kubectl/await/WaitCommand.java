package lab.kubectl.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lab.kube.Request;
import lab.kube.Response;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Finder;
import lab.kubectl.Found;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ServerFailure;
import lab.shell.pflag.FlagSet;

/** {@code kubectl wait}: until a condition holds, an object is there, or is gone. */
// models k8s.io/kubectl pkg/cmd/wait/wait.go@1.34
public final class WaitCommand implements Command {
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final String TIMED_OUT = "timed out waiting for the condition";

    @Override
    public String name() {
        return "wait";
    }

    @Override
    public Help help() {
        return Help.of(
                "Experimental: Wait for a specific condition on one or many resources",
                "([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)])"
                        + " [--for=create|--for=delete|--for condition=available|--for=jsonpath='{}'[=value]]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .bool("all", "Select all resources in the namespace of the specified resource types")
                .bool("all-namespaces", 'A', false, "If present, list the requested object(s) across all namespaces.")
                .string("field-selector", "Selector (field query) to filter on.")
                .list("filename", 'f', "identifying the resource.")
                .string("for", "The condition to wait on.")
                .bool("local", "If true, annotation will NOT contact api-server but run locally.")
                .string("output", 'o', "", "Output format. One of: (json, yaml, name).")
                .bool("recursive", 'R', true, "Process the directory used in -f, --filename recursively.")
                .string("selector", 'l', "", "Selector (label query) to filter on.")
                .duration("timeout", "30s", "The length of time to wait before giving up.");
    }

    @Override
    public int run(Call call) {
        Condition condition = Condition.parse(call.flags().text("for"));
        Duration asked = call.flags().duration("timeout");
        Duration timeout = asked.isNegative() ? A_WEEK : asked;
        if (condition instanceof Condition.Created && timeout.isZero()) {
            throw new KubectlFailure("--for=create requires a timeout value greater than 0");
        }
        Instant deadline = call.environment().time().now().plus(timeout);
        Found found = found(call, condition, deadline);
        boolean deletion = condition instanceof Condition.Deleted;
        List<KubectlFailure> failures = new ArrayList<>(found.failures());
        if (deletion) {
            failures.removeIf(failure -> failure instanceof ServerFailure refused && refused.isNotFound());
        }
        for (Info info : found.infos()) {
            try {
                await(call, info, condition, deadline, timeout.isZero());
                print(call, info);
            } catch (KubectlFailure failure) {
                failures.add(failure);
            }
        }
        if (failures.size() > 1) {
            throw KubectlFailure.whole(
                    failures.stream()
                            .map(failure -> failure instanceof ServerFailure ? failure.text() : failure.message())
                            .collect(Collectors.joining("\n")),
                    1);
        } else if (failures.size() == 1) {
            throw failures.get(0);
        }
        if (found.infos().isEmpty() && !deletion) {
            throw new KubectlFailure("no matching resources found");
        }
        return 0;
    }

    private static Found found(Call call, Condition condition, Instant deadline) {
        while (true) {
            Found found = finder(call).find();
            boolean missing = found.failures().stream()
                    .anyMatch(failure -> failure instanceof ServerFailure refused && refused.isNotFound());
            boolean nothing = found.infos().isEmpty() && found.failures().isEmpty();
            if (!(condition instanceof Condition.Created) || !(missing || nothing)) {
                return found;
            }
            if (!call.environment().time().now().isBefore(deadline)) {
                throw new KubectlFailure(TIMED_OUT);
            }
            call.environment().time().sleep(POLL);
        }
    }

    private static Finder finder(Call call) {
        return call.finder()
                .files()
                .selectors(call.flags().text("selector"), call.flags().text("field-selector"))
                .everything(call.flags().bool("all"))
                .allNamespaces(call.flags().bool("all-namespaces"))
                .needsNames()
                .latest()
                .flattened();
    }

    private static void await(Call call, Info info, Condition condition, Instant deadline, boolean once) {
        boolean deletion = condition instanceof Condition.Deleted;
        if (deletion) {
            Response answer = call.client().answer(Request.get(info.path()));
            if (answer.code() == 404) {
                return;
            }
        }
        if (condition instanceof Condition.Created) {
            return;
        }
        String resource = info.type().resource() + "/" + info.name();
        if (once) {
            JsonNode object = call.client().get(info.path());
            if (deletion || !condition.holds(object)) {
                throw new KubectlFailure("condition not met for " + resource);
            }
            return;
        }
        try (ObjectWatch watch = ObjectWatch.of(call, info.type(), info.namespace(), info.name(), deadline)) {
            if (watch.startsEmpty()) {
                if (deletion) {
                    return;
                }
                // the original says the same as a GET would
                call.client().get(info.path());
            }
            for (JsonNode event = watch.next(); event != null; event = watch.next()) {
                boolean deleted = event.path("type").asText().equals("DELETED");
                if (deletion ? deleted : !deleted && condition.holds(event.path("object"))) {
                    return;
                }
            }
        }
        throw new KubectlFailure(TIMED_OUT + " on " + resource);
    }

    private static void print(Call call, Info info) {
        String output = call.flags().text("output");
        if (output.isEmpty()) {
            call.println(info.title() + " condition met");
        } else if (output.equals("name")) {
            call.println(info.title());
        } else {
            throw new KubectlFailure("kubectl wait -o " + output + " is not available in the sandbox yet");
        }
    }
}
