package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import lab.kubectl.text.GoValue;

final class NamespaceDescriber implements Describer {
    @Override
    public void describe(JsonNode namespace, Source source, Page page) {
        JsonNode metadata = namespace.path("metadata");
        JsonNode status = namespace.path("status");
        page.field("Name", metadata.path("name"));
        page.labels("Labels", metadata.path("labels")).annotations("Annotations", metadata.path("annotations"));
        page.field("Status", status.path("phase"));
        if (!status.path("conditions").isEmpty()) {
            page.line(0, "Conditions:").line(1, "Type\tStatus\tLastTransitionTime\tReason\tMessage");
            page.line(1, "----\t------\t------------------\t------\t-------");
            for (JsonNode condition : status.path("conditions")) {
                page.line(
                        1,
                        String.join(
                                "\t",
                                condition.path("type").asText(),
                                condition.path("status").asText(),
                                Page.time(condition.path("lastTransitionTime")),
                                condition.path("reason").asText(""),
                                condition.path("message").asText("")));
            }
        }
        // a server without these kinds is tolerated in silence
        String path = "/api/v1/namespaces/" + metadata.path("name").asText();
        List<JsonNode> quotas = source.list(path + "/resourcequotas", "", "");
        page.add("\n");
        if (quotas == null || quotas.isEmpty()) {
            page.line(0, "No resource quota.");
        } else {
            page.line(0, "Resource Quotas");
            quotas.forEach(quota -> quota(quota, page));
        }
        List<JsonNode> limits = source.list(path + "/limitranges", "", "");
        page.add("\n");
        if (limits == null || limits.isEmpty()) {
            page.line(0, "No LimitRange resource.");
        } else {
            page.line(0, "Resource Limits")
                    .line(0, " Type\tResource\tMin\tMax\tDefault Request\tDefault Limit\tMax Limit/Request Ratio")
                    .line(0, " ----\t--------\t---\t---\t---------------\t-------------\t-----------------------");
            limits.forEach(range -> range.path("spec").path("limits").forEach(limit -> limit(limit, page)));
        }
    }

    private static void quota(JsonNode quota, Page page) {
        page.line(1, "Name:\t" + quota.path("metadata").path("name").asText());
        page.line(1, "Resource\tUsed\tHard").line(1, "--------\t---\t---");
        JsonNode hard = quota.path("status").path("hard");
        for (String resource : GoValue.keys(hard)) {
            page.line(
                    1,
                    resource + "\t"
                            + quota.path("status").path("used").path(resource).asText("0") + "\t"
                            + hard.path(resource).asText());
        }
    }

    private static void limit(JsonNode limit, Page page) {
        List<String> columns = List.of("min", "max", "defaultRequest", "default", "maxLimitRequestRatio");
        columns.stream()
                .flatMap(column -> GoValue.keys(limit.path(column)).stream())
                .distinct()
                .sorted()
                .forEach(resource -> {
                    StringBuilder line =
                            new StringBuilder(" " + limit.path("type").asText() + "\t" + resource);
                    columns.forEach(column -> line.append('\t')
                            .append(limit.path(column).path(resource).asText("-")));
                    page.line(0, line.toString());
                });
    }
}
