package lab.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sequences of commands as a learner may type them: each is valid, though what it names may not be there. */
final class RandomCommands {
    private static final String IMAGE = "docker.io/mccutchen/go-httpbin:v2.15.0";
    private static final List<String> SAMPLES = List.of("sleep", "httpbin", "httpbin-v2");
    private static final List<String> CHANGES = List.of(
            "kubectl apply -f samples/%s.yaml",
            "kubectl apply -f samples/%s.yaml --server-side",
            "kubectl create deployment %d --image=" + IMAGE + " --replicas=%n",
            "kubectl create deployment %d --image=" + IMAGE,
            "kubectl scale deploy %d --replicas=%n",
            "kubectl scale deploy %d --replicas=%n",
            "kubectl rollout restart deploy %d",
            "kubectl rollout undo deploy %d",
            "kubectl rollout status deploy/%d --timeout=%0s",
            "kubectl annotate deploy %d note=%n --overwrite",
            "kubectl patch deploy %d -p '{\"spec\":{\"template\":{\"metadata\":{\"labels\":{\"v\":\"%n\"}}}}}'",
            "kubectl patch deploy %d --type=json"
                    + " -p '[{\"op\":\"replace\",\"path\":\"/spec/replicas\",\"value\":%n}]'",
            "kubectl set image deploy/%d *=" + IMAGE,
            "kubectl label pod -l app=%d extra=%n --overwrite",
            "kubectl delete pod -l app=%d",
            "kubectl delete pod -l app=%d --wait=false",
            "kubectl delete pod --all --wait=false",
            "kubectl delete rs -l app=%d",
            "kubectl delete deploy %d",
            "kubectl delete -f samples/%s.yaml",
            "kubectl delete -f samples/%s.yaml --ignore-not-found --wait=false",
            "kubectl label ns default istio-injection=enabled --overwrite",
            "kubectl label ns default istio-injection-",
            "kubectl rollout restart deploy istiod -n istio-system",
            "kubectl create ns space%n",
            "kubectl delete ns space%n",
            "kubectl create configmap cm%n --from-literal=a=%n",
            "kubectl create cm cm%n --from-literal=a=%n --dry-run=client -o yaml | kubectl apply -n space%n -f -",
            "kubectl delete cm --all",
            "kubectl create secret generic s%n --from-literal=p=%n",
            "kubectl create sa account%n",
            "kubectl wait --for=condition=Available deploy/%d --timeout=%0s",
            "kubectl exec deploy/%d -c istio-proxy -- kill 1",
            "sleep %n",
            "sleep %0");
    private static final List<String> QUESTIONS = List.of(
            "kubectl get pods -o wide",
            "kubectl get all",
            "kubectl get all -A",
            "kubectl get deploy,rs,svc,endpointslices -o wide",
            "kubectl get pods -A --show-labels",
            "kubectl get deploy %d -o yaml",
            "kubectl get pods -l app=%d -o json",
            "kubectl get pods -o jsonpath='{range .items[*]}{.metadata.name} {.status.phase}{\"\\n\"}{end}'",
            "kubectl get events --sort-by=.lastTimestamp",
            "kubectl get ns,cm,secret,sa",
            "kubectl describe pod -l app=%d",
            "kubectl describe deploy %d",
            "kubectl describe ns default",
            "kubectl describe node",
            "kubectl logs deploy/%d",
            "kubectl logs deploy/%d -c istio-proxy --tail=5",
            "kubectl rollout history deploy/%d",
            "kubectl diff -f samples/%s.yaml",
            "kubectl exec deploy/sleep -c sleep -- curl -s -o /dev/null -w '%{http_code}\\n' httpbin:8000/get",
            "istioctl x check-inject -n default deploy/%d",
            "istioctl kube-inject -f samples/%s.yaml | wc -l",
            "crictl ps -a");

    private final Random random;

    RandomCommands(long seed) {
        random = new Random(seed);
    }

    List<String> next(int count) {
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            commands.add(fill(one(random.nextInt(3) == 0 ? QUESTIONS : CHANGES)));
        }
        return commands;
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String fill(String form) {
        return form.replace("%s", one(SAMPLES))
                .replace("%d", random.nextInt(3) == 0 ? "own" : one(SAMPLES))
                .replace("%n", Integer.toString(random.nextInt(4)))
                .replace("%0", Integer.toString(10 + random.nextInt(30)));
    }
}
