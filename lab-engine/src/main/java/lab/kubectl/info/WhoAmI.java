package lab.kubectl.info;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.kube.Request;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.text.GoValue;
import lab.kubectl.text.TabWriter;
import lab.shell.pflag.FlagSet;

/** {@code kubectl auth whoami}: who the server takes the user for. */
// models k8s.io/kubectl pkg/cmd/auth/whoami.go@1.34
final class WhoAmI implements Command {
    @Override
    public String name() {
        return "whoami";
    }

    @Override
    public Help help() {
        return Help.of("Experimental: Check self subject attributes", "");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet();
    }

    @Override
    public int run(Call call) {
        ObjectNode review = JsonNodeFactory.instance.objectNode();
        review.put("kind", "SelfSubjectReview").put("apiVersion", "authentication.k8s.io/v1");
        JsonNode user = call.client()
                .send(Request.post("/apis/authentication.k8s.io/v1/selfsubjectreviews", review))
                .path("status")
                .path("userInfo");
        StringBuilder table = new StringBuilder("ATTRIBUTE\tVALUE\n");
        row(table, "Username", user.path("username"));
        row(table, "UID", user.path("uid"));
        row(table, "Groups", user.path("groups"));
        JsonNode extra = user.path("extra");
        GoValue.keys(extra).forEach(key -> row(table, "Extra: " + key, extra.path(key)));
        call.out().print(TabWriter.table(table.toString()));
        return 0;
    }

    private static void row(StringBuilder table, String title, JsonNode value) {
        boolean empty =
                value.isContainerNode() ? value.isEmpty() : value.asText("").isEmpty();
        if (!empty) {
            table.append(title).append('\t').append(GoValue.plain(value)).append('\n');
        }
    }
}
