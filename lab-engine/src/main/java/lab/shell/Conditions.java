package lab.shell;

import java.util.Optional;
import java.util.Set;

/** The operators that {@code test} and {@code [[} share. */
final class Conditions {
    /** The test cannot be made; the message is bash's. */
    static final class Problem extends Exception {
        private static final long serialVersionUID = 1;

        Problem(String message) {
            super(message, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    private static final Set<String> UNARY =
            Set.of("-n", "-z", "-e", "-a", "-f", "-d", "-s", "-r", "-w", "-x", "-h", "-L", "-t", "-v", "-p", "-S");

    private Conditions() {}

    static boolean isUnary(String operator) {
        return UNARY.contains(operator);
    }

    static boolean unary(FileTree files, String operator, String operand) {
        Optional<FileTree.Status> status = operator.equals("-n") || operator.equals("-z") || operand.isEmpty()
                ? Optional.empty()
                : files.status(operand);
        return switch (operator) {
            case "-n" -> !operand.isEmpty();
            case "-z" -> operand.isEmpty();
            case "-e", "-a", "-r", "-w" -> status.isPresent();
            case "-f" ->
                status.filter(file -> file.kind() == FileTree.Kind.FILE).isPresent();
            case "-d" ->
                status.filter(file -> file.kind() == FileTree.Kind.DIRECTORY).isPresent();
            case "-s" -> status.filter(file -> file.size() > 0).isPresent();
            case "-x" ->
                status.filter(file -> file.permissions().indexOf('x') >= 0).isPresent();
            default -> false;
        };
    }

    static boolean binary(FileTree files, String left, String operator, String right) throws Problem {
        return switch (operator) {
            case "=", "==" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "<" -> left.compareTo(right) < 0;
            case ">" -> left.compareTo(right) > 0;
            case "-nt", "-ot" -> newer(files, left, right, operator.equals("-nt"));
            case "-ef" -> false;
            default -> compare(operator, number(left), number(right));
        };
    }

    static boolean compare(String operator, long left, long right) {
        return switch (operator) {
            case "-eq" -> left == right;
            case "-ne" -> left != right;
            case "-lt" -> left < right;
            case "-le" -> left <= right;
            case "-gt" -> left > right;
            default -> left >= right;
        };
    }

    private static boolean newer(FileTree files, String left, String right, boolean isNewer) {
        Optional<FileTree.Status> one = files.status(isNewer ? left : right);
        Optional<FileTree.Status> other = files.status(isNewer ? right : left);
        return one.isPresent()
                && (other.isEmpty() || one.get().modified().isAfter(other.get().modified()));
    }

    private static long number(String text) throws Problem {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new Problem(text + ": integer expression expected");
        }
    }
}
