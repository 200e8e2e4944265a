package lab.sandbox.node;

import java.util.List;

/** The Envoy process inside istio-proxy. */
final class Envoy {
    static final List<String> ARGUMENTS = List.of(
            "-c",
            "etc/istio/proxy/envoy-rev.json",
            "--drain-time-s",
            "45",
            "--drain-strategy",
            "immediate",
            "--local-address-ip-version",
            "v4",
            "--file-flush-interval-msec",
            "1000",
            "--disable-hot-restart",
            "--allow-unknown-static-fields",
            "-l",
            "warning",
            "--component-log-level",
            "misc:error",
            "--skip-deprecated-logs",
            "--concurrency",
            "2");

    private Envoy() {}
}
