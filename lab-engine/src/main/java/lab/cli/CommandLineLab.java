package lab.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lab.shell.BrokenPipe;
import lab.shell.WriteProblem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The lab's command line: reads the arguments, runs a subcommand, and turns whatever goes wrong into a sentence. */
public final class CommandLineLab {
    /** As a shell says of a process that wrote where nobody read. */
    private static final int BROKEN_PIPE = 141;

    private final Surroundings surroundings;
    private final CommonOptions options = new CommonOptions();

    private CommandLineLab(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** @return the exit code of the process */
    public static int run(List<String> arguments, Surroundings surroundings) {
        CommandLineLab lab = new CommandLineLab(surroundings);
        try {
            // picocli's classes are too old to be archived for a fast start; what is started most does without them.
            if (arguments.isEmpty()) {
                return new TerminalSession(surroundings, lab.options).run();
            }
            if (arguments.equals(List.of("--version"))) {
                Version.lines(surroundings.version())
                        .forEach(line -> surroundings.out().println(line));
                return Exit.OK;
            }
            return lab.line().execute(arguments.toArray(new String[0]));
        } catch (BrokenPipe gone) {
            return BROKEN_PIPE;
        } catch (RuntimeException | Error fault) {
            return lab.failed(fault);
        }
    }

    private CommandLine line() {
        CommandLine line = new CommandLine(new LabCommand(surroundings, options));
        line.addSubcommand(new LessonsCommand(surroundings, options));
        line.addSubcommand(new VerifyCommand(surroundings, options));
        line.addSubcommand(new LintCommand(surroundings));
        // What follows a script's name belongs to the script.
        line.addSubcommand(new CommandLine(new ShCommand(surroundings, options)).setStopAtPositional(true));
        line.addSubcommand(new WarmUpCommand(surroundings));
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((wrong, words) -> usage(wrong));
        line.setExecutionExceptionHandler((fault, command, result) -> failed(fault));
        return line;
    }

    private int failed(Throwable fault) {
        try {
            if (fault instanceof CannotGoOn known) {
                surroundings.err().println("lab: " + known.sentence());
                return known.code();
            }
            if (fault instanceof BrokenPipe) {
                return BROKEN_PIPE;
            }
            if (fault instanceof WriteProblem full) {
                surroundings.err().println("lab: write error: " + full.getMessage());
                return Exit.BROKEN;
            }
            surroundings.err().println(new FaultLog(options.home(surroundings.environment())).report(fault));
            return Exit.BROKEN;
        } catch (BrokenPipe | WriteProblem nobodyListens) {
            return Exit.BROKEN;
        }
    }

    private int usage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        surroundings.err().println("lab: " + UsageProblem.sentence(wrong));
        List<String> near = UsageProblem.near(wrong);
        if (!near.isEmpty()) {
            surroundings.err().println("Did you mean: " + String.join(" or ", near) + "?");
        }
        surroundings.err().println("Run '" + command.getCommandSpec().qualifiedName() + " --help' for usage.");
        return Exit.USAGE;
    }
}
