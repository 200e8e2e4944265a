package lab.cluster;

import java.util.Map;
import lab.kube.Api;
import lab.shell.Program;
import lab.shell.Time;

/** A Kubernetes cluster with Istio, whichever it is: what lessons, checks and the terminal need of it. */
public interface Cluster extends AutoCloseable {
    /** {@code sandbox}, {@code kind} or {@code context}. */
    String kind();

    Api api();

    Time time();

    /** The programs that this cluster supplies to the shell: kubectl, istioctl, crictl, nsenter… */
    Map<String, Program> programs();

    @Override
    void close();
}
