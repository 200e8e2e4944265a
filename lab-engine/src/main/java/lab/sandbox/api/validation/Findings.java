package lab.sandbox.api.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import lab.kube.Status.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with fields. Models staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go@1.34.
 */
public final class Findings {
    private final List<Cause> causes = new ArrayList<>();

    public List<Cause> causes() {
        return List.copyOf(causes);
    }

    void required(String field, String detail) {
        causes.add(new Cause(
                "FieldValueRequired", detail.isEmpty() ? "Required value" : "Required value: " + detail, field));
    }

    void invalid(String field, JsonNode value, String detail) {
        causes.add(new Cause("FieldValueInvalid", "Invalid value: " + value + ": " + detail, field));
    }

    void invalid(String field, String value, String detail) {
        invalid(field, TextNode.valueOf(value), detail);
    }

    /** Adds the finding if there is a problem. */
    void check(String field, String value, @Nullable String problem) {
        if (problem != null) {
            invalid(field, value, problem);
        }
    }

    void unsupported(String field, JsonNode value, Collection<String> supported) {
        String values = supported.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", "));
        causes.add(new Cause(
                "FieldValueNotSupported", "Unsupported value: " + value + ": supported values: " + values, field));
    }

    void duplicate(String field, String value) {
        causes.add(new Cause("FieldValueDuplicate", "Duplicate value: " + TextNode.valueOf(value), field));
    }

    void notFound(String field, String value) {
        causes.add(new Cause("FieldValueNotFound", "Not found: " + TextNode.valueOf(value), field));
    }

    void forbidden(String field, String detail) {
        causes.add(new Cause("FieldValueForbidden", "Forbidden: " + detail, field));
    }

    void tooLong(String field, int limit) {
        causes.add(new Cause("FieldValueTooLong", "Too long: may not be more than " + limit + " bytes", field));
    }

    void tooMany(String field, int found, int limit) {
        causes.add(new Cause(
                "FieldValueTooMany", "Too many: " + found + ": must have at most " + limit + " items", field));
    }
}
