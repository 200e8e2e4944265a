package lab.shell;

/** {@code cd} and {@code pwd}. */
final class DirectoryBuiltins {
    private DirectoryBuiltins() {}

    static int cd(Interpreter shell, Invocation call) {
        if (call.arguments().size() > 1) {
            shell.complain(call.err(), "cd: too many arguments");
            return 1;
        }
        String target = call.arguments().isEmpty()
                ? shell.state.variables.get("HOME")
                : call.arguments().get(0);
        if (target == null) {
            shell.complain(call.err(), "cd: HOME not set");
            return 1;
        }
        boolean back = target.equals("-");
        if (back) {
            target = shell.state.variables.get("OLDPWD");
            if (target == null) {
                shell.complain(call.err(), "cd: OLDPWD not set");
                return 1;
            }
        }
        if (target.isEmpty()) {
            return 0;
        }
        try {
            String before = shell.state.files.directory();
            shell.state.files = shell.state.files.at(target);
            shell.state.variables.set("OLDPWD", before);
            if (back) {
                call.out().println(shell.state.files.directory());
            }
            return 0;
        } catch (FileProblem problem) {
            shell.complain(call.err(), "cd: " + target + ": " + problem.reason());
            return 1;
        }
    }

    static int pwd(Interpreter shell, Invocation call) {
        call.out().println(shell.state.files.directory());
        return 0;
    }
}
