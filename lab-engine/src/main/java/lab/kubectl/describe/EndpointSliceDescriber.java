package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

final class EndpointSliceDescriber implements Describer {
    @Override
    public void describe(JsonNode slice, Source source, Page page) {
        page.head(slice).field("AddressType", slice.path("addressType"));
        if (slice.path("ports").isEmpty()) {
            page.line(0, "Ports: <unset>");
        } else {
            page.line(0, "Ports:").line(1, "Name\tPort\tProtocol").line(1, "----\t----\t--------");
            for (JsonNode port : slice.path("ports")) {
                String name = port.path("name").asText("");
                page.line(
                        1,
                        (name.isEmpty() ? "<unset>" : name) + "\t"
                                + port.path("port").asText("<unset>") + "\t"
                                + port.path("protocol").asText("TCP"));
            }
        }
        if (slice.path("endpoints").isEmpty()) {
            page.line(0, "Endpoints: <none>");
        } else {
            page.line(0, "Endpoints:");
            slice.path("endpoints").forEach(endpoint -> endpoint(endpoint, page));
        }
        Events.of(slice, source, page);
    }

    private static void endpoint(JsonNode endpoint, Page page) {
        StringJoiner addresses = new StringJoiner(", ");
        endpoint.path("addresses").forEach(address -> addresses.add(address.asText()));
        page.line(1, "- Addresses:\t" + Page.orNone(addresses.toString())).line(2, "Conditions:");
        page.line(3, "Ready:\t" + endpoint.path("conditions").path("ready").asText("<unset>"));
        page.line(2, "Hostname:\t" + endpoint.path("hostname").asText("<unset>"));
        JsonNode target = endpoint.path("targetRef");
        if (target.isObject()) {
            page.line(
                    2,
                    "TargetRef:\t" + target.path("kind").asText() + "/"
                            + target.path("name").asText());
        }
        page.line(2, "NodeName:\t" + endpoint.path("nodeName").asText("<unset>"));
        page.line(2, "Zone:\t" + endpoint.path("zone").asText("<unset>"));
    }
}
