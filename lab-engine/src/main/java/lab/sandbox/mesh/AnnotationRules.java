package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import lab.kube.Quantity;
import lab.kube.Yaml;
import lab.kube.YamlProblem;
import lab.net.Cidr;
import org.jspecify.annotations.Nullable;

/** What values the injector's annotations may have. Models istio pkg/kube/inject/inject.go@1.30.3. */
final class AnnotationRules {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Map<String, Function<String, @Nullable String>> RULES = Map.ofEntries(
            Map.entry("traffic.sidecar.istio.io/includeOutboundIPRanges", v -> ranges("includeIPRanges", v)),
            Map.entry(
                    "traffic.sidecar.istio.io/excludeOutboundIPRanges",
                    v -> v.equals("*") ? "excludeIPRanges invalid: *" : ranges("excludeIPRanges", v)),
            Map.entry(
                    "traffic.sidecar.istio.io/includeInboundPorts",
                    v -> v.equals("*") ? null : ports("includeInboundPorts", v)),
            Map.entry("traffic.sidecar.istio.io/excludeInboundPorts", v -> ports("excludeInboundPorts", v)),
            Map.entry("traffic.sidecar.istio.io/includeOutboundPorts", v -> ports("includeOutboundPorts", v)),
            Map.entry("traffic.sidecar.istio.io/excludeOutboundPorts", v -> ports("excludeOutboundPorts", v)),
            Map.entry("status.sidecar.istio.io/port", v -> v.isEmpty() ? null : port(v)),
            Map.entry("readiness.status.sidecar.istio.io/initialDelaySeconds", AnnotationRules::uint32),
            Map.entry("readiness.status.sidecar.istio.io/periodSeconds", AnnotationRules::uint32),
            Map.entry("readiness.status.sidecar.istio.io/failureThreshold", AnnotationRules::uint32),
            Map.entry("sidecar.istio.io/rewriteAppHTTPProbers", AnnotationRules::bool),
            Map.entry("sidecar.istio.io/enableCoreDump", AnnotationRules::bool),
            Map.entry("sidecar.istio.io/proxyCPU", AnnotationRules::quantity),
            Map.entry("sidecar.istio.io/proxyMemory", AnnotationRules::quantity),
            Map.entry("sidecar.istio.io/proxyCPULimit", AnnotationRules::quantity),
            Map.entry("sidecar.istio.io/proxyMemoryLimit", AnnotationRules::quantity),
            Map.entry("sidecar.istio.io/userVolume", AnnotationRules::json),
            Map.entry("sidecar.istio.io/userVolumeMount", AnnotationRules::json),
            Map.entry(
                    "sidecar.istio.io/interceptionMode",
                    v -> List.of("REDIRECT", "TPROXY", "NONE").contains(v)
                            ? null
                            : "interceptionMode invalid, use REDIRECT,TPROXY,NONE: " + v));

    private AnnotationRules() {}

    /** @throws InjectionProblem with all that is wrong */
    static void check(JsonNode annotations) {
        List<String> problems = new ArrayList<>();
        annotations.properties().forEach(annotation -> {
            Function<String, @Nullable String> rule = RULES.get(annotation.getKey());
            String value = annotation.getValue().asText();
            String problem = rule == null ? null : rule.apply(value);
            if (problem != null) {
                problems.add("invalid value '" + value + "' for annotation '" + annotation.getKey() + "': " + problem);
            }
        });
        if (!problems.isEmpty()) {
            StringBuilder text = new StringBuilder(
                    problems.size() == 1 ? "1 error occurred:" : problems.size() + " errors occurred:");
            problems.forEach(problem -> text.append("\n\t* ").append(problem));
            throw new InjectionProblem(text.append("\n\n").toString());
        }
    }

    private static @Nullable String ranges(String name, String value) {
        if (value.equals("*") || value.isEmpty()) {
            return null;
        }
        for (String range : value.split(",")) {
            if (!range.contains("/") || Cidr.parse(range.strip()) == null) {
                return name + " invalid: failed parsing cidr '" + range + "': netip.ParsePrefix(\"" + range
                        + "\"): no '/'";
            }
        }
        return null;
    }

    private static @Nullable String ports(String name, String value) {
        if (value.isEmpty()) {
            return null;
        }
        for (String item : value.split(",")) {
            String problem = port(item.strip());
            if (problem != null) {
                return name + " invalid: failed parsing port '" + item + "': " + problem;
            }
        }
        return null;
    }

    private static @Nullable String port(String value) {
        String problem = unsigned(value, 65535);
        return problem == null ? null : "failed parsing port '" + value + "': " + problem;
    }

    private static @Nullable String uint32(String value) {
        return unsigned(value, 4294967295L);
    }

    private static @Nullable String unsigned(String value, long most) {
        if (!NUMBER.matcher(value).matches()) {
            return "strconv.ParseUint: parsing \"" + value + "\": invalid syntax";
        }
        boolean fits = value.length() <= 10 && Long.parseLong(value) <= most;
        return fits ? null : "strconv.ParseUint: parsing \"" + value + "\": value out of range";
    }

    private static @Nullable String bool(String value) {
        return List.of("1", "t", "T", "true", "TRUE", "True", "0", "f", "F", "false", "FALSE", "False")
                        .contains(value)
                ? null
                : "strconv.ParseBool: parsing \"" + value + "\": invalid syntax";
    }

    private static @Nullable String quantity(String value) {
        return Quantity.parse(value) == null ? Quantity.PROBLEM : null;
    }

    private static @Nullable String json(String value) {
        try {
            Yaml.value(value);
            return null;
        } catch (YamlProblem problem) {
            return problem.problem();
        }
    }
}
