package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;

final class RoleBindingDescriber implements Describer {
    @Override
    public void describe(JsonNode binding, Source source, Page page) {
        JsonNode metadata = binding.path("metadata");
        page.field("Name", metadata.path("name")).labels("Labels", metadata.path("labels"));
        page.annotations("Annotations", metadata.path("annotations")).line(0, "Role:");
        page.line(1, "Kind:\t" + binding.path("roleRef").path("kind").asText(""));
        page.line(1, "Name:\t" + binding.path("roleRef").path("name").asText(""));
        page.line(0, "Subjects:").line(1, "Kind\tName\tNamespace").line(1, "----\t----\t---------");
        for (JsonNode subject : binding.path("subjects")) {
            page.line(
                    1,
                    subject.path("kind").asText("") + "\t"
                            + subject.path("name").asText("") + "\t"
                            + subject.path("namespace").asText(""));
        }
    }
}
