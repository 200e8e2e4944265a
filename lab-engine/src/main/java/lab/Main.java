package lab;

/** Wiring only: the one place that names a concrete cluster. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(0);
    }
}
