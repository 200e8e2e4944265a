package lab.iptables;

/** How iptables compares names of network interfaces. */
final class Interfaces {
    private Interfaces() {}

    static boolean same(String pattern, String name) {
        return pattern.endsWith("+")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(name);
    }
}
