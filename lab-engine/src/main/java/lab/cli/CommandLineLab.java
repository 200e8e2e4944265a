package lab.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The lab's command line: reads the arguments, runs a subcommand, and turns whatever goes wrong into a sentence. */
public final class CommandLineLab {
    private CommandLineLab() {}

    /** @return the exit code of the process */
    public static int run(List<String> arguments, Surroundings surroundings) {
        // picocli's classes are too old to be archived for a fast start; what is started most does without them.
        if (arguments.isEmpty()) {
            try {
                return new TerminalSession(surroundings, new CommonOptions()).run();
            } catch (RuntimeException fault) {
                return failed(fault, surroundings);
            }
        }
        if (arguments.equals(List.of("--version"))) {
            Version.lines(surroundings.version())
                    .forEach(line -> surroundings.out().println(line));
            return Exit.OK;
        }
        return parsed(arguments, surroundings);
    }

    private static int parsed(List<String> arguments, Surroundings surroundings) {
        CommandLine line = new CommandLine(new LabCommand(surroundings));
        line.addSubcommand(new LessonsCommand(surroundings));
        line.addSubcommand(new VerifyCommand(surroundings));
        line.addSubcommand(new LintCommand(surroundings));
        line.addSubcommand(new ShCommand(surroundings));
        line.addSubcommand(new WarmUpCommand(surroundings));
        line.setOut(new PrintWriter(surroundings.out(), true, java.nio.charset.StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, java.nio.charset.StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((wrong, words) -> usage(wrong, surroundings));
        line.setExecutionExceptionHandler((fault, command, result) -> failed(fault, surroundings));
        return line.execute(arguments.toArray(new String[0]));
    }

    private static int failed(Exception fault, Surroundings surroundings) {
        if (fault instanceof CannotGoOn known) {
            surroundings.err().println("lab: " + known.sentence());
            return known.code();
        }
        CommonOptions options = new CommonOptions();
        surroundings.err().println(new FaultLog(options.home(surroundings.environment())).report(fault));
        return Exit.BROKEN;
    }

    private static int usage(ParameterException wrong, Surroundings surroundings) {
        CommandLine command = wrong.getCommandLine();
        surroundings.err().println("lab: " + wrong.getMessage());
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                surroundings.err().println("Did you mean: " + String.join(" or ", near) + "?");
            }
        }
        surroundings.err().println("Run '" + command.getCommandSpec().qualifiedName() + " --help' for usage.");
        return Exit.USAGE;
    }
}
