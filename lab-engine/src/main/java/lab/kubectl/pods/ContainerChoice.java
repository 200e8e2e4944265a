package lab.kubectl.pods;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lab.kubectl.text.GoQuote;
import lab.shell.Output;

/** Which container of a pod is meant when none was named. */
// models k8s.io/kubectl pkg/cmd/util/podcmd/podcmd.go@1.34
final class ContainerChoice {
    private static final String ANNOTATION = "kubectl.kubernetes.io/default-container";

    private ContainerChoice() {}

    /** The annotated container, or the first; which one is told on stderr if there are others. */
    static String byDefault(JsonNode pod, Output err, boolean quiet) {
        String annotated =
                pod.path("metadata").path("annotations").path(ANNOTATION).asText("");
        if (!annotated.isEmpty()) {
            if (exists(pod, annotated)) {
                return annotated;
            }
            err.println("Default container name " + GoQuote.quote(annotated) + " not found in pod "
                    + pod.path("metadata").path("name").asText());
        }
        String first = pod.path("spec").path("containers").path(0).path("name").asText();
        List<String> all = titles(pod);
        if (all.size() > 1 && !quiet) {
            err.println("Defaulted container " + GoQuote.quote(first) + " out of: " + String.join(", ", all));
        }
        return first;
    }

    static boolean exists(JsonNode pod, String name) {
        return names(pod, "initContainers").contains(name)
                || names(pod, "containers").contains(name)
                || names(pod, "ephemeralContainers").contains(name);
    }

    /** All names, with what is no ordinary container marked. */
    private static List<String> titles(JsonNode pod) {
        List<String> titles = new ArrayList<>(names(pod, "containers"));
        names(pod, "ephemeralContainers").forEach(name -> titles.add(name + " (ephem)"));
        names(pod, "initContainers").forEach(name -> titles.add(name + " (init)"));
        return titles;
    }

    static List<String> names(JsonNode pod, String list) {
        List<String> names = new ArrayList<>();
        pod.path("spec")
                .path(list)
                .forEach(container -> names.add(container.path("name").asText()));
        return names;
    }
}
