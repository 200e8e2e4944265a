package lab.shell.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import lab.shell.FileProblem;
import lab.shell.Invocation;

/** The files that a tool reads, with its complaints about those that it cannot. */
final class Inputs {
    /** What is done with an opened file. */
    interface Use {
        void accept(String name, InputStream in);
    }

    private Inputs() {}

    /** Opens operands one after the other, standard input for {@code -} or none; 1 if one failed, else 0. */
    static int each(Invocation call, List<String> operands, String complaint, Use use) {
        int status = 0;
        for (String operand : operands.isEmpty() ? List.of("-") : operands) {
            call.environment().checkInterrupted();
            if (operand.equals("-")) {
                use.accept("-", call.in());
                continue;
            }
            try (InputStream in = call.environment().files().read(operand)) {
                use.accept(operand, in);
            } catch (FileProblem problem) {
                call.err().println(call.name() + ": " + complaint.replace("%", operand) + ": " + problem.reason());
                status = 1;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return status;
    }

    static int each(Invocation call, List<String> operands, Use use) {
        return each(call, operands, "%", use);
    }

    static byte[] atMost(InputStream in, long count) {
        try {
            return in.readNBytes((int) Math.min(count, Integer.MAX_VALUE - 8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] all(InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
