package lab.kube;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which objects are meant, by a few of their fields. Models staging/src/k8s.io/apimachinery/pkg/fields/selector.go@1.34.
 */
public record FieldSelector(List<Term> terms) {
    /** One condition: the field equals the value, or ({@code equal} false) does not. */
    public record Term(String field, boolean equal, String value) {
        @Override
        public String toString() {
            return field + (equal ? "=" : "!=") + value;
        }
    }

    /** Matches everything. */
    public static final FieldSelector EVERYTHING = new FieldSelector(List.of());

    public FieldSelector {
        terms = List.copyOf(terms);
    }

    public static FieldSelector parse(String text) throws SelectorProblem {
        List<Term> terms = new ArrayList<>();
        for (String part : text.split("(?<!\\\\),", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            terms.add(term(part));
        }
        return new FieldSelector(terms);
    }

    private static Term term(String part) throws SelectorProblem {
        for (int i = 0; i < part.length(); i++) {
            for (String operator : List.of("!=", "==", "=")) {
                if (part.startsWith(operator, i)) {
                    String value = part.substring(i + operator.length()).replaceAll("\\\\(.)", "$1");
                    return new Term(part.substring(0, i), !operator.equals("!="), value);
                }
            }
        }
        throw new SelectorProblem("invalid selector: '" + part + "'; can't understand '" + part + "'");
    }

    /** @param fields gives the value of a field, the empty text if it is not there */
    public boolean matches(Function<String, String> fields) {
        return terms.stream().allMatch(term -> fields.apply(term.field()).equals(term.value()) == term.equal());
    }

    @Override
    public String toString() {
        return terms.stream().map(Term::toString).collect(Collectors.joining(","));
    }
}
