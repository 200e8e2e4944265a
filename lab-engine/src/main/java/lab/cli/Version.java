package lab.cli;

import java.util.List;

/** What {@code lab --version} says. */
final class Version {
    private Version() {}

    static List<String> lines(String lab) {
        return List.of("lab " + lab, "Sandbox: Kubernetes 1.34, Istio 1.30.3");
    }
}
