package lab.sandbox.mesh;

/** A pod that the injector refuses; the message is istiod's. */
public final class InjectionProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InjectionProblem(String message) {
        super(message, null, false, false);
    }
}
