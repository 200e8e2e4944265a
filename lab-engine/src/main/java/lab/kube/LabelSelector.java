package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which objects are meant, by their labels. Read from a selector's text ({@code app in (a,b),!old}) or from the
 * {@code matchLabels}/{@code matchExpressions} of an object. Models staging/src/k8s.io/apimachinery/pkg/labels@1.34.
 */
public record LabelSelector(List<Requirement> requirements) {
    /** How a requirement compares. */
    public enum Operator {
        EQUALS,
        NOT_EQUALS,
        IN,
        NOT_IN,
        EXISTS,
        DOES_NOT_EXIST,
        GREATER,
        LESS
    }

    /** One condition on one label. */
    public record Requirement(String key, Operator operator, List<String> values) {
        public Requirement {
            values = List.copyOf(values);
        }

        boolean matches(JsonNode labels) {
            JsonNode label = labels.get(key);
            boolean present = label != null;
            String value = present ? label.asText() : "";
            return switch (operator) {
                case EQUALS, IN -> present && values.contains(value);
                case NOT_EQUALS, NOT_IN -> !present || !values.contains(value);
                case EXISTS -> present;
                case DOES_NOT_EXIST -> !present;
                case GREATER -> present && number(value) > number(values.get(0));
                case LESS -> present && number(value) < number(values.get(0));
            };
        }

        private static double number(String text) {
            return text.matches("-?[0-9]+") ? Double.parseDouble(text) : Double.NaN;
        }

        @Override
        public String toString() {
            return switch (operator) {
                case EQUALS -> key + "=" + values.get(0);
                case NOT_EQUALS -> key + "!=" + values.get(0);
                case IN -> key + " in (" + String.join(",", new TreeSet<>(values)) + ")";
                case NOT_IN -> key + " notin (" + String.join(",", new TreeSet<>(values)) + ")";
                case EXISTS -> key;
                case DOES_NOT_EXIST -> "!" + key;
                case GREATER -> key + ">" + values.get(0);
                case LESS -> key + "<" + values.get(0);
            };
        }
    }

    /** Matches everything. */
    public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

    public LabelSelector {
        requirements = List.copyOf(requirements);
    }

    public static LabelSelector parse(String text) throws SelectorProblem {
        return new LabelSelectorParser(text).parse();
    }

    /** Reads an object's selector: {@code matchLabels} and {@code matchExpressions}. */
    public static LabelSelector of(JsonNode selector) {
        List<Requirement> requirements = new ArrayList<>();
        for (Map.Entry<String, JsonNode> label : selector.path("matchLabels").properties()) {
            requirements.add(new Requirement(
                    label.getKey(), Operator.EQUALS, List.of(label.getValue().asText())));
        }
        for (JsonNode expression : selector.path("matchExpressions")) {
            List<String> values = new ArrayList<>();
            expression.path("values").forEach(value -> values.add(value.asText()));
            Operator operator = switch (expression.path("operator").asText()) {
                case "NotIn" -> Operator.NOT_IN;
                case "Exists" -> Operator.EXISTS;
                case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
                default -> Operator.IN;
            };
            requirements.add(new Requirement(expression.path("key").asText(), operator, values));
        }
        return sorted(requirements);
    }

    /** Reads a plain map of labels, as a Service's {@code spec.selector}. */
    public static LabelSelector ofMap(JsonNode labels) {
        List<Requirement> requirements = new ArrayList<>();
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            requirements.add(new Requirement(
                    label.getKey(), Operator.EQUALS, List.of(label.getValue().asText())));
        }
        return sorted(requirements);
    }

    static LabelSelector sorted(List<Requirement> requirements) {
        return new LabelSelector(requirements.stream()
                .sorted(java.util.Comparator.comparing(Requirement::key))
                .toList());
    }

    /** @param labels the labels themselves, as in {@code metadata.labels} */
    public boolean matches(JsonNode labels) {
        for (Requirement requirement : requirements) {
            if (!requirement.matches(labels)) {
                return false;
            }
        }
        return true;
    }

    public boolean isEmpty() {
        return requirements.isEmpty();
    }

    /** The selector as text, keys in order, as the real server and describe print it; empty for everything. */
    @Override
    public String toString() {
        return requirements.stream().map(Requirement::toString).collect(Collectors.joining(","));
    }
}
