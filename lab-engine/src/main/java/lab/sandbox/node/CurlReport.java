package lab.sandbox.node;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.sandbox.node.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** What curl knows about a transfer: the variables of {@code -w}. */
final class CurlReport {
    private static final Pattern VARIABLE = Pattern.compile("%(?:(%)|\\{([^}]*)})");
    private static final Duration LOOKUP = Duration.ofNanos(900_000);

    int code;
    int downloaded;
    int uploaded;
    int redirects;
    Duration total = Duration.ZERO;
    String url = "";
    String effective = "";
    String error = "";
    Runnable sent = () -> {};
    private String remoteIp = "";
    private int remotePort;
    private String localIp = "";
    private int localPort;

    @Nullable
    HttpResponse response;

    void remote(String address, int port, String ownAddress, int ownPort, String text) {
        remoteIp = address;
        remotePort = port;
        localIp = ownAddress;
        localPort = ownPort;
        effective = text;
    }

    void clear() {
        remoteIp = "";
        remotePort = 0;
        localIp = "";
        localPort = 0;
        response = null;
        code = 0;
    }

    String expand(String format, int exitCode) {
        String text = VARIABLE.matcher(format)
                .replaceAll(match ->
                        Matcher.quoteReplacement(match.group(1) != null ? "%" : value(match.group(2), exitCode)));
        return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r");
    }

    private String value(String name, int exitCode) {
        if (name.startsWith("header{")) {
            return "";
        }
        return switch (name) {
            case "http_code", "response_code" -> String.format(Locale.ROOT, "%03d", code);
            case "size_download" -> String.valueOf(downloaded);
            case "size_upload" -> String.valueOf(uploaded);
            case "size_header" ->
                String.valueOf(response == null ? 0 : response.head().length());
            case "time_total", "time_starttransfer" -> seconds(total.plus(LOOKUP));
            case "time_namelookup" -> seconds(LOOKUP);
            case "time_connect", "time_pretransfer" -> seconds(LOOKUP.plusNanos(400_000));
            case "time_appconnect", "time_redirect" -> seconds(Duration.ZERO);
            case "speed_download" ->
                String.valueOf(total.isZero() ? 0 : downloaded * 1_000_000_000L / Math.max(1, total.toNanos()));
            case "remote_ip" -> remoteIp;
            case "remote_port" -> String.valueOf(remotePort);
            case "local_ip" -> localIp;
            case "local_port" -> String.valueOf(localPort);
            case "content_type" -> header("content-type");
            case "redirect_url" -> header("location");
            case "url" -> url;
            case "url_effective" -> effective;
            case "num_redirects" -> String.valueOf(redirects);
            case "num_connects" -> "1";
            case "http_version" -> response == null ? "0" : "1.1";
            case "scheme" -> response == null ? "" : "http";
            case "method" -> "GET";
            case "exitcode" -> String.valueOf(exitCode);
            case "errormsg" -> error;
            default -> "";
        };
    }

    private String header(String name) {
        String value = response == null ? null : response.header(name);
        return value == null ? "" : value;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.6f", duration.toNanos() / 1e9);
    }

    /** The progress meter as it looks when nothing shows it live. */
    static String meter(int bytes, Duration took) {
        long rate = bytes * 1000L / Math.max(1, took.toMillis());
        return "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n"
                + "                                 Dload  Upload   Total   Spent    Left  Speed\n"
                + "  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0\r"
                + String.format(
                        Locale.ROOT,
                        "100 %5d  100 %5d    0     0 %6d      0 --:--:-- --:--:-- --:--:-- %5d\n",
                        bytes,
                        bytes,
                        rate,
                        rate);
    }
}
