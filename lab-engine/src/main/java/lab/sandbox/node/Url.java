package lab.sandbox.node;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A URL as curl reads it; without a scheme it means http. */
record Url(String scheme, String host, int port, boolean portGiven, String target) {
    private static final Pattern FORM = Pattern.compile(
            "(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:[^/@?#]*@)?(\\[[^]]*]|[^:/?#]*)(?::(\\d*))?([^#]*)(#.*)?");

    /** Null when it has no host or an impossible port. */
    static @Nullable Url parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || matcher.group(2).isEmpty()) {
            return null;
        }
        String scheme = matcher.group(1) == null ? "http" : matcher.group(1).toLowerCase(Locale.ROOT);
        String digits = matcher.group(3);
        boolean given = digits != null && !digits.isEmpty();
        if (given && (digits.length() > 5 || Integer.parseInt(digits) > 65535)) {
            return null;
        }
        int port = given ? Integer.parseInt(digits) : scheme.equals("https") ? 443 : 80;
        String target = matcher.group(4);
        if (!target.startsWith("/")) {
            target = "/" + target;
        }
        return new Url(scheme, matcher.group(2).replaceAll("[\\[\\]]", ""), port, given, target);
    }

    /** The Host header. */
    String authority() {
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return usual ? host : host + ":" + port;
    }

    /** Where a Location header leads from here. */
    @Nullable
    Url resolve(String location) {
        return location.contains("://")
                ? parse(location)
                : new Url(scheme, host, port, portGiven, location.startsWith("/") ? location : "/" + location);
    }

    String text() {
        return scheme + "://" + authority() + target;
    }
}
