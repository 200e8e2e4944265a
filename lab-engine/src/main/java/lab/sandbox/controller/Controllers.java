package lab.sandbox.controller;

import lab.sandbox.api.ApiServer;
import lab.sandbox.state.SandboxState;

/** All controllers of a cluster, wired to its API server and its node's container runtime. */
public final class Controllers {
    private final Objects objects;
    private final Kubelet kubelet;
    private final NodeHeartbeat heartbeat;
    private final SandboxState state;

    /** Made once for a state, before it is loaded. */
    public Controllers(SandboxState state, ApiServer api, ContainerRuntime runtime) {
        this.state = state;
        this.objects = new Objects(state, api);
        EventRecorder events = new EventRecorder(state, objects);
        new NamespaceController(state, objects, api);
        new ServiceAccountController(state, objects);
        new RootCaPublisher(state, objects);
        new DeploymentController(state, objects, events);
        new ReplicaSetController(state, objects, events);
        new DaemonSetController(state, objects, events);
        new Scheduler(state, objects, events);
        this.kubelet = new Kubelet(state, objects, events, runtime);
        new EndpointSliceController(state, objects);
        new EndpointsController(state, objects);
        new GarbageCollector(state, objects);
        this.heartbeat = new NodeHeartbeat(state, objects);
    }

    public Kubelet kubelet() {
        return kubelet;
    }

    /** Makes the cluster as kubeadm leaves it; about two minutes pass. For a state that was not loaded. */
    public void createCluster() {
        new BaseCluster(state, objects, heartbeat).create();
    }
}
