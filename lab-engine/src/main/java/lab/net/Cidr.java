package lab.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** A range of addresses: {@code 10.96.0.0/16}. The address is the first of the range. */
public record Cidr(IpAddress address, int bits) {
    /** An address alone means itself only. Bits beyond the mask are cleared, as iptables does. Null when malformed. */
    public static @Nullable Cidr parse(String text) {
        int slash = text.indexOf('/');
        IpAddress address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        int width = address.v6() ? 128 : 32;
        int bits = width;
        if (slash >= 0) {
            try {
                bits = Integer.parseInt(text.substring(slash + 1));
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return bits < 0 || bits > width ? null : new Cidr(masked(address, bits), bits);
    }

    private static IpAddress masked(IpAddress address, int bits) {
        byte[] bytes = address.bytes();
        boolean changed = false;
        for (int i = bits; i < bytes.length * 8; i++) {
            int mask = 0x80 >> (i % 8);
            changed |= (bytes[i / 8] & mask) != 0;
            bytes[i / 8] &= (byte) ~mask;
        }
        if (!changed) {
            return address;
        }
        try {
            return new IpAddress(InetAddress.getByAddress(bytes).getHostAddress(), address.v6());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + address, e);
        }
    }

    public boolean contains(IpAddress other) {
        if (other.v6() != address.v6()) {
            return false;
        }
        byte[] mine = address.bytes();
        byte[] theirs = other.bytes();
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((mine[i / 8] & mask) != (theirs[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** True when it is one address. */
    public boolean single() {
        return bits == (address.v6() ? 128 : 32);
    }

    @Override
    public String toString() {
        return address + "/" + bits;
    }
}
