package lab.sandbox.node;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lab.shell.Invocation;
import lab.shell.Program;

/** {@code nsenter -t PID -n COMMAND}: a command of the node in a pod's network namespace. */
final class Nsenter implements Program {
    private final Pods pods;
    private final Function<Caller, Map<String, Program>> programs;

    Nsenter(Pods pods, Function<Caller, Map<String, Program>> programs) {
        this.pods = pods;
        this.programs = programs;
    }

    @Override
    public int run(Invocation call) {
        List<String> words = call.arguments();
        String pid = "";
        boolean network = false;
        boolean hostname = false;
        int at = 0;
        for (; at < words.size() && words.get(at).startsWith("-"); at++) {
            String word = words.get(at);
            if (word.equals("--")) {
                at++;
                break;
            }
            if (word.equals("-t") || word.equals("--target")) {
                at++;
                pid = at < words.size() ? words.get(at) : "";
            } else if (word.startsWith("--target=") || word.matches("-t\\d+")) {
                pid = word.replaceFirst("^(--target=|-t)", "");
            } else if (word.equals("-n") || word.equals("--net")) {
                network = true;
            } else if (word.equals("-u") || word.equals("--uts")) {
                hostname = true;
            } else {
                call.err().println("nsenter: option " + word + " is not available in the sandbox yet");
                return 1;
            }
        }
        if (!pid.matches("\\d{1,9}")) {
            call.err()
                    .println(
                            pid.isEmpty()
                                    ? "nsenter: no target PID specified for --net"
                                    : "nsenter: failed to parse pid: '" + pid + "'");
            return 1;
        }
        PodSandbox pod = pods.ofPid(Integer.parseInt(pid));
        if (pod == null) {
            call.err()
                    .println("nsenter: cannot open /proc/" + pid + "/ns/" + (network ? "net" : "uts")
                            + ": No such file or directory");
            return 1;
        }
        Caller caller = network ? Caller.entered(pod) : Caller.NODE;
        if (at >= words.size()) {
            call.err().println("nsenter: a shell in a namespace is not available in the sandbox yet; name a command");
            return 1;
        }
        String name = words.get(at);
        if (hostname && name.equals("hostname")) {
            call.out().println(pod.name);
            return 0;
        }
        Program program = ContainerPrograms.named(programs.apply(caller), name);
        Program shared = program == null ? call.environment().program(name) : program;
        if (shared == null) {
            call.err().println("nsenter: failed to execute " + name + ": No such file or directory");
            return 127;
        }
        return shared.run(new Invocation(
                name, words.subList(at + 1, words.size()), call.environment(), call.in(), call.out(), call.err()));
    }
}
