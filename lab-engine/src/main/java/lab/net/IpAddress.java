package lab.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An IPv4 or IPv6 address. */
public record IpAddress(String text, boolean v6) {
    private static final Pattern V4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /** @return null when the text is not an address */
    public static @Nullable IpAddress parse(String text) {
        if (V4.matcher(text).matches()) {
            return new IpAddress(text, false);
        }
        if (V6.matcher(text).matches()) {
            IpAddress address = new IpAddress(text, true);
            return address.raw() == null ? null : address;
        }
        return null;
    }

    /** Four or sixteen bytes. */
    public byte[] bytes() {
        byte[] bytes = raw();
        if (bytes == null) {
            throw new IllegalArgumentException("not an address: " + text);
        }
        return bytes;
    }

    private byte @Nullable [] raw() {
        try {
            // the text is a literal, so that no name is looked up
            return InetAddress.getByName(v6 ? "[" + text + "]" : text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    public boolean loopback() {
        byte[] bytes = bytes();
        if (!v6) {
            return bytes[0] == 127;
        }
        for (int i = 0; i < 15; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[15] == 1;
    }

    @Override
    public String toString() {
        return text;
    }
}
