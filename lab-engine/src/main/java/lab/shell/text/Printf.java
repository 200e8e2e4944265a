package lab.shell.text;

import java.util.List;
import lab.shell.Escapes;
import lab.shell.Invocation;

/** {@code printf}, bash's: the format is used again while arguments are left. */
final class Printf {
    private int status;

    int run(Invocation call) {
        if (call.arguments().isEmpty()) {
            call.err().println("printf: usage: printf [-v var] format [arguments]");
            return 2;
        }
        int first = call.arguments().get(0).equals("--") ? 1 : 0;
        String format = call.arguments().get(first);
        List<String> arguments =
                call.arguments().subList(first + 1, call.arguments().size());
        int used = 0;
        do {
            int before = used;
            used = once(call, format, arguments, used);
            if (used < 0 || used == before) {
                break;
            }
        } while (used < arguments.size());
        return status;
    }

    /** Returns how many arguments have been used, or -1 after {@code \c}. */
    private int once(Invocation call, String format, List<String> arguments, int used) {
        int at = 0;
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            String plain = percent < 0 ? format.substring(at) : format.substring(at, percent);
            if (!plain.isEmpty()) {
                Escapes.Result text = Escapes.expand(plain, true, false);
                call.out().write(text.bytes());
                if (text.stopped()) {
                    return -1;
                }
            }
            if (percent < 0) {
                return used;
            }
            FormatSpec spec = FormatSpec.read(format, percent);
            at = percent + spec.length();
            if (spec.conversion() == '%') {
                call.out().print("%");
                continue;
            }
            for (int star = spec.stars(); star > 0; star--) {
                spec = spec.star(used < arguments.size() ? (int) integer(call, arguments.get(used)) : 0);
                used++;
            }
            String argument = used < arguments.size() ? arguments.get(used) : "";
            boolean given = used < arguments.size();
            switch (spec.conversion()) {
                case 's' -> call.out().print(spec.pad(spec.cut(argument)));
                case 'c' -> call.out().print(spec.pad(argument.isEmpty() ? "" : argument.substring(0, 1)));
                case 'b' -> {
                    Escapes.Result text = Escapes.expand(argument, false, true);
                    call.out().print(spec.pad(spec.cut(text.text())));
                    if (text.stopped()) {
                        return -1;
                    }
                }
                case 'q' -> call.out().print(spec.pad(quoted(argument)));
                case 'd', 'i', 'u', 'x', 'X', 'o' ->
                    call.out().print(spec.integer(given ? integer(call, argument) : 0));
                case 'e', 'E', 'f', 'F', 'g', 'G' -> call.out().print(spec.real(given ? real(call, argument) : 0));
                default -> {
                    call.err()
                            .println(
                                    "printf: `" + format.substring(percent + spec.length() - 1, percent + spec.length())
                                            + "': invalid format character");
                    status = 1;
                    return -1;
                }
            }
            used++;
        }
        return used;
    }

    private static String quoted(String text) {
        if (text.isEmpty()) {
            return "''";
        }
        return text.replaceAll("([^A-Za-z0-9_./:=@%+,-])", "\\\\$1");
    }

    private long integer(Invocation call, String text) {
        if (text.startsWith("'") || text.startsWith("\"")) {
            return text.length() > 1 ? text.codePointAt(1) : 0;
        }
        String digits = text.strip();
        try {
            boolean negative = digits.startsWith("-");
            String bare = negative || digits.startsWith("+") ? digits.substring(1) : digits;
            long value = bare.startsWith("0x") || bare.startsWith("0X")
                    ? Long.parseUnsignedLong(bare.substring(2), 16)
                    : bare.length() > 1 && bare.startsWith("0") ? Long.parseLong(bare, 8) : Long.parseLong(bare);
            return negative ? -value : value;
        } catch (NumberFormatException e) {
            call.err().println("printf: " + text + ": invalid number");
            status = 1;
            java.util.regex.Matcher start =
                    java.util.regex.Pattern.compile("-?\\d{1,18}").matcher(digits);
            return start.lookingAt() ? Long.parseLong(start.group()) : 0;
        }
    }

    private double real(Invocation call, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            call.err().println("printf: " + text + ": invalid number");
            status = 1;
            return 0;
        }
    }
}
