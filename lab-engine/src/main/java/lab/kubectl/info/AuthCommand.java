package lab.kubectl.info;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import lab.kube.Request;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ResourceType;
import lab.shell.pflag.FlagSet;

/** {@code kubectl auth}: asks the server whether something is allowed. */
// models k8s.io/kubectl pkg/cmd/auth/cani.go@1.34
public final class AuthCommand implements Command {
    @Override
    public String name() {
        return "auth";
    }

    @Override
    public Help help() {
        return Help.of("Inspect authorization", "");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet();
    }

    @Override
    public List<Command> subcommands() {
        return List.of(new CanI(), new WhoAmI());
    }

    @Override
    public int run(Call call) {
        throw new KubectlFailure(
                call.path() + " " + String.join(" ", call.arguments()) + " is not available in the sandbox yet");
    }

    private static final class CanI implements Command {
        @Override
        public String name() {
            return "can-i";
        }

        @Override
        public Help help() {
            return Help.of("Check whether an action is allowed", "VERB [TYPE | TYPE/NAME | NONRESOURCEURL]");
        }

        @Override
        public FlagSet flags() {
            return new FlagSet()
                    .bool("all-namespaces", 'A', false, "If true, check the specified action in all namespaces.")
                    .bool("quiet", 'q', false, "If true, suppress output and just return the exit code.")
                    .string("subresource", "SubResource such as pod/log or deployment/scale");
        }

        @Override
        public int run(Call call) {
            List<String> words = call.arguments();
            if (words.size() != 2) {
                throw new KubectlFailure("you must specify two arguments: verb resource or verb resource/resourceName."
                        + "\nSee 'kubectl auth can-i -h' for help and examples.");
            }
            ObjectNode review = JsonNodeFactory.instance.objectNode();
            review.put("kind", "SelfSubjectAccessReview").put("apiVersion", "authorization.k8s.io/v1");
            ObjectNode spec = review.putObject("spec");
            if (words.get(1).startsWith("/")) {
                spec.putObject("nonResourceAttributes")
                        .put("path", words.get(1))
                        .put("verb", words.get(0));
            } else {
                resource(call, words, spec.putObject("resourceAttributes"));
            }
            JsonNode answer =
                    call.client().send(Request.post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", review));
            boolean allowed = answer.path("status").path("allowed").asBoolean();
            if (!call.flags().bool("quiet")) {
                String reason = answer.path("status").path("reason").asText("");
                call.println(allowed ? "yes" : reason.isEmpty() ? "no" : "no - " + reason);
            }
            return allowed ? 0 : 1;
        }

        private static void resource(Call call, List<String> words, ObjectNode attributes) {
            String[] parts = words.get(1).split("/", 2);
            String resource = parts[0];
            String group = resource.equals("*") ? "*" : "";
            boolean namespaced = true;
            if (!resource.equals("*")) {
                Optional<ResourceType> type = call.resources().find(resource);
                if (type.isEmpty()) {
                    call.warn("the server doesn't have a resource type '" + resource + "'\n");
                } else {
                    resource = type.get().resource();
                    group = type.get().group();
                    namespaced = type.get().namespaced();
                    if (!namespaced && !call.flags().bool("all-namespaces")) {
                        call.warn("resource '" + resource + "' is not namespace scoped"
                                + (group.isEmpty() ? "" : " in group '" + group + "'") + "\n");
                    }
                }
            }
            attributes.put("verb", words.get(0)).put("resource", resource).put("group", group);
            if (!call.flags().bool("all-namespaces")) {
                attributes.put("namespace", call.namespace());
            }
            if (parts.length == 2) {
                attributes.put("name", parts[1]);
            }
            String subresource = call.flags().text("subresource");
            if (!subresource.isEmpty()) {
                attributes.put("subresource", subresource);
            }
        }
    }
}
