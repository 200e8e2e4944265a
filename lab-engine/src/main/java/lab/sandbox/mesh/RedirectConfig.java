package lab.sandbox.mesh;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code istio-iptables} decided to do, from its flags and environment. The keys are those that it logs.
 *
 * <p>Models istio tools/istio-iptables/pkg/{cmd,config}@1.30.3.
 */
public final class RedirectConfig {
    /** A flag or value that istio-iptables refuses; the message is what it prints after {@code Error: }. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message, null, false, false);
        }

        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    private static final Map<String, String> VALUE_FLAGS = Map.ofEntries(
            Map.entry("-p", "PROXY_PORT"),
            Map.entry("--envoy-port", "PROXY_PORT"),
            Map.entry("-z", "PROXY_INBOUND_CAPTURE_PORT"),
            Map.entry("--inbound-capture-port", "PROXY_INBOUND_CAPTURE_PORT"),
            Map.entry("-e", "PROXY_TUNNEL_PORT"),
            Map.entry("--inbound-tunnel-port", "PROXY_TUNNEL_PORT"),
            Map.entry("-u", "PROXY_UID"),
            Map.entry("--proxy-uid", "PROXY_UID"),
            Map.entry("-g", "PROXY_GID"),
            Map.entry("--proxy-gid", "PROXY_GID"),
            Map.entry("-m", "INBOUND_INTERCEPTION_MODE"),
            Map.entry("--istio-inbound-interception-mode", "INBOUND_INTERCEPTION_MODE"),
            Map.entry("-t", "INBOUND_TPROXY_MARK"),
            Map.entry("--istio-inbound-tproxy-mark", "INBOUND_TPROXY_MARK"),
            Map.entry("-r", "INBOUND_TPROXY_ROUTE_TABLE"),
            Map.entry("--istio-inbound-tproxy-route-table", "INBOUND_TPROXY_ROUTE_TABLE"),
            Map.entry("-b", "INBOUND_PORTS_INCLUDE"),
            Map.entry("--istio-inbound-ports", "INBOUND_PORTS_INCLUDE"),
            Map.entry("-d", "INBOUND_PORTS_EXCLUDE"),
            Map.entry("--istio-local-exclude-ports", "INBOUND_PORTS_EXCLUDE"),
            Map.entry("-i", "OUTBOUND_IP_RANGES_INCLUDE"),
            Map.entry("--istio-service-cidr", "OUTBOUND_IP_RANGES_INCLUDE"),
            Map.entry("-x", "OUTBOUND_IP_RANGES_EXCLUDE"),
            Map.entry("--istio-service-exclude-cidr", "OUTBOUND_IP_RANGES_EXCLUDE"),
            Map.entry("-q", "OUTBOUND_PORTS_INCLUDE"),
            Map.entry("--istio-outbound-ports", "OUTBOUND_PORTS_INCLUDE"),
            Map.entry("-o", "OUTBOUND_PORTS_EXCLUDE"),
            Map.entry("--istio-local-outbound-ports-exclude", "OUTBOUND_PORTS_EXCLUDE"),
            Map.entry("-k", "KUBE_VIRT_INTERFACES"),
            Map.entry("--kube-virt-interfaces", "KUBE_VIRT_INTERFACES"),
            Map.entry("-c", "EXCLUDE_INTERFACES"),
            Map.entry("--istio-exclude-interfaces", "EXCLUDE_INTERFACES"),
            Map.entry("--network-namespace", "NETWORK_NAMESPACE"),
            Map.entry("--force-iptables-binary", "FORCE_IPTABLES_BINARY"));

    private static final Map<String, String> SWITCHES = Map.of(
            "--redirect-dns", "DNS_CAPTURE",
            "--capture-all-dns", "CAPTURE_ALL_DNS",
            "--drop-invalid", "DROP_INVALID",
            "--dual-stack", "DUAL_STACK",
            "--cni-mode", "CNI_MODE",
            "--reconcile", "RECONCILE",
            "--cleanup-only", "CLEANUP_ONLY",
            "--force-apply", "FORCE_APPLY",
            "--native-nftables", "NATIVE_NFTABLES");

    /** Flags that change nothing here. */
    private static final List<String> IGNORED = List.of(
            "--log_output_level",
            "--log_target",
            "--log_caller",
            "--log_stacktrace_level",
            "--vklog",
            "--iptables-probe-port",
            "--probe-timeout");

    private static final List<String> IGNORED_SWITCHES =
            List.of("--log_as_json", "--run-validation", "--skip-rule-apply", "--dry-run", "-n");

    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("ENVOY_PORT", "PROXY_PORT"),
            Map.entry("INBOUND_CAPTURE_PORT", "PROXY_INBOUND_CAPTURE_PORT"),
            Map.entry("INBOUND_TUNNEL_PORT", "PROXY_TUNNEL_PORT"),
            Map.entry("PROXY_UID", "PROXY_UID"),
            Map.entry("PROXY_GID", "PROXY_GID"),
            Map.entry("ISTIO_INBOUND_INTERCEPTION_MODE", "INBOUND_INTERCEPTION_MODE"),
            Map.entry("ISTIO_INBOUND_PORTS", "INBOUND_PORTS_INCLUDE"),
            Map.entry("ISTIO_LOCAL_EXCLUDE_PORTS", "INBOUND_PORTS_EXCLUDE"),
            Map.entry("ISTIO_EXCLUDE_INTERFACES", "EXCLUDE_INTERFACES"),
            Map.entry("ISTIO_SERVICE_CIDR", "OUTBOUND_IP_RANGES_INCLUDE"),
            Map.entry("ISTIO_SERVICE_EXCLUDE_CIDR", "OUTBOUND_IP_RANGES_EXCLUDE"),
            Map.entry("ISTIO_OUTBOUND_PORTS", "OUTBOUND_PORTS_INCLUDE"),
            Map.entry("ISTIO_LOCAL_OUTBOUND_PORTS_EXCLUDE", "OUTBOUND_PORTS_EXCLUDE"),
            Map.entry("ISTIO_META_DNS_CAPTURE", "DNS_CAPTURE"),
            Map.entry("INVALID_DROP", "DROP_INVALID"),
            Map.entry("ISTIO_DUAL_STACK", "DUAL_STACK"),
            Map.entry("ISTIO_OUTBOUND_OWNER_GROUPS", "OUTBOUND_OWNER_GROUPS_INCLUDE"),
            Map.entry("ISTIO_OUTBOUND_OWNER_GROUPS_EXCLUDE", "OUTBOUND_OWNER_GROUPS_EXCLUDE"));

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> servers;
    private final List<String> servers6;

    private RedirectConfig(List<String> servers, List<String> servers6) {
        this.servers = List.copyOf(servers);
        this.servers6 = List.copyOf(servers6);
        for (String[] setting : new String[][] {
            {"PROXY_PORT", "15001"},
            {"PROXY_INBOUND_CAPTURE_PORT", "15006"},
            {"PROXY_TUNNEL_PORT", "15008"},
            {"PROXY_UID", ""},
            {"PROXY_GID", ""},
            {"INBOUND_INTERCEPTION_MODE", ""},
            {"INBOUND_TPROXY_MARK", "1337"},
            {"INBOUND_TPROXY_ROUTE_TABLE", "133"},
            {"INBOUND_PORTS_INCLUDE", ""},
            {"INBOUND_PORTS_EXCLUDE", ""},
            {"OUTBOUND_OWNER_GROUPS_INCLUDE", "*"},
            {"OUTBOUND_OWNER_GROUPS_EXCLUDE", ""},
            {"OUTBOUND_IP_RANGES_INCLUDE", ""},
            {"OUTBOUND_IP_RANGES_EXCLUDE", ""},
            {"OUTBOUND_PORTS_INCLUDE", ""},
            {"OUTBOUND_PORTS_EXCLUDE", ""},
            {"KUBE_VIRT_INTERFACES", ""},
            {"ENABLE_INBOUND_IPV6", "false"},
            {"DUAL_STACK", "false"},
            {"DNS_CAPTURE", "false"},
            {"DROP_INVALID", "false"},
            {"CAPTURE_ALL_DNS", "false"},
            {"DNS_SERVERS", "[],[]"},
            {"NETWORK_NAMESPACE", ""},
            {"CNI_MODE", "false"},
            {"EXCLUDE_INTERFACES", ""},
            {"RECONCILE", "false"},
            {"CLEANUP_ONLY", "false"},
            {"FORCE_APPLY", "false"},
            {"NATIVE_NFTABLES", "false"},
            {"FORCE_IPTABLES_BINARY", ""}
        }) {
            settings.put(setting[0], setting[1]);
        }
    }

    /**
     * @param arguments those after {@code istio-iptables}
     * @param variables the container's environment
     * @param v6 whether the pod has a global IPv6 address
     * @param servers the name servers of the pod's resolv.conf that are IPv4 addresses
     * @param servers6 those that are IPv6 addresses
     */
    public static RedirectConfig parse(
            List<String> arguments,
            Map<String, String> variables,
            boolean v6,
            List<String> servers,
            List<String> servers6)
            throws Refused {
        RedirectConfig config = new RedirectConfig(servers, servers6);
        VARIABLES.forEach((variable, key) -> {
            String value = variables.get(variable);
            if (value != null && !value.isEmpty()) {
                config.settings.put(key, value);
            }
        });
        config.flags(arguments);
        config.settings.put("ENABLE_INBOUND_IPV6", String.valueOf(v6));
        // the proxy's user when none is named: istio pkg/constants DefaultProxyUID
        config.settings.replace("PROXY_UID", "", "1337");
        config.settings.replace("PROXY_GID", "", config.text("PROXY_UID"));
        if (config.on("DNS_CAPTURE")) {
            config.settings.put(
                    "DNS_SERVERS", "[" + String.join(" ", servers) + "],[" + String.join(" ", servers6) + "]");
        }
        return config;
    }

    private void flags(List<String> arguments) throws Refused {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String flag = equals < 0 ? word : word.substring(0, equals);
            if (SWITCHES.containsKey(flag)) {
                settings.put(SWITCHES.get(flag), equals < 0 ? "true" : word.substring(equals + 1));
            } else if (VALUE_FLAGS.containsKey(flag) || IGNORED.contains(flag)) {
                if (equals < 0 && i + 1 >= arguments.size()) {
                    throw new Refused("flag needs an argument: " + named(flag));
                }
                String value = equals < 0 ? arguments.get(++i) : word.substring(equals + 1);
                if (VALUE_FLAGS.containsKey(flag)) {
                    settings.put(VALUE_FLAGS.get(flag), value);
                }
            } else if (!IGNORED_SWITCHES.contains(flag)) {
                throw new Refused(
                        flag.startsWith("--")
                                ? "unknown flag: " + flag
                                : flag.startsWith("-")
                                        ? "unknown shorthand flag: " + named(flag)
                                        : "unknown command \"" + flag + "\" for \"pilot-agent istio-iptables\"");
            }
        }
    }

    private static String named(String flag) {
        return flag.startsWith("--") ? flag : "'" + flag.substring(1, 2) + "' in " + flag;
    }

    /** Every setting in the order in which istio-iptables logs them. */
    public Map<String, String> settings() {
        return new LinkedHashMap<>(settings);
    }

    public String text(String key) {
        return settings.getOrDefault(key, "");
    }

    public boolean on(String key) {
        return text(key).equals("true");
    }

    /** The parts of a comma-separated setting; empty parts are left out. */
    List<String> list(String key) {
        return Arrays.stream(text(key).split(","))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    boolean tproxy() {
        return text("INBOUND_INTERCEPTION_MODE").equals("TPROXY");
    }

    boolean capturesDns() {
        return on("DNS_CAPTURE") && (on("CAPTURE_ALL_DNS") || !servers.isEmpty() || !servers6.isEmpty());
    }

    List<String> servers(boolean v6) {
        return v6 ? servers6 : servers;
    }
}
