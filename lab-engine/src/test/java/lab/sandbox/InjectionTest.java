package lab.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lab.Shared;
import org.junit.jupiter.api.Test;

/** Injection through the whole sandbox: labels, webhooks, istiod, its ConfigMap, its installation. */
class InjectionTest {
    private static final String INJECTED = "istio-init istio-proxy | app";
    private static final String PLAIN = " | app";

    private final Learner learner = new Learner();

    /** Every row of the table that a real cluster's webhooks gave. */
    @Test
    void labelsAndAnnotationsDecideAsRecorded() throws IOException {
        List<String> rows = Files.readAllLines(
                Shared.conformance().resolve("real-cluster").resolve("b-traffic/inject/truth-table.tsv"));
        List<String> wrong = new ArrayList<>();
        String labels = "";
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            if (!cells[0].equals(labels)) {
                labels = cells[0];
                learner.says("kubectl label ns default istio-injection- istio.io/rev- istio.io/dataplane-mode-");
                learner.says(labels.equals("-") ? "true" : "kubectl label ns default " + labels.replace(',', ' '));
            }
            learner.pod("p", yaml(cells[1]), yaml(cells[2]));
            String seen = learner.says("kubectl get pod p -o jsonpath='{.spec.initContainers[*].name}"
                    + " | {.spec.containers[*].name} | {.metadata.annotations.sidecar\\.istio\\.io/status}'");
            String[] parts = seen.split(" \\| ", -1);
            boolean status = !parts[2].isEmpty();
            String summary = parts[0].replace(' ', ',') + "\t" + parts[1] + "\t" + (status ? "present" : "-");
            if (!row.endsWith("\t" + summary)) {
                wrong.add(row + " but " + seen);
            }
            learner.says("kubectl delete pod p --force --grace-period=0");
        }
        assertEquals(List.of(), wrong);
    }

    private static String yaml(String pairs) {
        return pairs.equals("-")
                ? ""
                : String.join(
                        ", ",
                        List.of(pairs.split(",")).stream()
                                .map(pair -> pair.replace("=", ": \"") + "\"")
                                .toList());
    }

    @Test
    void aLabelOnTheNamespaceCountsForNewPodsOnly() {
        learner.pod("before", "", "");
        learner.says("kubectl label ns default istio-injection=enabled");
        learner.pod("after", "", "");
        learner.says("kubectl label ns default istio-injection-");
        learner.pod("later", "", "");
        assertEquals(PLAIN, learner.containers("before"));
        assertEquals(INJECTED, learner.containers("after"));
        assertEquals(PLAIN, learner.containers("later"));
    }

    @Test
    void withoutItsWebhookNothingIsInjected() {
        learner.says("kubectl label ns default istio-injection=enabled");
        learner.says("kubectl delete mutatingwebhookconfiguration istio-sidecar-injector");
        learner.pod("one", "", "");
        assertEquals(INJECTED, learner.containers("one"));
        learner.says("kubectl delete mutatingwebhookconfiguration istio-revision-tag-default");
        learner.pod("two", "", "");
        assertEquals(PLAIN, learner.containers("two"));
        assertEquals("ERROR: no Istio injection hooks present.\n", learner.says("istioctl x check-inject two"));
    }

    @Test
    void withoutIstiodNoPodIsCreatedUntilItIsBack() {
        learner.says("kubectl label ns default istio-injection=enabled");
        learner.says("kubectl scale deploy istiod -n istio-system --replicas=0");
        learner.says("kubectl wait -n istio-system --for=delete pod -l app=istiod --timeout=90s");
        learner.says("kubectl create deployment web --image=nginx");
        learner.says("sleep 2");
        String ip = learner.says("kubectl get svc istiod -n istio-system -o jsonpath='{.spec.clusterIP}'");
        String refused = "Internal error occurred: failed calling webhook \"namespace.sidecar-injector.istio.io\":"
                + " failed to call webhook: Post \"https://istiod.istio-system.svc:443/inject?timeout=10s\": dial tcp "
                + ip + ":443: connect: connection refused";
        assertEquals(
                "Error creating: " + refused,
                learner.says("kubectl get events --field-selector reason=FailedCreate"
                        + " -o jsonpath='{.items[0].message}'"));
        assertEquals(
                "Error from server (InternalError): error when creating \"x.yaml\": " + refused + "\n",
                learner.pod("x", "", ""));
        assertEquals(
                "Error: no pods matching selector \"app=istiod,istio=pilot\" found in namespace \"istio-system\"\n",
                learner.says("istioctl kube-inject -f x.yaml"));
        learner.says("kubectl scale deploy istiod -n istio-system --replicas=1");
        learner.says("kubectl rollout status deploy istiod -n istio-system");
        assertTrue(learner.says("kubectl rollout status deploy web --timeout=120s")
                .endsWith("deployment \"web\" successfully rolled out\n"));
        assertEquals(
                "istio-init istio-proxy | nginx",
                learner.says("kubectl get pod -l app=web -o"
                        + " jsonpath='{.items[0].spec.initContainers[*].name} | {.items[0].spec.containers[*].name}'"));
    }

    @Test
    void anEditedConfigMapChangesTheNextPods() {
        learner.says("kubectl label ns default istio-injection=enabled");
        learner.says("kubectl get cm istio-sidecar-injector -n istio-system -o json"
                + " | jq '.data.config |= gsub(\"- sidecar\\n\"; \"- sidecar\\n        - --edited\\n\")' > new.json");
        learner.says("kubectl replace -f new.json");
        learner.pod("edited", "", "");
        assertTrue(learner.says("kubectl get pod edited -o jsonpath='{.spec.initContainers[1].args}'")
                .startsWith("[\"proxy\",\"sidecar\",\"--edited\""));
        learner.says("kubectl get cm istio-sidecar-injector -n istio-system -o json | jq '.data.config +="
                + " \"  mine: |\\n    metadata:\\n      labels:\\n        mine: \\\"{{ .ObjectMeta.Name }}\\\"\\n\"'"
                + " > new.json");
        learner.says("kubectl replace -f new.json");
        learner.pod("custom", "", "inject.istio.io/templates: \"sidecar,mine\"");
        assertEquals(
                "custom " + INJECTED,
                learner.says("kubectl get pod custom -o jsonpath='{.metadata.labels.mine} '")
                        + learner.containers("custom"));
        assertTrue(learner.pod("nosuch", "", "inject.istio.io/templates: nosuch")
                .endsWith("failed to run injection template: requested template \"nosuch\" not found; have"
                        + " mine,sidecar\n"));
    }

    @Test
    void installationSettingsChangeWhatIsInjected() {
        learner.says("kubectl label ns default istio-injection=enabled");
        assertEquals(
                0,
                learner.run("istioctl install -y --set profile=minimal --set values.global.proxy.logLevel=debug"
                                + " --set meshConfig.defaultConfig.terminationDrainDuration=20s"
                                + " --set values.global.proxy.holdApplicationUntilProxyStarts=true")
                        .code());
        learner.pod("native", "", "");
        String proxy = learner.says("kubectl get pod native -o jsonpath='{.spec.initContainers[1]}'");
        assertTrue(proxy.contains("--proxyLogLevel=debug"), proxy);
        assertTrue(proxy.contains("\\\"terminationDrainDuration\\\":\\\"20s\\\""), proxy);
        learner.pod("held", "", "sidecar.istio.io/nativeSidecar: \"false\"");
        assertEquals("istio-init | istio-proxy app", learner.containers("held"));
    }

    @Test
    void settingsThatAreNotModelledAreRefusedByName() {
        for (String path : List.of(
                "values.nosuch.thing", "components.cni.enabled", "meshConfig.nosuch", "values.global.proxy.nosuch")) {
            assertTrue(
                    learner.says("istioctl install -y --set profile=minimal --set " + path + "=1")
                            .endsWith(
                                    "Error: generate config: --set " + path + " is not available in the sandbox yet\n"),
                    path);
        }
    }

    @Test
    void aSidecarOfTheOldKindStandsLastAndDrainsFiveSeconds() {
        learner.says("kubectl label ns default istio-injection=enabled");
        learner.pod("old", "", "sidecar.istio.io/nativeSidecar: \"false\"");
        assertEquals("istio-init | app istio-proxy", learner.containers("old"));
        learner.says("kubectl wait --for=condition=Ready pod/old --timeout=60s");
        assertTrue(learner.says("kubectl get pod old").contains("2/2     Running"));
        learner.says("kubectl create deployment web --image=nginx");
        learner.says(
                "kubectl patch deployment web -p"
                        + " '{\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"sidecar.istio.io/nativeSidecar\":\"false\"}}}}}'");
        learner.says("kubectl rollout status deploy web");
        assertEquals(5, learner.seconds("kubectl delete pod -l app=web"));
    }

    @Test
    void aCommandThatKnowsNoSignalsIsKilledAfterTheGracePeriod() {
        learner.pod("stubborn", "", "");
        learner.says("kubectl wait --for=condition=Ready pod/stubborn --timeout=60s");
        assertEquals(30, learner.seconds("kubectl delete pod stubborn"));
        learner.says(
                "kubectl run trapping --image=busybox --restart=Never -- sh -c 'trap \"exit 0\" TERM; sleep 1d & wait'");
        learner.says("kubectl wait --for=condition=Ready pod/trapping --timeout=60s");
        assertTrue(learner.seconds("kubectl delete pod trapping") < 3);
    }

    @Test
    void aLoopThatNeverRestsDoesNotStopTheLab() {
        learner.says("kubectl run busy --image=busybox --restart=Never -- sh -c 'while true; do :; done'");
        learner.says("sleep 10");
        assertTrue(learner.says("kubectl get pod busy").contains("1/1     Running"));
    }

    @Test
    void istiodValidatesIstiosObjectsWhileItRuns() {
        String hosts = "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: v}\nspec: ";
        learner.file("bad.yaml", hosts + "{hosts: [a]}\n");
        assertEquals(
                "Error from server: error when creating \"bad.yaml\": admission webhook \"validation.istio.io\" denied"
                        + " the request: configuration is invalid: http, tcp or tls must be provided in virtual"
                        + " service\n",
                learner.says("kubectl apply -f bad.yaml"));
        learner.file("good.yaml", hosts + "{hosts: [a], http: [{route: [{destination: {host: a}}]}]}\n");
        assertEquals(
                "virtualservice.networking.istio.io/v created\n",
                learner.run("kubectl apply -f good.yaml").out());
    }

    /** The command line's own cases 4 to 6. */
    @Test
    void anOperatorFileWinsOverMeshAndValues() throws IOException {
        Path folder = Shared.conformance().resolve("istio/istioctl/kubeinject");
        for (String name : List.of(
                "istio-operator.yaml",
                "inject-config-iop.yaml",
                "inject-config-inline-iop.yaml",
                "inject-values.yaml",
                "deployment/hello.yaml")) {
            learner.file(Path.of(name).getFileName().toString(), Files.readString(folder.resolve(name)));
        }
        String golden = Files.readString(folder.resolve("deployment/hello.yaml.iop.injected"));
        String inject = "istioctl kube-inject --operatorFileName istio-operator.yaml -f hello.yaml --injectConfigFile ";
        assertEquals(
                golden.strip(), learner.says(inject + "inject-config-iop.yaml").strip());
        assertEquals(
                golden.strip(),
                learner.says(inject + "inject-config-inline-iop.yaml").strip());
        assertEquals(
                golden.strip(),
                learner.says(inject + "inject-config-iop.yaml --valuesFile inject-values.yaml")
                        .strip());
    }
}
