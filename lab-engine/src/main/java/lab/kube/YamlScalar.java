package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an unquoted scalar means. Models goyaml.v2 resolve.go@2.4.0: YAML 1.1 booleans, octal with a leading zero. */
sealed interface YamlScalar {
    record Text() implements YamlScalar {}

    /** Read as text, but printed with quotes. */
    record Timestamp() implements YamlScalar {}

    record Value(JsonNode node) implements YamlScalar {}

    Set<String> TRUE = Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    Set<String> FALSE = Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    Set<String> INFINITE = Set.of(
            ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN");
    Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    Pattern TIMESTAMP = Pattern.compile(
            "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(([Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2}))|("
                    + " +[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]+)?))?");
    BigInteger MOST = BigInteger.ONE.shiftLeft(64);
    BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

    static YamlScalar resolve(String text) {
        if (NULL.contains(text)) {
            return new Value(NullNode.instance);
        }
        if (TRUE.contains(text)) {
            return new Value(BooleanNode.TRUE);
        }
        if (FALSE.contains(text)) {
            return new Value(BooleanNode.FALSE);
        }
        if (INFINITE.contains(text)) {
            return new Value(JsonNodeFactory.instance.textNode(text));
        }
        char first = text.charAt(0);
        if (first != '.' && first != '+' && first != '-' && (first < '0' || first > '9')) {
            return new Text();
        }
        if (TIMESTAMP.matcher(text).matches()) {
            return new Timestamp();
        }
        String plain = text.replace("_", "");
        BigInteger integer = first == '.' ? null : integer(plain);
        if (integer != null && integer.compareTo(MOST) < 0 && integer.compareTo(LEAST) >= 0) {
            return new Value(number(integer));
        }
        if (FLOAT.matcher(plain).matches()) {
            double number = Double.parseDouble(plain);
            if (number == Math.rint(number) && Math.abs(number) < 1e15) {
                return new Value(number(BigInteger.valueOf((long) number)));
            }
            return new Value(JsonNodeFactory.instance.numberNode(number));
        }
        return new Text();
    }

    /** In the node type that Jackson would read it to, so that trees compare. */
    private static JsonNode number(BigInteger integer) {
        if (integer.bitLength() < 32) {
            return JsonNodeFactory.instance.numberNode(integer.intValue());
        }
        return integer.bitLength() < 64
                ? JsonNodeFactory.instance.numberNode(integer.longValue())
                : JsonNodeFactory.instance.numberNode(integer);
    }

    /** Go's strconv.ParseInt with base 0. */
    private static @Nullable BigInteger integer(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String digits = signed ? text.substring(1) : text;
        int base = 10;
        if (digits.matches("0[xX][0-9a-fA-F]+")) {
            base = 16;
        } else if (digits.matches("0[bB][01]+")) {
            base = 2;
        } else if (digits.matches("0[oO]?[0-7]+")) {
            base = 8;
        } else if (!digits.matches("0|[1-9][0-9]*")) {
            return null;
        }
        String bare = base == 10 ? digits : base == 8 ? digits.replaceFirst("^0[oO]?", "") : digits.substring(2);
        BigInteger value = new BigInteger(bare, base);
        return text.startsWith("-") ? value.negate() : value;
    }

    default JsonNode json(String text) {
        return this instanceof Value value ? value.node() : JsonNodeFactory.instance.textNode(text);
    }
}
