package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import lab.net.Flow;
import lab.net.IpAddress;
import lab.sandbox.node.ClusterNetwork.Endpoint;
import lab.sandbox.node.HttpPath.Failure;
import lab.sandbox.node.HttpPath.Outcome;
import lab.sandbox.node.http.Header;
import lab.sandbox.node.http.HttpRequest;
import lab.sandbox.node.http.HttpResponse;
import lab.sandbox.node.http.HttpServer;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** One request on its way: kernel, client's sidecar, server's sidecar, application. */
final class MeshAttempt {
    private static final int OUTBOUND = 15001;
    private static final int INBOUND = 15006;
    private static final User PROXY = new User(1337, "istio-proxy", 1337, "istio-proxy");
    private static final Duration HOP = Duration.ofMillis(1);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final String CONNECT_ERROR =
            "upstream connect error or disconnect/reset before headers. retried and the latest reset reason: remote"
                    + " connection failure";

    /** A connection between sidecars: who sent it, from which port, under which server name; tls null when plain. */
    private record Connection(
            String source, int port, @Nullable PodSandbox tls, String sni) {
        String text() {
            return source + ":" + port;
        }
    }

    private final SandboxState state;
    private final Pods pods;
    private final ClusterNetwork network;
    private final Function<Listeners.Open, HttpServer> servers;
    private final Caller from;
    private final StoredPolicies policies;
    private final Set<String> notes = new LinkedHashSet<>();

    MeshAttempt(
            SandboxState state,
            Pods pods,
            ClusterNetwork network,
            Function<Listeners.Open, HttpServer> servers,
            Caller from) {
        this.state = state;
        this.pods = pods;
        this.network = network;
        this.servers = servers;
        this.from = from;
        this.policies = new StoredPolicies(network);
    }

    Outcome send(String address, int port, HttpRequest request) {
        Outcome outcome = leave(address, port, request);
        return new Outcome(outcome.response(), outcome.failure(), outcome.took(), new ArrayList<>(notes));
    }

    private Outcome leave(String address, int port, HttpRequest request) {
        Connection connection = new Connection(source(address), network.ephemeralPort(), null, "-");
        PodSandbox pod = from.pod();
        if (pod == null || !from.inPodNetwork()) {
            return direct(address, port, request, connection);
        }
        NatWalk.Fate fate = walkOut(pod, from.user(), connection, address, port);
        if (fate.dropped()) {
            return Outcome.failed(Failure.NO_ANSWER, Duration.ZERO);
        }
        if (fate.port() == OUTBOUND) {
            return clientProxy(pod, address, port, request, connection);
        }
        if (fate.port() == INBOUND) {
            return serverProxy(pod, address, port, request, connection);
        }
        return direct(address, fate.port() == 0 ? port : fate.port(), request, connection);
    }

    private String source(String address) {
        IpAddress target = IpAddress.parse(address);
        return target != null && target.loopback() ? "127.0.0.1" : from.address();
    }

    private NatWalk.Fate walkOut(PodSandbox pod, User user, Connection connection, String address, int port) {
        IpAddress source = IpAddress.parse(connection.source());
        IpAddress target = IpAddress.parse(address);
        if (source == null || target == null) {
            return NatWalk.Fate.UNCHANGED;
        }
        boolean local = target.loopback() || address.equals(pod.ip);
        Flow flow = new Flow(
                "tcp", source, connection.port(), target, port, user.uid(), user.gid(), "", local ? "lo" : "eth0");
        return NatWalk.output(pod.rules, flow);
    }

    /** Past all proxies of the sender: the kernel, kube-proxy, the wire. */
    private Outcome direct(String address, int port, HttpRequest request, Connection connection) {
        PodSandbox own = from.pod();
        IpAddress target = IpAddress.parse(address);
        if (target != null && target.loopback()) {
            return own == null
                    ? Outcome.failed(Failure.REFUSED, Duration.ZERO)
                    : application(own, address, port, request, connection);
        }
        if (own != null && address.equals(own.ip)) {
            return application(own, address, port, request, connection);
        }
        JsonNode service = network.serviceAt(address);
        if (service != null) {
            JsonNode servicePort = ClusterNetwork.port(service, port);
            if (servicePort == null) {
                return Outcome.failed(Failure.NO_ANSWER, Duration.ZERO);
            }
            Endpoint endpoint = network.pick(network.endpoints(service, servicePort));
            return endpoint == null
                    ? Outcome.failed(Failure.REFUSED, Duration.ZERO)
                    : arrive(endpoint.ip(), endpoint.port(), request, connection);
        }
        return arrive(address, port, request, connection);
    }

    private Outcome arrive(String address, int port, HttpRequest request, Connection connection) {
        PodSandbox pod = pods.atIp(address);
        if (pod == null) {
            // nobody answers for an address of the pod network that is free; outside, there is no network at all
            boolean podNetwork = address.startsWith("10.244.0.");
            return podNetwork || address.equals(NodeFacts.ADDRESS)
                    ? Outcome.failed(Failure.REFUSED, podNetwork ? Duration.ofMillis(3062) : Duration.ZERO)
                    : Outcome.failed(Failure.NO_ANSWER, Duration.ZERO);
        }
        IpAddress source = IpAddress.parse(connection.source());
        IpAddress target = IpAddress.parse(address);
        if (source == null || target == null) {
            return Outcome.failed(Failure.NO_ANSWER, Duration.ZERO);
        }
        NatWalk.Fate fate = NatWalk.prerouting(
                pod.rules, new Flow("tcp", source, connection.port(), target, port, -1, -1, "eth0", ""));
        if (fate.dropped()) {
            return Outcome.failed(Failure.NO_ANSWER, Duration.ZERO);
        }
        return fate.port() == INBOUND
                ? serverProxy(pod, address, port, request, connection)
                : application(pod, address, fate.port() == 0 ? port : fate.port(), request, connection);
    }

    private Listeners.@Nullable Open listener(PodSandbox pod, String address, int port) {
        return Listeners.at(Listeners.of(pod, network.pod(pod), state.now()), address, port);
    }

    private Outcome application(PodSandbox pod, String address, int port, HttpRequest request, Connection connection) {
        Listeners.Open open = listener(pod, address, port);
        if (open == null) {
            return Outcome.failed(Failure.REFUSED, Duration.ZERO);
        }
        if (connection.tls() != null) {
            return Outcome.failed(Failure.EMPTY_REPLY, HOP);
        }
        if (open.listener().port() == OUTBOUND || open.listener().port() == INBOUND) {
            return Outcome.failed(Failure.RESET, HOP);
        }
        HttpServer.Answer answer = servers.apply(open).answer(request, connection.text(), state.now());
        return Outcome.answered(answer.response(), answer.took().plus(HOP));
    }

    // -- the client's sidecar

    private Outcome clientProxy(PodSandbox pod, String address, int port, HttpRequest request, Connection downstream) {
        if (listener(pod, "127.0.0.1", OUTBOUND) == null) {
            return Outcome.failed(Failure.REFUSED, Duration.ZERO);
        }
        JsonNode service = network.serviceAt(address);
        JsonNode servicePort = service == null ? null : ClusterNetwork.port(service, port);
        boolean http = network.anyHttpPort(port) && (servicePort == null || ClusterNetwork.http(servicePort));
        if (!http) {
            return clientTcp(pod, address, port, request, downstream, service, servicePort);
        }
        HttpRequest sent = identified(request)
                .with("X-Forwarded-Proto", "http")
                .with("X-Envoy-Attempt-Count", "1")
                .without("X-Forwarded-Client-Cert");
        JsonNode routed = network.serviceForHost(request.host(), port, pod.namespace);
        return routed == null
                ? passHttp(pod, address, port, sent, downstream)
                : route(pod, routed, address, port, sent, downstream);
    }

    private HttpRequest identified(HttpRequest request) {
        return request.header("X-Request-Id") == null ? request.with("X-Request-Id", state.uid()) : request;
    }

    private Outcome route(
            PodSandbox pod, JsonNode service, String address, int port, HttpRequest request, Connection downstream) {
        policies.routing(service, pod.namespace, notes);
        JsonNode servicePort = ClusterNetwork.port(service, port);
        String name = ClusterNetwork.fqdn(service);
        String cluster = "outbound|" + port + "||" + name;
        Endpoint endpoint = servicePort == null ? null : network.pick(network.endpoints(service, servicePort));
        if (endpoint == null) {
            HttpResponse reply = local(503, "no healthy upstream", "envoy");
            log(
                    pod,
                    request,
                    reply.code(),
                    "UH",
                    "no_healthy_upstream",
                    "-",
                    reply.length(),
                    Duration.ZERO,
                    "-",
                    "-",
                    cluster,
                    "-",
                    address + ":" + port,
                    downstream.text(),
                    "-",
                    "default");
            return Outcome.answered(reply, HOP);
        }
        PodSandbox target = pods.atIp(endpoint.ip());
        boolean tls = target != null && Peers.takesTls(network.pod(target));
        Connection upstream = new Connection(
                pod.ip, network.ephemeralPort(), tls ? pod : null, tls ? "outbound_." + port + "_._." + name : "-");
        HttpRequest sent = tls ? request : request.with("X-Envoy-Decorator-Operation", name + ":" + port + "/*");
        Outcome outcome = fromProxy(pod, endpoint.ip(), endpoint.port(), sent, upstream);
        return finish(
                pod,
                request,
                outcome,
                endpoint.ip() + ":" + endpoint.port(),
                cluster,
                upstream,
                address + ":" + port,
                downstream,
                "default",
                tls);
    }

    /** What the proxy sends passes the pod's own rules once more. */
    private Outcome fromProxy(PodSandbox pod, String address, int port, HttpRequest request, Connection connection) {
        NatWalk.Fate fate = walkOut(pod, PROXY, connection, address, port);
        if (fate.port() == OUTBOUND) {
            return Outcome.failed(Failure.EMPTY_REPLY, HOP);
        }
        if (fate.port() == INBOUND || (address.equals(pod.ip) && fate.port() == 0)) {
            return fate.port() == INBOUND
                    ? serverProxy(pod, address, port, request, connection)
                    : application(pod, address, port, request, connection);
        }
        JsonNode service = network.serviceAt(address);
        return service == null
                ? arrive(address, port, request, connection)
                : direct(address, port, request, connection);
    }

    private Outcome passHttp(PodSandbox pod, String address, int port, HttpRequest request, Connection downstream) {
        if (registryOnly()) {
            HttpResponse reply = new HttpResponse(
                    502,
                    HttpResponse.envoyReason(502),
                    List.of(date(), new Header("server", "envoy"), new Header("content-length", "0")),
                    new byte[0]);
            log(
                    pod,
                    request,
                    502,
                    "-",
                    "direct_response",
                    "-",
                    0,
                    Duration.ZERO,
                    "-",
                    "-",
                    "-",
                    "-",
                    address + ":" + port,
                    downstream.text(),
                    "-",
                    "block_all");
            return Outcome.answered(reply, HOP);
        }
        Connection upstream = new Connection(pod.ip, network.ephemeralPort(), null, "-");
        Outcome outcome = fromProxy(pod, address, port, request, upstream);
        return finish(
                pod,
                request,
                outcome,
                address + ":" + port,
                "PassthroughCluster",
                upstream,
                address + ":" + port,
                downstream,
                "allow_any",
                false);
    }

    private Outcome finish(
            PodSandbox pod,
            HttpRequest request,
            Outcome outcome,
            String upstreamAddress,
            String cluster,
            Connection upstream,
            String original,
            Connection downstream,
            String route,
            boolean tls) {
        HttpResponse response = outcome.response();
        if (response == null) {
            boolean handshake = tls && outcome.failure() == Failure.EMPTY_REPLY;
            Duration took = outcome.failure() == Failure.NO_ANSWER
                    ? CONNECT_TIMEOUT
                    : outcome.took().plusMillis(40);
            String tlsError = "TLS_error:|268435703:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER:TLS_error_end";
            String body = outcome.failure() == Failure.NO_ANSWER
                    ? CONNECT_ERROR.replace("remote connection failure", "connection timeout")
                    : CONNECT_ERROR + (handshake ? ", transport failure reason: " + tlsError : "");
            HttpResponse reply = local(503, body, "envoy");
            String cause = handshake ? tlsError.replace(' ', '_') : "delayed_connect_error:_Connection_refused";
            log(
                    pod,
                    request,
                    503,
                    "URX,UF",
                    "upstream_reset_before_response_started{remote_connection_failure|" + cause + "}",
                    cause,
                    reply.length(),
                    took,
                    "-",
                    upstreamAddress,
                    cluster,
                    "-",
                    original,
                    downstream.text(),
                    "-",
                    route);
            return Outcome.answered(reply, took);
        }
        Duration took = outcome.took().plus(HOP);
        String service = String.valueOf(outcome.took().toMillis());
        List<Header> added = new ArrayList<>();
        added.add(new Header("x-envoy-upstream-service-time", service));
        added.add(new Header("server", "envoy"));
        HttpResponse passed = without(response, "x-envoy-decorator-operation").throughEnvoy(added);
        log(
                pod,
                request,
                passed.code(),
                "-",
                "via_upstream",
                "-",
                passed.length(),
                took,
                service,
                upstreamAddress,
                cluster,
                upstream.text(),
                original,
                downstream.text(),
                "-",
                route);
        return Outcome.answered(chunked(passed), took);
    }

    private static HttpResponse without(HttpResponse response, String name) {
        List<Header> kept = new ArrayList<>(response.headers());
        kept.removeIf(header -> header.name().equalsIgnoreCase(name));
        return new HttpResponse(response.code(), response.reason(), kept, response.body());
    }

    /** A response without a length is sent in chunks. */
    private static HttpResponse chunked(HttpResponse response) {
        if (response.header("content-length") != null
                || response.header("transfer-encoding") != null
                || response.code() == 204
                || response.code() == 304) {
            return response;
        }
        List<Header> headers = new ArrayList<>(response.headers());
        headers.add(new Header("transfer-encoding", "chunked"));
        return new HttpResponse(response.code(), response.reason(), headers, response.body());
    }

    private Outcome clientTcp(
            PodSandbox pod,
            String address,
            int port,
            HttpRequest request,
            Connection downstream,
            @Nullable JsonNode service,
            @Nullable JsonNode servicePort) {
        String original = address + ":" + port;
        if (service != null && servicePort != null) {
            policies.routing(service, pod.namespace, notes);
            String cluster = "outbound|" + port + "||" + ClusterNetwork.fqdn(service);
            Endpoint endpoint = network.pick(network.endpoints(service, servicePort));
            if (endpoint == null) {
                log(
                        pod,
                        null,
                        0,
                        "UH",
                        "-",
                        "-",
                        0,
                        Duration.ZERO,
                        "-",
                        "-",
                        cluster,
                        "-",
                        original,
                        downstream.text(),
                        "-",
                        "-");
                return Outcome.failed(Failure.RESET, HOP);
            }
            PodSandbox target = pods.atIp(endpoint.ip());
            boolean tls = target != null && Peers.takesTls(network.pod(target));
            String sni = tls ? "outbound_." + port + "_._." + ClusterNetwork.fqdn(service) : "-";
            return raw(
                    pod, endpoint.ip(), endpoint.port(), request, downstream, original, cluster, tls ? pod : null, sni);
        }
        if (registryOnly()) {
            log(
                    pod,
                    null,
                    0,
                    "UH",
                    "-",
                    "-",
                    0,
                    Duration.ZERO,
                    "-",
                    "-",
                    "BlackHoleCluster",
                    "-",
                    original,
                    downstream.text(),
                    "-",
                    "-");
            return Outcome.failed(Failure.RESET, HOP);
        }
        return raw(pod, address, port, request, downstream, original, "PassthroughCluster", null, "-");
    }

    /** Bytes are passed on without a look at them. */
    private Outcome raw(
            PodSandbox pod,
            String address,
            int port,
            HttpRequest request,
            Connection downstream,
            String original,
            String cluster,
            @Nullable PodSandbox tls,
            String sni) {
        Connection upstream = new Connection(pod.ip, network.ephemeralPort(), tls, sni);
        Outcome outcome = fromProxy(pod, address, port, request, upstream);
        HttpResponse response = outcome.response();
        String target = address + ":" + port;
        if (response == null) {
            boolean silent = outcome.failure() == Failure.NO_ANSWER;
            Duration took = silent ? CONNECT_TIMEOUT : outcome.took();
            String cause = silent ? "-" : "delayed_connect_error:_Connection_refused";
            log(
                    pod,
                    null,
                    0,
                    "UF,URX",
                    "-",
                    cause,
                    0,
                    took,
                    "-",
                    target,
                    cluster,
                    "-",
                    original,
                    downstream.text(),
                    "-",
                    "-");
            return Outcome.failed(Failure.RESET, took);
        }
        log(
                pod,
                null,
                0,
                "-",
                "-",
                "-",
                response.length(),
                outcome.took(),
                "-",
                target,
                cluster,
                upstream.text(),
                original,
                downstream.text(),
                "-",
                "-");
        return new Outcome(response, Failure.NONE, outcome.took().plus(HOP), List.of());
    }

    private boolean registryOnly() {
        return network.registryOnly();
    }

    // -- the server's sidecar

    private Outcome serverProxy(PodSandbox pod, String address, int port, HttpRequest request, Connection connection) {
        if (listener(pod, "127.0.0.1", INBOUND) == null) {
            return Outcome.failed(Failure.REFUSED, Duration.ZERO);
        }
        JsonNode object = network.pod(pod);
        policies.security(object, notes);
        PodSandbox client = connection.tls();
        HttpRequest sent = identified(request).with("X-Forwarded-Proto", "http").without("X-Forwarded-Client-Cert");
        if (client != null) {
            sent = sent.with(
                    "X-Forwarded-Client-Cert", Peers.forwardedCertificate(client, network.pod(client), object));
        }
        sent = sent.without("X-Envoy-Decorator-Operation");
        JsonNode service = network.serviceBehind(pod.ip, port);
        String cluster = service == null ? "InboundPassthroughCluster" : "inbound|" + port + "||";
        Connection upstream = new Connection("127.0.0.6", network.ephemeralPort(), null, "-");
        Outcome outcome = application(pod, address, port, sent, upstream);
        HttpResponse response = outcome.response();
        String target = pod.ip + ":" + port;
        Header server = new Header("server", "istio-envoy");
        Header decorator = new Header("x-envoy-decorator-operation", network.operation(service, pod.ip, port));
        if (response == null) {
            HttpResponse reply = local(503, CONNECT_ERROR, "istio-envoy");
            Duration took = Duration.ofMillis(50);
            log(
                    pod,
                    sent,
                    503,
                    "URX,UF",
                    "upstream_reset_before_response_started{remote_connection_failure|delayed_connect_error:_Connection_refused}",
                    "delayed_connect_error:_Connection_refused",
                    reply.length(),
                    took,
                    "-",
                    target,
                    cluster,
                    "-",
                    target,
                    connection.text(),
                    connection.sni(),
                    "default");
            List<Header> headers = new ArrayList<>(reply.headers());
            headers.add(decorator);
            return Outcome.answered(new HttpResponse(503, reply.reason(), headers, reply.body()), took);
        }
        String serviceTime = String.valueOf(Math.max(0, outcome.took().toMillis() - 1));
        List<Header> added = List.of(new Header("x-envoy-upstream-service-time", serviceTime), server, decorator);
        HttpResponse passed = chunked(response.throughEnvoy(added));
        log(
                pod,
                sent,
                passed.code(),
                "-",
                "via_upstream",
                "-",
                passed.length(),
                outcome.took(),
                serviceTime,
                target,
                cluster,
                upstream.text(),
                target,
                connection.text(),
                connection.sni(),
                "default");
        return Outcome.answered(passed, outcome.took());
    }

    // -- what both sidecars do

    private Header date() {
        return new Header("date", Stamps.http(state.now()));
    }

    private HttpResponse local(int code, String body, String server) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<Header> headers = List.of(
                new Header("content-length", String.valueOf(bytes.length)),
                new Header("content-type", "text/plain"),
                date(),
                new Header("server", server));
        return new HttpResponse(code, HttpResponse.envoyReason(code), headers, bytes);
    }

    private void log(
            PodSandbox pod,
            @Nullable HttpRequest request,
            int code,
            String flags,
            String details,
            String transport,
            int sent,
            Duration took,
            String serviceTime,
            String upstream,
            String cluster,
            String upstreamLocal,
            String downstreamLocal,
            String downstreamRemote,
            String sni,
            String route) {
        NodeContainer proxy = pod.container("istio-proxy");
        if (proxy == null || !network.accessLogs()) {
            return;
        }
        Instant now = state.now();
        int received = request == null ? 0 : request.body().length;
        AccessLog entry = new AccessLog(
                now,
                request,
                code,
                flags,
                details,
                transport,
                received,
                sent,
                took,
                serviceTime,
                upstream,
                cluster,
                upstreamLocal,
                downstreamLocal,
                downstreamRemote,
                sni,
                route);
        proxy.log.add(new LogEntry(AccessLog.written(now.plus(took), proxy.started), false, entry.line()));
    }
}
