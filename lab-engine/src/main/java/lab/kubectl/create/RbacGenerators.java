package lab.kubectl.create;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ResourceType;
import lab.shell.pflag.FlagSet;

/** The generators of roles and bindings. */
// models kubectl pkg/cmd/create/create_role.go, create_rolebinding.go@1.34
final class RbacGenerators {
    private static final String RBAC = "rbac.authorization.k8s.io";

    private RbacGenerators() {}

    static List<Command> all() {
        return List.of(
                Generator.of(
                        "clusterrole",
                        "Create a cluster role",
                        "NAME --verb=verb --resource=resource.group",
                        ruleFlags()
                                .list("non-resource-url", (char) 0, "A partial url that user should have access to."),
                        (call, object) -> role(call, object, "ClusterRole")),
                Generator.of(
                        "clusterrolebinding",
                        "Create a cluster role binding for a particular cluster role",
                        "NAME --clusterrole=NAME [--user=username] [--group=groupname]",
                        subjectFlags(),
                        (call, object) -> binding(call, object, "ClusterRoleBinding")),
                Generator.of(
                        "role",
                        "Create a role with single rule",
                        "NAME --verb=verb --resource=resource.group",
                        ruleFlags(),
                        (call, object) -> role(call, object, "Role")),
                Generator.of(
                        "rolebinding",
                        "Create a role binding for a particular role or cluster role",
                        "NAME --clusterrole=NAME|--role=NAME [--user=username] [--group=groupname]",
                        subjectFlags().string("role", "Role this RoleBinding should reference"),
                        (call, object) -> binding(call, object, "RoleBinding")));
    }

    private static FlagSet ruleFlags() {
        return new FlagSet()
                .list("resource", (char) 0, "Resource that the rule applies to")
                .array("resource-name", (char) 0, "Resource in the white list that the rule applies to")
                .list("verb", (char) 0, "Verb that applies to the resources contained in the rule");
    }

    private static FlagSet subjectFlags() {
        return new FlagSet()
                .string("clusterrole", "ClusterRole this binding should reference")
                .array("group", (char) 0, "Groups to bind to the role.")
                .array(
                        "serviceaccount",
                        (char) 0,
                        "Service accounts to bind to the role, in the format" + " <namespace>:<name>.")
                .array("user", (char) 0, "Usernames to bind to the role.");
    }

    private static void role(Call call, ObjectNode object, String kind) {
        List<String> verbs = call.flags().list("verb");
        List<String> resources = call.flags().list("resource");
        if (verbs.isEmpty()) {
            throw new KubectlFailure("at least one verb must be specified");
        }
        Generator.kind(object, RBAC + "/v1", kind);
        ArrayNode rules = object.putArray("rules");
        if (kind.equals("ClusterRole") && !call.flags().list("non-resource-url").isEmpty()) {
            ObjectNode rule = rules.addObject();
            call.flags().list("non-resource-url").forEach(rule.putArray("nonResourceURLs")::add);
            verbs.forEach(rule.putArray("verbs")::add);
            return;
        }
        if (resources.isEmpty()) {
            throw new KubectlFailure("at least one resource must be specified");
        }
        Map<String, ObjectNode> byGroup = new LinkedHashMap<>();
        for (String word : resources) {
            String[] parts = word.split("/", 2);
            String group = "";
            String resource = parts[0];
            if (!resource.equals("*")) {
                ResourceType type = call.resources().named(resource);
                group = type.group();
                resource = type.resource();
            }
            ObjectNode rule = byGroup.computeIfAbsent(group, name -> {
                ObjectNode made = rules.addObject();
                made.putArray("apiGroups").add(name);
                made.putArray("resources");
                if (!call.flags().list("resource-name").isEmpty()) {
                    call.flags().list("resource-name").forEach(made.putArray("resourceNames")::add);
                }
                verbs.stream().distinct().forEach(made.putArray("verbs")::add);
                return made;
            });
            rule.withArray("resources").add(parts.length == 2 ? resource + "/" + parts[1] : resource);
        }
    }

    private static void binding(Call call, ObjectNode object, String kind) {
        String clusterRole = call.flags().text("clusterrole");
        String role = kind.equals("RoleBinding") ? call.flags().text("role") : "";
        if (clusterRole.isEmpty() == role.isEmpty()) {
            throw new KubectlFailure(
                    kind.equals("RoleBinding")
                            ? "exactly one of clusterrole or role must be specified"
                            : "clusterrole must be specified");
        }
        Generator.kind(object, RBAC + "/v1", kind);
        object.putObject("roleRef")
                .put("apiGroup", RBAC)
                .put("kind", role.isEmpty() ? "ClusterRole" : "Role")
                .put("name", role.isEmpty() ? clusterRole : role);
        ArrayNode subjects = object.putArray("subjects");
        call.flags().list("user").forEach(name -> subject(subjects, "User", name));
        call.flags().list("group").forEach(name -> subject(subjects, "Group", name));
        for (String account : call.flags().list("serviceaccount")) {
            String[] parts = account.split(":");
            if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
                throw new KubectlFailure("serviceaccount must be <namespace>:<name>");
            }
            subjects.addObject()
                    .put("kind", "ServiceAccount")
                    .put("name", parts[1])
                    .put("namespace", parts[0]);
        }
        if (subjects.isEmpty()) {
            object.remove("subjects");
        }
    }

    private static void subject(ArrayNode subjects, String kind, String name) {
        subjects.addObject().put("apiGroup", RBAC).put("kind", kind).put("name", name);
    }
}
