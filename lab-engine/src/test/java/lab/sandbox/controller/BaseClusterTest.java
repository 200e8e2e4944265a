package lab.sandbox.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BaseClusterTest {
    private final TestCluster cluster = TestCluster.ready();

    // a-default/kubectl-get-pods-A-bare
    @Test
    void hasTheRecordedPodsRunning() {
        List<String> names = cluster.api.list("pods", "kube-system").stream()
                .map(pod -> Meta.name(pod).replaceAll("(coredns|kube-proxy)-.*", "$1") + " " + Pods.phase(pod) + " "
                        + Pods.isReady(pod) + " " + Pods.ip(pod))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "coredns Running true 10.244.0.2",
                        "coredns Running true 10.244.0.3",
                        "etcd-lab-control-plane Running true 172.18.0.2",
                        "kube-apiserver-lab-control-plane Running true 172.18.0.2",
                        "kube-controller-manager-lab-control-plane Running true 172.18.0.2",
                        "kube-proxy Running true 172.18.0.2",
                        "kube-scheduler-lab-control-plane Running true 172.18.0.2"),
                names);
    }

    // a-default/kubectl-get-cm-A, without what Istio adds
    @Test
    void hasTheRecordedConfigMaps() {
        TreeMap<String, Integer> sizes = new TreeMap<>();
        for (JsonNode map : cluster.api.list("configmaps", "")) {
            sizes.put(
                    Meta.namespace(map) + "/" + Meta.name(map), map.path("data").size());
        }
        assertEquals(
                "{default/kube-root-ca.crt=1, kube-node-lease/kube-root-ca.crt=1, kube-public/cluster-info=2,"
                        + " kube-public/kube-root-ca.crt=1, kube-system/coredns=1,"
                        + " kube-system/extension-apiserver-authentication=6,"
                        + " kube-system/kube-apiserver-legacy-service-account-token-tracking=1,"
                        + " kube-system/kube-proxy=2, kube-system/kube-root-ca.crt=1, kube-system/kubeadm-config=1,"
                        + " kube-system/kubelet-config=1}",
                sizes.toString());
    }

    @Test
    void givesEachNamespaceItsAccount() {
        for (String name : List.of("default", "kube-system", "kube-public", "kube-node-lease")) {
            cluster.find("serviceaccounts", name, "default");
        }
    }

    @Test
    void servesDnsThroughBothCorednsPods() {
        List<JsonNode> slices = List.copyOf(cluster.api.list("endpointslices.discovery.k8s.io", "kube-system"));
        assertEquals(1, slices.size());
        assertEquals(2, slices.get(0).path("endpoints").size());
        assertTrue(Meta.name(slices.get(0)).matches("kube-dns-[a-z0-9]{5}"));
    }

    @Test
    void isTwoMinutesOldAndItsNodeIsReady() {
        JsonNode node = cluster.find("nodes", "", "lab-control-plane");
        assertTrue(Conditions.isTrue(node, "Ready"));
        assertEquals(
                "v1.34.0",
                node.path("status").path("nodeInfo").path("kubeletVersion").asText());
        assertEquals(
                "lab-control-plane",
                cluster.find("leases.coordination.k8s.io", "kube-node-lease", "lab-control-plane")
                        .path("spec")
                        .path("holderIdentity")
                        .asText());
    }
}
