package lab.kubectl.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lab.kubectl.Call;
import lab.kubectl.KubectlFailure;

/** What {@code --validate} asks for; the server does the work, kubectl only wants kind and apiVersion. */
public enum Validation {
    STRICT("Strict"),
    WARN("Warn"),
    IGNORE("Ignore");

    private final String parameter;

    Validation(String parameter) {
        this.parameter = parameter;
    }

    public static Validation of(Call call) {
        String value = call.flags().text("validate");
        return switch (value) {
            case "strict", "true" -> STRICT;
            case "warn" -> WARN;
            case "ignore", "false" -> IGNORE;
            default ->
                throw new KubectlFailure("invalid validation option \"" + value
                        + "\", must be one of: strict (or true), warn, ignore (or false)");
        };
    }

    /** The value of the parameter {@code fieldValidation}. */
    public String parameter() {
        return parameter;
    }

    /** @throws KubectlFailure when kind or apiVersion is missing */
    public void check(String source, JsonNode object) {
        if (this == IGNORE) {
            return;
        }
        List<String> missing = new ArrayList<>();
        for (String field : List.of("apiVersion", "kind")) {
            if (object.path(field).asText().isEmpty()) {
                missing.add(field + " not set");
            }
        }
        if (!missing.isEmpty()) {
            String told = missing.size() == 1 ? missing.get(0) : "[" + String.join(", ", missing) + "]";
            throw new KubectlFailure("error validating \"" + source + "\": error validating data: " + told
                    + "; if you choose to ignore these errors, turn validation off with --validate=false");
        }
    }
}
