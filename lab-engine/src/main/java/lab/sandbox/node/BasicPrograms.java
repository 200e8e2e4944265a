package lab.sandbox.node;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.shell.Invocation;
import lab.shell.Program;

/** Small programs that nearly every image has and that depend on the container; text tools come from the shell. */
final class BasicPrograms {
    private BasicPrograms() {}

    static Map<String, Program> of(Caller caller) {
        Map<String, Program> programs = new LinkedHashMap<>();
        programs.put("id", call -> id(caller, call));
        programs.put("whoami", call -> {
            User user = caller.user();
            if (user.name().isEmpty()) {
                call.err().println("whoami: unknown uid " + user.uid());
                return 1;
            }
            call.out().println(user.name());
            return 0;
        });
        programs.put("hostname", call -> hostname(caller, call));
        programs.put("env", BasicPrograms::env);
        programs.put("printenv", BasicPrograms::env);
        programs.put("sleep", BasicPrograms::sleep);
        programs.put("ps", new Ps(caller));
        programs.put("nsenter", call -> {
            call.err().println("nsenter: reassociate to namespaces failed: Operation not permitted");
            return 1;
        });
        return programs;
    }

    private static int id(Caller caller, Invocation call) {
        User user = caller.user();
        String option = call.arguments().isEmpty() ? "" : call.arguments().get(0);
        switch (option) {
            case "" -> call.out().println(user.idLine());
            case "-u" -> call.out().println(String.valueOf(user.uid()));
            case "-g", "-G" -> call.out().println(String.valueOf(user.gid()));
            case "-un", "-nu" -> call.out().println(user.name());
            case "-gn", "-ng" -> call.out().println(user.group());
            default -> {
                call.err().println("id: " + option + " is not available in the sandbox yet");
                return 1;
            }
        }
        return 0;
    }

    private static int hostname(Caller caller, Invocation call) {
        PodSandbox pod = caller.pod();
        boolean address =
                call.arguments().equals(List.of("-i")) || call.arguments().equals(List.of("-I"));
        if (!call.arguments().isEmpty() && !address) {
            call.err().println("hostname: you must be root to change the host name");
            return 1;
        }
        // nsenter -n leaves the host's name: only a process in the container sees the pod's
        boolean own = pod != null && caller.container() != null && !pod.hostNetwork;
        call.out().println(address ? caller.address() : own && pod != null ? pod.name : NodeFacts.NAME);
        return 0;
    }

    private static int env(Invocation call) {
        List<String> words = call.arguments();
        if (words.isEmpty()) {
            call.environment().exported().forEach((name, value) -> call.out().println(name + "=" + value));
            return 0;
        }
        if (call.name().endsWith("printenv")) {
            String value = call.environment().variable(words.get(0));
            if (value == null) {
                return 1;
            }
            call.out().println(value);
            return 0;
        }
        call.err().println("env: running a command is not available in the sandbox yet");
        return 125;
    }

    private static int sleep(Invocation call) {
        Duration total = Duration.ZERO;
        if (call.arguments().isEmpty()) {
            call.err().println("sleep: missing operand");
            return 1;
        }
        for (String word : call.arguments()) {
            if (word.equals("infinity") || word.equals("inf")) {
                call.environment().time().sleep(Duration.ofDays(36500));
                return 0;
            }
            if (!word.matches("\\d*\\.?\\d+[smhd]?")) {
                call.err().println("sleep: invalid time interval '" + word + "'");
                return 1;
            }
            char unit = word.charAt(word.length() - 1);
            double number = Double.parseDouble(Character.isDigit(unit) ? word : word.substring(0, word.length() - 1));
            double seconds = number * (unit == 'm' ? 60 : unit == 'h' ? 3600 : unit == 'd' ? 86400 : 1);
            total = total.plusMillis((long) Math.min(seconds * 1000, 1e15));
        }
        call.environment().time().sleep(total);
        return 0;
    }
}
