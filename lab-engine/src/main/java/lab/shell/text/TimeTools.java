package lab.shell.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import lab.shell.Invocation;
import lab.shell.Program;

/** {@code sleep date time timeout watch}, all by the lab's clock. */
final class TimeTools {
    private TimeTools() {}

    private static Duration duration(String tool, String text, int status) {
        if (!text.matches("(\\d{1,9}(\\.\\d*)?|\\.\\d+)[smhd]?")) {
            throw new ToolProblem(
                    tool + ": invalid time interval ‘" + text + "’\nTry '" + tool + " --help' for more information.",
                    status);
        }
        String digits = text.replaceAll("[smhd]$", "");
        long unit = switch (text.charAt(text.length() - 1)) {
            case 'm' -> 60;
            case 'h' -> 3600;
            case 'd' -> 86400;
            default -> 1;
        };
        BigDecimal seconds =
                new BigDecimal(digits.endsWith(".") ? digits + "0" : digits).multiply(BigDecimal.valueOf(unit));
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
    }

    static int sleep(Invocation call) {
        if (call.arguments().isEmpty()) {
            throw new ToolProblem("sleep: missing operand\nTry 'sleep --help' for more information.", 1);
        }
        Duration all = Duration.ZERO;
        for (String word : call.arguments()) {
            all = all.plus(duration("sleep", word, 1));
        }
        call.environment().time().sleep(all);
        return 0;
    }

    static int date(Invocation call) {
        String format = "%a %b %e %H:%M:%S %Z %Y";
        Instant when = call.environment().time().now();
        List<String> words = call.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("+")) {
                format = word.substring(1);
            } else if (word.matches("-I.*|--iso-8601.*")) {
                format = word.endsWith("seconds") || word.equals("-Is") ? "%Y-%m-%dT%H:%M:%S+00:00" : "%Y-%m-%d";
            } else if (word.equals("-R")) {
                format = "%a, %d %b %Y %H:%M:%S +0000";
            } else if (word.equals("-d")
                    && i + 1 < words.size()
                    && words.get(i + 1).matches("@\\d{1,12}")) {
                when = Instant.ofEpochSecond(Long.parseLong(words.get(++i).substring(1)));
            } else if (!word.equals("-u") && !word.equals("--utc")) {
                throw new ToolProblem("date: invalid date ‘" + word + "’", 1);
            }
        }
        call.out().println(format(format, when));
        return 0;
    }

    private static String format(String format, Instant when) {
        ZonedDateTime time = when.atZone(ZoneOffset.UTC);
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 >= format.length()) {
                shown.append(c);
                continue;
            }
            char kind = format.charAt(++i);
            shown.append(
                    switch (kind) {
                        case 'Y', 'm', 'd', 'H', 'M', 'S', 'y', 'j', 'I', 'p', 'a', 'A', 'b', 'B', 'h' ->
                            pattern(kind, time);
                        case 'F' -> pattern('Y', time) + "-" + pattern('m', time) + "-" + pattern('d', time);
                        case 'T' -> pattern('H', time) + ":" + pattern('M', time) + ":" + pattern('S', time);
                        case 'R' -> pattern('H', time) + ":" + pattern('M', time);
                        case 'D' -> pattern('m', time) + "/" + pattern('d', time) + "/" + pattern('y', time);
                        case 'e' -> String.format("%2d", time.getDayOfMonth());
                        case 'k' -> String.format("%2d", time.getHour());
                        case 'u' -> String.valueOf(time.getDayOfWeek().getValue());
                        case 'w' -> String.valueOf(time.getDayOfWeek().getValue() % 7);
                        case 's' -> String.valueOf(when.getEpochSecond());
                        case 'N' -> String.format("%09d", when.getNano());
                        case 'Z' -> "UTC";
                        case 'z' -> "+0000";
                        case 'n' -> "\n";
                        case 't' -> "\t";
                        case '%' -> "%";
                        default -> "%" + kind;
                    });
        }
        return shown.toString();
    }

    private static String pattern(char kind, ZonedDateTime time) {
        String pattern = switch (kind) {
            case 'Y' -> "yyyy";
            case 'm' -> "MM";
            case 'd' -> "dd";
            case 'H' -> "HH";
            case 'M' -> "mm";
            case 'S' -> "ss";
            case 'y' -> "yy";
            case 'j' -> "DDD";
            case 'I' -> "hh";
            case 'p' -> "a";
            case 'a' -> "EEE";
            case 'A' -> "EEEE";
            case 'B' -> "MMMM";
            default -> "MMM";
        };
        return DateTimeFormatter.ofPattern(pattern, Locale.US).format(time);
    }

    private static int command(Invocation call, List<String> words, lab.shell.Output out) {
        Program program = call.environment().program(words.get(0));
        if (program == null) {
            throw new ToolProblem(
                    call.name() + ": failed to run command ‘" + words.get(0) + "’: No such file or directory", 127);
        }
        return program.run(new Invocation(
                words.get(0), words.subList(1, words.size()), call.environment(), call.in(), out, call.err()));
    }

    static int time(Invocation call) {
        if (call.arguments().isEmpty()) {
            return 0;
        }
        Instant before = call.environment().time().now();
        int status = command(call, call.arguments(), call.out());
        Duration real = Duration.between(before, call.environment().time().now());
        call.err()
                .print("\nreal\t" + real.toMinutes() + "m" + real.toSecondsPart() + "."
                        + String.format("%03d", real.toMillisPart()) + "s\nuser\t0m0.000s\nsys\t0m0.000s\n");
        return status;
    }

    static int timeout(Invocation call) {
        List<String> words = call.arguments();
        int i = 0;
        while (i < words.size() && words.get(i).startsWith("-")) {
            i += words.get(i).equals("-s") || words.get(i).equals("-k") ? 2 : 1;
        }
        if (words.size() - i < 2) {
            throw new ToolProblem("timeout: missing operand\nTry 'timeout --help' for more information.", 125);
        }
        Duration limit = duration("timeout", words.get(i), 125);
        Instant end = call.environment().time().now().plus(limit);
        Invocation limited = new Invocation(
                call.name(),
                call.arguments(),
                new TimedEnvironment(call.environment(), end),
                call.in(),
                call.out(),
                call.err());
        try {
            return command(limited, words.subList(i + 1, words.size()), call.out());
        } catch (TimedEnvironment.Over over) {
            return 124;
        }
    }

    static int watch(Invocation call) {
        List<String> words = call.arguments();
        Duration interval = Duration.ofSeconds(2);
        int i = 0;
        while (i < words.size() && words.get(i).startsWith("-")) {
            if (words.get(i).equals("-n") && i + 1 < words.size()) {
                interval = duration("watch", words.get(++i), 1);
            }
            i++;
        }
        if (i == words.size()) {
            throw new ToolProblem("Usage:\n watch [options] command", 1);
        }
        List<String> command =
                words.size() - i == 1 ? List.of(words.get(i).split("\\s+")) : words.subList(i, words.size());
        while (true) {
            call.environment().checkInterrupted();
            call.out()
                    .print((call.out().isTerminal() ? "\u001b[H\u001b[2J" : "") + "Every " + interval.toSeconds() + "."
                            + interval.toMillisPart() / 100 + "s: " + String.join(" ", command) + "\n\n");
            command(call, command, call.out());
            call.out().flush();
            call.environment().time().sleep(interval);
        }
    }
}
