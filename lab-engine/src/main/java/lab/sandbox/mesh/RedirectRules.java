package lab.sandbox.mesh;

import java.util.ArrayList;
import java.util.List;
import lab.net.Cidr;

/**
 * The iptables rules that istio-init makes from its settings, for one address family.
 *
 * <p>Models istio tools/istio-iptables/pkg/capture/run.go@1.30.3.
 */
public final class RedirectRules {
    private static final String NAT = "nat";
    private static final String MANGLE = "mangle";
    private static final String RAW = "raw";
    private static final String PREROUTING = "PREROUTING";
    private static final String OUTPUT = "OUTPUT";
    private static final String INBOUND = "ISTIO_INBOUND";
    private static final String ISTIO_OUTPUT = "ISTIO_OUTPUT";
    private static final String OUTPUT_DNS = "ISTIO_OUTPUT_DNS";
    private static final String REDIRECT = "ISTIO_REDIRECT";
    private static final String IN_REDIRECT = "ISTIO_IN_REDIRECT";
    private static final String TPROXY = "ISTIO_TPROXY";
    private static final String DIVERT = "ISTIO_DIVERT";

    private final RedirectConfig config;
    private final boolean v6;
    private final String loopback;
    private final String envoyToApp;
    private final String mark;
    private final RestoreText rules = new RestoreText();

    private RedirectRules(RedirectConfig config, boolean v6) {
        this.config = config;
        this.v6 = v6;
        this.loopback = v6 ? "::1/128" : "127.0.0.1/32";
        this.envoyToApp = v6 ? "::6/128" : "127.0.0.6/32";
        this.mark = config.text("INBOUND_TPROXY_MARK");
    }

    /** The input for {@code iptables-restore --noflush}, or for {@code ip6tables-restore}. */
    public static String restoreInput(RedirectConfig config, boolean v6) {
        return new RedirectRules(config, v6).generate();
    }

    private String generate() {
        excludedInterfaces();
        for (String name : config.list("KUBE_VIRT_INTERFACES")) {
            rules.insert(NAT, PREROUTING, 1, "-i " + name + " -j RETURN");
        }
        if (config.on("DROP_INVALID")) {
            rules.append(MANGLE, PREROUTING, "-m conntrack --ctstate INVALID -j ISTIO_DROP");
            rules.append(MANGLE, "ISTIO_DROP", "-j DROP");
        }
        rules.append(NAT, INBOUND, "-p tcp --dport " + config.text("PROXY_TUNNEL_PORT") + " -j RETURN");
        rules.append(NAT, REDIRECT, "-p tcp -j REDIRECT --to-ports " + config.text("PROXY_PORT"));
        rules.append(NAT, IN_REDIRECT, "-p tcp -j REDIRECT --to-ports " + config.text("PROXY_INBOUND_CAPTURE_PORT"));
        inbound();
        rules.append(NAT, OUTPUT, "-j " + ISTIO_OUTPUT);
        for (String port : config.list("OUTBOUND_PORTS_EXCLUDE")) {
            rules.append(NAT, ISTIO_OUTPUT, "-p tcp --dport " + port + " -j RETURN");
            rules.append(NAT, ISTIO_OUTPUT, "-p udp --dport " + port + " -j RETURN");
        }
        rules.append(NAT, ISTIO_OUTPUT, "-o lo -s " + envoyToApp + " -j RETURN");
        config.list("PROXY_UID").forEach(uid -> proxyTraffic("--uid-owner " + uid, config.capturesDns()));
        config.list("PROXY_GID").forEach(gid -> proxyTraffic("--gid-owner " + gid, false));
        ownerGroups();
        dns();
        destinations();
        if (config.tproxy()) {
            marks();
        }
        return rules.print();
    }

    private void excludedInterfaces() {
        for (String name : config.list("EXCLUDE_INTERFACES")) {
            for (String table : config.tproxy() ? List.of(NAT, MANGLE) : List.of(NAT)) {
                rules.append(table, PREROUTING, "-i " + name + " -j RETURN");
                rules.append(table, OUTPUT, "-o " + name + " -j RETURN");
            }
        }
    }

    private void inbound() {
        List<String> ports = config.list("INBOUND_PORTS_INCLUDE");
        if (ports.isEmpty()) {
            return;
        }
        String table = NAT;
        if (config.tproxy()) {
            table = MANGLE;
            rules.append(MANGLE, DIVERT, "-j MARK --set-mark " + mark);
            rules.append(MANGLE, DIVERT, "-j ACCEPT");
            rules.append(
                    MANGLE,
                    TPROXY,
                    "! -d " + loopback + " -p tcp -j TPROXY --tproxy-mark " + mark + "/0xffffffff --on-port "
                            + config.text("PROXY_INBOUND_CAPTURE_PORT"));
        }
        rules.append(table, PREROUTING, "-p tcp -j " + INBOUND);
        if (ports.equals(List.of("*"))) {
            for (String port : config.list("INBOUND_PORTS_EXCLUDE")) {
                rules.append(table, INBOUND, "-p tcp --dport " + port + " -j RETURN");
            }
            capture("");
        } else {
            ports.forEach(port -> capture("--dport " + port + " "));
        }
    }

    private void capture(String port) {
        if (config.tproxy()) {
            rules.append(MANGLE, INBOUND, "-p tcp " + port + "-m conntrack --ctstate RELATED,ESTABLISHED -j " + DIVERT);
            rules.append(MANGLE, INBOUND, "-p tcp " + port + "-j " + TPROXY);
        } else {
            rules.append(NAT, INBOUND, "-p tcp " + port + "-j " + IN_REDIRECT);
        }
    }

    /** What the proxy itself sends: to its own pod through the inbound side, to others untouched. */
    private void proxyTraffic(String owner, boolean spareDns) {
        String ports = spareDns
                ? "-m multiport ! --dports 53," + config.text("PROXY_TUNNEL_PORT")
                : "! --dport " + config.text("PROXY_TUNNEL_PORT");
        rules.append(
                NAT,
                ISTIO_OUTPUT,
                "-o lo ! -d " + loopback + " -p tcp " + ports + " -m owner " + owner + " -j " + IN_REDIRECT);
        if (!capturesLoopback()) {
            String notDns = config.capturesDns() ? "-p tcp ! --dport 53 " : "";
            rules.append(NAT, ISTIO_OUTPUT, "-o lo " + notDns + "-m owner ! " + owner + " -j RETURN");
        }
        rules.append(NAT, ISTIO_OUTPUT, "-m owner " + owner + " -j RETURN");
    }

    private boolean capturesLoopback() {
        return ranges("OUTBOUND_IP_RANGES_INCLUDE").stream()
                .anyMatch(range -> range.address().loopback());
    }

    private List<Cidr> ranges(String key) {
        List<Cidr> ranges = new ArrayList<>();
        for (String text : config.list(key)) {
            Cidr range = Cidr.parse(text);
            if (range != null && range.address().v6() == v6) {
                ranges.add(range);
            }
        }
        return ranges;
    }

    private void ownerGroups() {
        List<String> include = config.list("OUTBOUND_OWNER_GROUPS_INCLUDE");
        if (include.equals(List.of("*"))) {
            for (String group : config.list("OUTBOUND_OWNER_GROUPS_EXCLUDE")) {
                rules.append(NAT, ISTIO_OUTPUT, "-m owner --gid-owner " + group + " -j RETURN");
            }
        } else if (!include.isEmpty()) {
            StringBuilder rule = new StringBuilder();
            include.forEach(group ->
                    rule.append("-m owner ! --gid-owner ").append(group).append(' '));
            rules.append(NAT, ISTIO_OUTPUT, rule + "-j RETURN");
        }
    }

    private void dns() {
        if (!config.capturesDns()) {
            return;
        }
        boolean all = config.on("CAPTURE_ALL_DNS");
        List<String> to = all
                ? List.of("")
                : config.servers(v6).stream()
                        .map(server -> "-d " + server + (v6 ? "/128 " : "/32 "))
                        .toList();
        rules.append(RAW, OUTPUT, "-j " + OUTPUT_DNS);
        if (!to.isEmpty()) {
            rules.append(NAT, ISTIO_OUTPUT, "-j " + OUTPUT_DNS);
        }
        to.forEach(server ->
                rules.append(NAT, OUTPUT_DNS, "-p tcp --dport 53 " + server + "-j REDIRECT --to-ports 15053"));
        to.forEach(
                server -> rules.append(NAT, OUTPUT_DNS, "-p udp --dport 53 " + server + "-j REDIRECT --to-port 15053"));
        config.list("PROXY_UID").forEach(uid -> zones("--uid-owner " + uid));
        config.list("PROXY_GID").forEach(gid -> zones("--gid-owner " + gid));
        if (!to.isEmpty()) {
            rules.append(RAW, PREROUTING, "-j " + INBOUND);
        }
        for (String server : to) {
            rules.append(RAW, OUTPUT_DNS, "-p udp --dport 53 " + server + "-j CT --zone 2");
            rules.append(RAW, INBOUND, "-p udp --sport 53 " + server.replace("-d ", "-s ") + "-j CT --zone 1");
        }
    }

    private void zones(String owner) {
        rules.append(RAW, OUTPUT_DNS, "-p udp --dport 53 -m owner " + owner + " -j CT --zone 1");
        rules.append(RAW, OUTPUT_DNS, "-p udp --sport 15053 -m owner " + owner + " -j CT --zone 2");
    }

    private void destinations() {
        rules.append(NAT, ISTIO_OUTPUT, "-d " + loopback + " -j RETURN");
        for (Cidr range : ranges("OUTBOUND_IP_RANGES_EXCLUDE")) {
            rules.append(NAT, ISTIO_OUTPUT, "-d " + range + " -j RETURN");
        }
        for (String port : config.list("OUTBOUND_PORTS_INCLUDE")) {
            rules.append(NAT, ISTIO_OUTPUT, "-p tcp --dport " + port + " -j " + REDIRECT);
        }
        List<String> virtual = config.list("KUBE_VIRT_INTERFACES");
        if (config.list("OUTBOUND_IP_RANGES_INCLUDE").equals(List.of("*"))) {
            rules.append(NAT, ISTIO_OUTPUT, "-j " + REDIRECT);
            virtual.forEach(name -> rules.insert(NAT, PREROUTING, 1, "-i " + name + " -j " + REDIRECT));
            return;
        }
        for (Cidr range : ranges("OUTBOUND_IP_RANGES_INCLUDE")) {
            virtual.forEach(
                    name -> rules.insert(NAT, PREROUTING, 1, "-i " + name + " -d " + range + " -j " + REDIRECT));
            rules.append(NAT, ISTIO_OUTPUT, "-d " + range + " -j " + REDIRECT);
        }
    }

    private void marks() {
        String outbound = "1338";
        rules.append(MANGLE, PREROUTING, "-p tcp -m mark --mark " + mark + " -j CONNMARK --save-mark");
        rules.append(MANGLE, OUTPUT, "-p tcp -o lo -m mark --mark " + mark + " -j RETURN");
        List<String> owners = new ArrayList<>();
        config.list("PROXY_UID").forEach(uid -> owners.add("--uid-owner " + uid));
        config.list("PROXY_GID").forEach(gid -> owners.add("--gid-owner " + gid));
        for (String owner : owners) {
            rules.append(
                    MANGLE,
                    OUTPUT,
                    "! -d " + loopback + " -p tcp -o lo -m owner " + owner + " -j MARK --set-mark " + outbound);
        }
        rules.append(MANGLE, OUTPUT, "-p tcp -m connmark --mark " + mark + " -j CONNMARK --restore-mark");
        rules.insert(MANGLE, INBOUND, 1, "-p tcp -m mark --mark " + mark + " -j RETURN");
        rules.insert(MANGLE, INBOUND, 2, "-p tcp -s " + envoyToApp + " -i lo -j RETURN");
        rules.insert(MANGLE, INBOUND, 3, "-p tcp -i lo -m mark ! --mark " + outbound + " -j RETURN");
    }
}
