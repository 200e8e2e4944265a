package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

final class EndpointsDescriber implements Describer {
    @Override
    public void describe(JsonNode endpoints, Source source, Page page) {
        page.head(endpoints).line(0, "Subsets:");
        for (JsonNode subset : endpoints.path("subsets")) {
            page.line(1, "Addresses:\t" + addresses(subset.path("addresses")));
            page.line(1, "NotReadyAddresses:\t" + addresses(subset.path("notReadyAddresses")));
            if (!subset.path("ports").isEmpty()) {
                page.line(1, "Ports:").line(2, "Name\tPort\tProtocol").line(2, "----\t----\t--------");
                for (JsonNode port : subset.path("ports")) {
                    page.line(
                            2,
                            port.path("name").asText("<unset>") + "\t"
                                    + port.path("port").asInt() + "\t"
                                    + port.path("protocol").asText("TCP"));
                }
            }
            page.add("\n");
        }
        Events.of(endpoints, source, page);
    }

    private static String addresses(JsonNode addresses) {
        StringJoiner ips = new StringJoiner(",");
        addresses.forEach(address -> ips.add(address.path("ip").asText()));
        return Page.orNone(ips.toString());
    }
}
