package lab.sandbox.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Tree;
import org.jspecify.annotations.Nullable;

/** Answers questions about rights. The one user of the sandbox is the cluster's administrator, who may do all. */
final class Reviews {
    private Reviews() {}

    /** The answer, or null when the resource is no review. */
    static @Nullable Response answer(Target target, Request request) {
        String name = target.resource().name();
        if (!request.method().equals("POST") || !name.endsWith("reviews")) {
            return null;
        }
        ObjectNode review =
                request.body() instanceof ObjectNode sent ? sent.deepCopy() : JsonNodeFactory.instance.objectNode();
        review.put("kind", target.resource().kind())
                .put("apiVersion", target.resource().apiVersion());
        ObjectNode status = Tree.child(review, "status");
        switch (name) {
            case "selfsubjectreviews" -> user(status.putObject("userInfo"));
            case "tokenreviews" -> user(status.put("authenticated", true).putObject("user"));
            case "selfsubjectrulesreviews" -> rules(status);
            default ->
                status.put("allowed", true)
                        .put(
                                "reason",
                                "RBAC: allowed by ClusterRoleBinding \"kubeadm:cluster-admins\" of ClusterRole"
                                        + " \"cluster-admin\" to Group \"kubeadm:cluster-admins\"");
        }
        return Response.json(201, review);
    }

    private static void user(ObjectNode user) {
        user.put("username", "kubernetes-admin");
        user.putArray("groups").add("kubeadm:cluster-admins").add("system:authenticated");
    }

    private static void rules(ObjectNode status) {
        status.put("incomplete", false);
        ObjectNode rule = status.putArray("resourceRules").addObject();
        rule.putArray("verbs").add("*");
        rule.putArray("apiGroups").add("*");
        rule.putArray("resources").add("*");
        ObjectNode paths = status.putArray("nonResourceRules").addObject();
        paths.putArray("verbs").add("*");
        paths.putArray("nonResourceURLs").add("*");
    }
}
