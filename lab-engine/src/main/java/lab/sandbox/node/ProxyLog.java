package lab.sandbox.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.sandbox.controller.ContainerRuntime.LogLine;

/** What {@code pilot-agent proxy sidecar} writes while it starts. Models istio pilot/cmd/pilot-agent@1.30.3. */
final class ProxyLog {
    /** How long Envoy takes until it is ready; the recorded 1.12 s. */
    static final Duration READY = Duration.ofMillis(1121);

    private final StartContext start;
    private final List<LogLine> log = new ArrayList<>();
    private long micros;

    private ProxyLog(StartContext start) {
        this.start = start;
    }

    static List<LogLine> lines(StartContext start) {
        return new ProxyLog(start).write();
    }

    private List<LogLine> write() {
        micros = 250_000;
        GoMemory.line(start).ifPresent(text -> log.add(new LogLine(Duration.ofNanos(micros * 1000), true, text)));
        flags().forEach((name, value) -> info(8, "FLAG: --" + name + "=\"" + value + "\""));
        info(6, "Version " + NodeFacts.ISTIO + "-" + NodeFacts.ISTIO_REVISION + "-Clean");
        String id = start.sandbox().name + "." + start.sandbox().namespace;
        String domain = start.sandbox().namespace + ".svc.cluster.local";
        info(320, "Proxy role\tips=[" + start.sandbox().ip + "] type=sidecar id=" + id + " domain=" + domain);
        info(60, "Apply proxy config from env " + start.variables().getOrDefault("PROXY_CONFIG", "{}"));
        info(1300, "cpu limit detected as 2, setting concurrency");
        info(290, "Effective config: binaryPath: /usr/local/bin/envoy");
        for (String line : List.of(
                "concurrency: 2",
                "configPath: ./etc/istio/proxy",
                "controlPlaneAuthPolicy: MUTUAL_TLS",
                "discoveryAddress: istiod.istio-system.svc:15012",
                "drainDuration: 45s",
                "proxyAdminPort: 15000",
                "serviceCluster: istio-proxy",
                "statNameLength: 189",
                "statusPort: 15020",
                "terminationDrainDuration: 5s",
                "")) {
            plain(line);
        }
        agent();
        return log;
    }

    private void agent() {
        info(10, "JWT policy is third-party-jwt");
        info(5, "using credential fetcher of JWT type in cluster.local trust domain");
        info(204_000, "Starting default Istio SDS Server");
        info(200, "CA Endpoint istiod.istio-system.svc:15012, provider Citadel");
        info(5500, "Using CA istiod.istio-system.svc:15012 cert with certs: var/run/secrets/istio/root-cert.pem");
        info(430, "Opening status port 15020");
        info(
                1100,
                "xdsproxy\tInitializing with upstream address \"istiod.istio-system.svc:15012\" and cluster"
                        + " \"Kubernetes\"");
        info(1900, "Pilot SAN: [istiod.istio-system.svc]");
        info(5300, "Starting proxy agent");
        info(60, "Envoy command: [" + String.join(" ", Envoy.ARGUMENTS) + "]");
        info(1300, "sds\tStarting SDS grpc server");
        info(
                15,
                "sds\tStarting SDS server for workload certificates, will listen on"
                        + " \"var/run/secrets/workload-spiffe-uds/socket\"");
        info(
                57_000,
                "cache\tgenerated new workload certificate\tresourceName=default latency=61.446433ms"
                        + " ttl=23h59m59.905540s");
        info(230, "cache\tRoot cert has changed, start rotating root cert");
        info(12_000, "xdsproxy\tconnected to delta upstream XDS server: istiod.istio-system.svc:15012\tid=1");
        info(35_000, "ads\tADS: new connection for node:1");
        info(1500, "ads\tADS: new connection for node:2");
        info(76_000, "cache\treturned workload certificate from cache\tttl=23h59m59.781295082s");
        info(300, "cache\treturned workload trust anchor from cache\tttl=23h59m59.78104371s");
        micros = 0;
        info(READY.toNanos() / 1000, "Readiness succeeded in 1.120724749s");
        info(310, "Envoy proxy is ready");
    }

    /** All flags by name, those of the container over the defaults. */
    private Map<String, String> flags() {
        Map<String, String> flags = new TreeMap<>(Map.ofEntries(
                Map.entry("concurrency", "0"),
                Map.entry("domain", ""),
                Map.entry("help", "false"),
                Map.entry("log_as_json", "false"),
                Map.entry("log_caller", ""),
                Map.entry("log_output_level", "default:info"),
                Map.entry("log_stacktrace_level", "default:none"),
                Map.entry("log_target", "[stdout]"),
                Map.entry("meshConfig", "./etc/istio/config/mesh"),
                Map.entry("outlierLogPath", ""),
                Map.entry("profiling", "true"),
                Map.entry("proxyComponentLogLevel", "misc:error"),
                Map.entry("proxyLogLevel", "warning"),
                Map.entry("serviceCluster", "istio-proxy"),
                Map.entry("stsPort", "0"),
                Map.entry("templateFile", ""),
                Map.entry("tokenManagerPlugin", ""),
                Map.entry("vklog", "0")));
        List<String> words = start.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            if (word.startsWith("--") && equals > 0) {
                flags.put(word.substring(2, equals), word.substring(equals + 1));
            } else if (word.startsWith("--") && i + 1 < words.size()) {
                flags.put(word.substring(2), words.get(i + 1));
            }
        }
        return flags;
    }

    private void info(long after, String text) {
        micros += after;
        Duration at = Duration.ofNanos(micros * 1000);
        (Stamps.micros(start.now().plus(at)) + "\tinfo\t" + text)
                .lines()
                .forEach(line -> log.add(new LogLine(at, false, line)));
        if (text.endsWith("\n")) {
            plain("");
        }
    }

    private void plain(String text) {
        log.add(new LogLine(Duration.ofNanos(micros * 1000), false, text));
    }
}
