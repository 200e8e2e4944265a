package lab;

/** Starts the lab, or says in a sentence that this Java is too old. Compiled for Java 8, so that an old one can run it. */
public final class Launcher {
    private static final int REQUIRED = 17;

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        String version = System.getProperty("java.specification.version", "1.8");
        int major = Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
        if (major < REQUIRED) {
            System.err.println("lab: this is Java " + major + "; the lab needs " + REQUIRED
                    + " or newer. Install a JDK " + REQUIRED + ", or set JAVA_HOME to one.");
            System.exit(3);
        }
        Class.forName("lab.Main").getMethod("main", String[].class).invoke(null, (Object) args);
    }
}
