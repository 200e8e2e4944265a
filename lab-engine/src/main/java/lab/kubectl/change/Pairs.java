package lab.kubectl.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.kubectl.Call;
import lab.kubectl.KubectlFailure;

/** The arguments of label and annotate: what is meant, then {@code key=value} and {@code key-}. */
// models kubectl pkg/cmd/util/helpers.go GetResourcesAndPairs, ParsePairs@1.34
record Pairs(List<String> resources, Map<String, String> set, List<String> removed) {
    static Pairs of(Call call, String what) {
        List<String> resources = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        for (String word : call.arguments()) {
            boolean isPair = (word.contains("=") && !word.startsWith("=")) || (word.endsWith("-") && word.length() > 1);
            if (isPair) {
                pairs.add(word);
            } else if (pairs.isEmpty()) {
                resources.add(word);
            } else {
                throw new KubectlFailure("all resources must be specified before " + what + " changes: " + word);
            }
        }
        Map<String, String> set = new LinkedHashMap<>();
        List<String> removed = new ArrayList<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                set.put(pair.substring(0, equals), pair.substring(equals + 1));
            } else {
                removed.add(pair.substring(0, pair.length() - 1));
            }
        }
        if (resources.isEmpty() && !call.flags().isSet("filename")) {
            throw call.usageError("one or more resources must be specified as <resource> <name> or <resource>/<name>");
        }
        if (pairs.isEmpty() && !call.flags().bool("list")) {
            throw new KubectlFailure("at least one " + what + " update is required");
        }
        for (String key : removed) {
            if (set.containsKey(key)) {
                throw new KubectlFailure("can not both modify and remove " + (what.equals("label") ? "a " : "an ")
                        + what + " in the same command");
            }
        }
        return new Pairs(resources, set, removed);
    }
}
