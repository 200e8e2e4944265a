package lab.kube;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lab.kube.LabelSelector.Operator;
import lab.kube.LabelSelector.Requirement;

/** Reads the text form of a label selector. Models staging/src/k8s.io/apimachinery/pkg/labels/selector.go@1.34. */
final class LabelSelectorParser {
    private static final String SPECIAL = "=!(),<>";
    private static final Set<String> SYMBOLS = Set.of("=", "==", "!=", "!", "(", ")", ",", "<", ">");
    private static final String BINARY_OPERATORS = "in, notin, =, ==, !=, gt, lt";

    private final List<String> tokens = new ArrayList<>();
    private int position;

    LabelSelectorParser(String text) throws SelectorProblem {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            int start = at;
            if (SPECIAL.indexOf(c) >= 0) {
                at++;
                while (at < text.length()
                        && SPECIAL.indexOf(text.charAt(at)) >= 0
                        && SYMBOLS.contains(text.substring(start, at + 1))) {
                    at++;
                }
            } else {
                while (at < text.length()
                        && SPECIAL.indexOf(text.charAt(at)) < 0
                        && !Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
            }
            tokens.add(text.substring(start, at));
        }
    }

    LabelSelector parse() throws SelectorProblem {
        List<Requirement> requirements = new ArrayList<>();
        while (true) {
            String token = peek();
            if (token.isEmpty()) {
                return LabelSelector.sorted(requirements);
            }
            if (!isIdentifier(token) && !token.equals("!")) {
                throw new SelectorProblem("found '" + token + "', expected: !, identifier, or 'end of string'");
            }
            requirements.add(requirement());
            String next = take();
            if (next.isEmpty()) {
                return LabelSelector.sorted(requirements);
            }
            if (!next.equals(",")) {
                throw new SelectorProblem("found '" + next + "', expected: ',' or 'end of string'");
            }
            if (!isIdentifier(peek()) && !peek().equals("!")) {
                throw new SelectorProblem("found '" + peek() + "', expected: identifier after ','");
            }
        }
    }

    private Requirement requirement() throws SelectorProblem {
        boolean negated = peek().equals("!");
        if (negated) {
            take();
        }
        String key = take();
        if (!isIdentifier(key)) {
            throw unable("found '" + key + "', expected: identifier");
        }
        String problem = NameRules.labelKey(key);
        if (problem != null) {
            throw unable("<nil>: Invalid value: \"" + key + "\": " + problem);
        }
        if (negated) {
            return new Requirement(key, Operator.DOES_NOT_EXIST, List.of());
        }
        if (peek().isEmpty() || peek().equals(",")) {
            return new Requirement(key, Operator.EXISTS, List.of());
        }
        String symbol = take();
        return switch (symbol) {
            case "=", "==" -> checked(new Requirement(key, Operator.EQUALS, List.of(exactValue())));
            case "!=" -> checked(new Requirement(key, Operator.NOT_EQUALS, List.of(exactValue())));
            case ">" -> number(new Requirement(key, Operator.GREATER, List.of(exactValue())));
            case "<" -> number(new Requirement(key, Operator.LESS, List.of(exactValue())));
            case "in" -> checked(new Requirement(key, Operator.IN, values()));
            case "notin" -> checked(new Requirement(key, Operator.NOT_IN, values()));
            default -> throw unable("found '" + symbol + "', expected: " + BINARY_OPERATORS);
        };
    }

    private String exactValue() throws SelectorProblem {
        String token = peek();
        if (token.isEmpty() || token.equals(",")) {
            return "";
        }
        if (!isIdentifier(token)) {
            throw unable("found '" + token + "', expected: identifier");
        }
        return take();
    }

    private List<String> values() throws SelectorProblem {
        String open = take();
        if (!open.equals("(")) {
            throw unable("found '" + open + "' expected: '('");
        }
        Set<String> values = new TreeSet<>();
        boolean wanted = true;
        while (true) {
            String token = take();
            if (token.equals(")")) {
                if (wanted) {
                    values.add("");
                }
                return List.copyOf(values);
            } else if (token.equals(",")) {
                if (wanted) {
                    values.add("");
                }
                wanted = true;
            } else if (isIdentifier(token) && wanted) {
                values.add(token);
                wanted = false;
            } else {
                throw unable("found '" + token + "', expected: ',', ')' or identifier");
            }
        }
    }

    private static Requirement checked(Requirement requirement) throws SelectorProblem {
        for (int i = 0; i < requirement.values().size(); i++) {
            String value = requirement.values().get(i);
            String problem = NameRules.labelValue(value);
            if (problem != null) {
                throw unable(
                        "values[" + i + "][" + requirement.key() + "]: Invalid value: \"" + value + "\": " + problem);
            }
        }
        return requirement;
    }

    private static Requirement number(Requirement requirement) throws SelectorProblem {
        String value = requirement.values().get(0);
        if (!value.matches("-?[0-9]+")) {
            throw unable("values[0]: Invalid value: \"" + value + "\": for 'Gt', 'Lt' operators, the value must be an"
                    + " integer");
        }
        return requirement;
    }

    private static SelectorProblem unable(String message) {
        return new SelectorProblem("unable to parse requirement: " + message);
    }

    private static boolean isIdentifier(String token) {
        return !token.isEmpty() && !SYMBOLS.contains(token) && SPECIAL.indexOf(token.charAt(0)) < 0;
    }

    private String peek() {
        return position < tokens.size() ? tokens.get(position) : "";
    }

    private String take() {
        String token = peek();
        position++;
        return token;
    }
}
