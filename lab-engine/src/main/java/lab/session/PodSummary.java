package lab.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lab.lesson.Check;

/**
 * What checks ask of a pod. {@code ready} is counted as kubectl's column counts it: containers, and init containers
 * that stay.
 */
record PodSummary(String name, String ready, boolean proxy, String phase) {
    static PodSummary of(JsonNode pod) {
        int total = 0;
        int ready = 0;
        boolean proxy = false;
        for (String list : List.of("containers", "initContainers")) {
            for (JsonNode container : pod.path("spec").path(list)) {
                String name = container.path("name").asText();
                proxy |= name.equals("istio-proxy");
                if (list.equals("containers")
                        || container.path("restartPolicy").asText().equals("Always")) {
                    total++;
                    ready += isReady(pod, name) ? 1 : 0;
                }
            }
        }
        return new PodSummary(
                pod.path("metadata").path("name").asText(),
                ready + "/" + total,
                proxy,
                pod.path("status").path("phase").asText());
    }

    private static boolean isReady(JsonNode pod, String container) {
        for (String list : List.of("containerStatuses", "initContainerStatuses")) {
            for (JsonNode status : pod.path("status").path(list)) {
                if (status.path("name").asText().equals(container)) {
                    return status.path("ready").asBoolean();
                }
            }
        }
        return false;
    }

    boolean fits(Check.OfPods check) {
        String wantedReady = check.ready();
        Boolean wantedProxy = check.proxy();
        String wantedPhase = check.phase();
        return (wantedReady == null || wantedReady.equals(ready))
                && (wantedProxy == null || wantedProxy == proxy)
                && (wantedPhase == null || wantedPhase.equals(phase));
    }

    String line(Check.OfPods check) {
        return name + ": " + String.join(", ", words(check, ready, proxy, phase));
    }

    static String wanted(Check.OfPods check) {
        Boolean proxy = check.proxy();
        return check.selector() + ": "
                + String.join(
                        ", ",
                        words(
                                check,
                                String.valueOf(check.ready()),
                                proxy != null && proxy,
                                String.valueOf(check.phase())));
    }

    private static List<String> words(Check.OfPods check, String ready, boolean proxy, String phase) {
        List<String> words = new ArrayList<>();
        if (check.ready() != null) {
            words.add(ready);
        }
        if (check.proxy() != null) {
            words.add(proxy ? "with istio-proxy" : "without istio-proxy");
        }
        if (check.phase() != null) {
            words.add(phase);
        }
        return words;
    }
}
