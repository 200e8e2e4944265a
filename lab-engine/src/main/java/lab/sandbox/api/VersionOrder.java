package lab.sandbox.api;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions from the preferred to the least: v2, v1, v1beta2, v1beta1, v1alpha3. Models
 * staging/src/k8s.io/apimachinery/pkg/version/helpers.go@1.34.
 */
enum VersionOrder implements Comparator<String> {
    INSTANCE;

    private static final Pattern VERSION = Pattern.compile("v([0-9]+)(?:(alpha|beta)([0-9]+))?");

    @Override
    public int compare(String a, String b) {
        int order = rank(b).compareTo(rank(a));
        return order != 0 ? order : a.compareTo(b);
    }

    private static String rank(String version) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            return "";
        }
        String stage = parts.group(2) == null ? "3" : parts.group(2).equals("beta") ? "2" : "1";
        int minor = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        return "%s %06d %06d".formatted(stage, Integer.parseInt(parts.group(1)), minor);
    }
}
