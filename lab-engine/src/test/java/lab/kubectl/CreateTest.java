package lab.kubectl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Objects made from flags, as kubectl 1.34 makes them. */
class CreateTest {
    private final Lab lab = new Lab();

    @Test
    void createsANamespaceOnce() {
        assertEquals("namespace/foo created\n", lab.run("create", "ns", "foo"));
        assertEquals(
                "!Error from server (AlreadyExists): namespaces \"foo\" already exists\n[1]",
                lab.run("create", "namespace", "foo"));
    }

    @Test
    void printsADeploymentWithoutCreatingIt() {
        assertEquals(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  labels:
                    app: web
                  name: web
                spec:
                  replicas: 2
                  selector:
                    matchLabels:
                      app: web
                  strategy: {}
                  template:
                    metadata:
                      labels:
                        app: web
                    spec:
                      containers:
                      - image: docker.io/mccutchen/go-httpbin:v2.15.0
                        name: go-httpbin
                        ports:
                        - containerPort: 8080
                        resources: {}
                status: {}
                """,
                lab.run(
                        "create",
                        "deployment",
                        "web",
                        "--image=docker.io/mccutchen/go-httpbin:v2.15.0",
                        "--port=8080",
                        "--replicas=2",
                        "--dry-run=client",
                        "-o",
                        "yaml"));
    }

    @Test
    void createsExposesAndSets() {
        assertEquals("deployment.apps/web created\n", lab.run("create", "deploy", "web", "--image=x/web:1"));
        assertEquals("service/web exposed\n", lab.run("expose", "deploy", "web", "--port=80", "--target-port=8080"));
        assertEquals(
                "[{\"port\":80,\"protocol\":\"TCP\",\"targetPort\":8080}]",
                lab.run("get", "svc", "web", "-o", "jsonpath={.spec.ports}"));
        assertEquals("deployment.apps/web image updated\n", lab.run("set", "image", "deploy/web", "web=x/web:2"));
        assertEquals("deployment.apps/web env updated\n", lab.run("set", "env", "deploy/web", "A=b"));
        assertEquals(
                "x/web:2 b",
                lab.run(
                        "get",
                        "deploy",
                        "web",
                        "-o",
                        "go-template={{range .spec.template.spec.containers}}{{.image}}{{range .env}}"
                                + " {{.value}}{{end}}{{end}}"));
        assertEquals("deployment.apps/web scaled\n", lab.run("scale", "deploy", "web", "--replicas=3"));
        assertEquals("deployment.apps \"web\" deleted from default namespace\n", lab.run("delete", "deploy", "web"));
    }

    @Test
    void createsConfigMapsSecretsAndPods() {
        assertEquals(
                "configmap/settings created\n",
                lab.run("create", "configmap", "settings", "--from-literal=a=1", "--from-literal=b=two"));
        assertEquals("secret/s created\n", lab.run("create", "secret", "generic", "s", "--from-literal=k=v"));
        assertEquals("dg==", lab.run("get", "secret", "s", "-o", "jsonpath={.data.k}"));
        assertEquals(
                "pod/probe created (dry run)\n",
                lab.run("run", "probe", "--image=x", "--restart=Never", "--dry-run=client", "--", "sleep", "3600"));
    }

    @Test
    void keepsTheNamespaceOfTheContext() {
        assertEquals(
                "Context \"kubernetes-admin@lab\" modified.\n",
                lab.run("config", "set-context", "--current", "--namespace=other"));
        assertEquals("!No resources found in other namespace.\n", lab.run("get", "pods"));
    }

    @Test
    void diffsWhatApplyWouldChange() {
        lab.file("/cm.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: b}}");
        lab.run("apply", "-f", "/cm.yaml");
        assertEquals("", lab.run("diff", "-f", "/cm.yaml"));
        lab.file("/cm.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: x}}");
        String shown = lab.run("diff", "-f", "/cm.yaml");
        assertEquals(
                "-  a: b +  a: x",
                shown.lines()
                        .filter(line -> line.matches("[-+] .*"))
                        .reduce((l, r) -> l + " " + r)
                        .orElse(shown));
    }
}
