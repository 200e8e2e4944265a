package lab.sandbox.node;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The forms in which programs on the node write a time. */
final class Stamps {
    private static final DateTimeFormatter MICROS = form("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
    private static final DateTimeFormatter MILLIS = form("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter GO_LOG = form("yyyy/MM/dd HH:mm:ss");
    private static final DateTimeFormatter CTIME = form("EEE MMM ppd HH:mm:ss yyyy");
    private static final DateTimeFormatter HTTP = form("EEE, dd MMM yyyy HH:mm:ss 'GMT'");
    private static final DateTimeFormatter NANOS = form("yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'");

    private Stamps() {}

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /** Istio's and Envoy's logs. */
    static String micros(Instant time) {
        return MICROS.format(time);
    }

    /** Envoy's access log. */
    static String millis(Instant time) {
        return MILLIS.format(time);
    }

    /** Go's standard logger. */
    static String goLog(Instant time) {
        return GO_LOG.format(time);
    }

    /** The form of C's library, as iptables-save has it. */
    static String ctime(Instant time) {
        return CTIME.format(time);
    }

    /** HTTP's {@code Date} header. */
    static String http(Instant time) {
        return HTTP.format(time);
    }

    /** RFC 3339 with nanoseconds, as kubelet and containerd keep it. */
    static String nanos(Instant time) {
        return NANOS.format(time);
    }
}
