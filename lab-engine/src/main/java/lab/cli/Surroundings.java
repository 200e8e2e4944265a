package lab.cli;

import java.io.InputStream;
import java.util.Map;
import lab.shell.Output;

/**
 * What a process has around it.
 *
 * @param environment the environment variables
 * @param version of the lab
 */
public record Surroundings(
        Clusters clusters, Map<String, String> environment, InputStream in, Output out, Output err, String version) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
