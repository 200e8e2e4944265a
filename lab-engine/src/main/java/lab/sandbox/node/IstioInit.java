package lab.sandbox.node;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.iptables.RuleSyntax;
import lab.iptables.Ruleset;
import lab.iptables.SaveText;
import lab.sandbox.controller.ContainerRuntime.Exit;
import lab.sandbox.controller.ContainerRuntime.LogLine;
import lab.sandbox.controller.ContainerRuntime.Run;
import lab.sandbox.mesh.RedirectConfig;
import lab.sandbox.mesh.RedirectRules;

/** {@code pilot-agent istio-iptables}: writes the pod's rules and logs what it did. Models istio tools/istio-iptables@1.30.3. */
final class IstioInit {
    private static final List<String> ENVIRONMENT = List.of(
            "ENVOY_PORT",
            "INBOUND_CAPTURE_PORT",
            "ISTIO_INBOUND_INTERCEPTION_MODE",
            "ISTIO_INBOUND_TPROXY_ROUTE_TABLE",
            "ISTIO_INBOUND_PORTS",
            "ISTIO_OUTBOUND_PORTS",
            "ISTIO_LOCAL_EXCLUDE_PORTS",
            "ISTIO_EXCLUDE_INTERFACES",
            "ISTIO_SERVICE_CIDR",
            "ISTIO_SERVICE_EXCLUDE_CIDR",
            "ISTIO_META_DNS_CAPTURE",
            "INVALID_DROP");

    private final StartContext start;
    private final List<LogLine> log = new ArrayList<>();
    private Duration at = Duration.ZERO;

    private IstioInit(StartContext start) {
        this.start = start;
    }

    static Run run(StartContext start) {
        return new IstioInit(start).apply();
    }

    private Run apply() {
        later(115_000);
        GoMemory.line(start).ifPresent(text -> log.add(new LogLine(at, true, text)));
        RedirectConfig config;
        try {
            config = RedirectConfig.parse(
                    start.arguments().subList(1, start.arguments().size()),
                    start.variables(),
                    false,
                    List.of(NodeFacts.DNS),
                    List.of());
        } catch (RedirectConfig.Refused e) {
            log.add(new LogLine(at, true, "Error: " + e.reason()));
            return new Run(log, new Exit(at, 255, "Error", null));
        }
        later(400);
        info("Istio iptables environment:");
        Map<String, String> variables = start.variables();
        ENVIRONMENT.forEach(name -> line(name + "=" + variables.getOrDefault(name, "")));
        line("");
        later(150);
        info("Istio config:");
        config.settings().forEach((key, value) -> line(key + "=" + value));
        line("");
        try {
            return rules(config);
        } catch (RuleSyntax e) {
            line("iptables-restore " + NodeFacts.IPTABLES + ": " + e.reason());
            info("Error: failed to apply rules");
            return new Run(log, new Exit(at, 1, "Error", null));
        }
    }

    private Run rules(RedirectConfig config) throws RuleSyntax {
        Ruleset rules = start.sandbox().rules;
        String input = RedirectRules.restoreInput(config, false);
        Ruleset wanted = new Ruleset(false);
        SaveText.restore(wanted, input);
        later(4200);
        boolean there =
                SaveText.print(rules, "", null, null, false).equals(SaveText.print(wanted, "", null, null, false));
        if (!there || config.on("FORCE_APPLY")) {
            info("Clean-state detected, new iptables are needed");
            later(60);
            info("Applying iptables chains and rules");
            later(70);
            info("Running iptables restore with: iptables-nft-restore and the following input:");
            lines(input);
            SaveText.restore(rules, input);
            // the look at the IPv6 rules makes their table, also where nothing is written into it
            start.sandbox().rules6.table("nat");
            later(5200);
        }
        info("Final iptables state (IPv4):");
        Instant now = start.now().plus(at);
        lines(SaveText.print(rules, "iptables-nft-save " + NodeFacts.IPTABLES, Stamps.ctime(now), null, false));
        line("");
        later(2000);
        return new Run(log, new Exit(at, 0, "Completed", null));
    }

    private void later(int micros) {
        at = at.plusNanos(micros * 1000L);
    }

    private void info(String text) {
        line(Stamps.micros(start.now().plus(at)) + "\tinfo\t" + text);
    }

    private void lines(String text) {
        text.lines().forEach(this::line);
    }

    private void line(String text) {
        log.add(new LogLine(at, false, text));
    }
}
