package lab.kube;

import java.io.InputStream;
import lab.shell.Environment;
import lab.shell.Output;

/** The three streams of a command in a container, and the shell's surroundings that it waits and stops with. */
public record Streams(InputStream in, Output out, Output err, Environment environment) {}
