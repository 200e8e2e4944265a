package lab.kube;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules for names, label keys and label values, with the API server's words for a breach. Models
 * staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go@1.34.
 */
public final class NameRules {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
    private static final Pattern DNS_1035 = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern QUALIFIED = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern VALUE = Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");

    private NameRules() {}

    /** @return what is wrong with the name of most objects, or null */
    public static @Nullable String subdomain(String name) {
        if (name.length() > 253) {
            return "must be no more than 253 characters";
        }
        return SUBDOMAIN.matcher(name).matches()
                ? null
                : "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and"
                        + " must start and end with an alphanumeric character (e.g. 'example.com', regex used for"
                        + " validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    }

    /** @return what is wrong with the name of a namespace or container, or null */
    public static @Nullable String dnsLabel(String name) {
        if (name.length() > 63) {
            return "must be no more than 63 characters";
        }
        return DNS_LABEL.matcher(name).matches()
                ? null
                : "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start"
                        + " and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for"
                        + " validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    }

    /** @return what is wrong with the name of a service, or null */
    public static @Nullable String dns1035(String name) {
        if (name.length() > 63) {
            return "must be no more than 63 characters";
        }
        return DNS_1035.matcher(name).matches()
                ? null
                : "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic"
                        + " character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex"
                        + " used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
    }

    /** @return what is wrong with the key of a label or annotation, or null */
    public static @Nullable String labelKey(String key) {
        String[] parts = key.split("/", -1);
        String name = parts[parts.length - 1];
        if (parts.length > 2) {
            return "a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end"
                    + " with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
                    + " validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix"
                    + " and '/' (e.g. 'example.com/MyName')";
        }
        if (parts.length == 2) {
            if (parts[0].isEmpty()) {
                return "prefix part must be non-empty";
            }
            String problem = subdomain(parts[0]);
            if (problem != null) {
                return "prefix part " + problem;
            }
        }
        if (name.isEmpty()) {
            return "name part must be non-empty";
        }
        if (name.length() > 63) {
            return "name part must be no more than 63 characters";
        }
        return QUALIFIED.matcher(name).matches()
                ? null
                : "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
                        + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
                        + " validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    }

    /** @return what is wrong with the value of a label, or null */
    public static @Nullable String labelValue(String value) {
        if (value.length() > 63) {
            return "must be no more than 63 characters";
        }
        return VALUE.matcher(value).matches()
                ? null
                : "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and"
                        + " must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or"
                        + " '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
    }
}
