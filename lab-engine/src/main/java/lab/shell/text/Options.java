package lab.shell.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.shell.Invocation;
import org.jspecify.annotations.Nullable;

/** The arguments of a tool, read as GNU's getopt_long reads them: options and operands in any order. */
final class Options {
    /** An option that was given, by its letter. */
    record Given(String name, String value) {}

    private final List<Given> given = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();

    /**
     * Reads arguments.
     *
     * @param letters the short options, one that takes a value followed by {@code :}
     * @param longs long names (with {@code =} at the end if they take a value, {@code =?} if they may) to the letter they stand for
     * @param status the exit code of wrong usage
     * @param usage a line before {@code Try …}, or null
     */
    static Options read(
            Invocation call, String letters, Map<String, String> longs, int status, @Nullable String usage) {
        Options options = new Options();
        List<String> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--")) {
                options.operands.addAll(arguments.subList(i + 1, arguments.size()));
                break;
            }
            if (!argument.startsWith("-") || argument.equals("-")) {
                options.operands.add(argument);
            } else if (argument.startsWith("--")) {
                i = options.longOption(call.name(), arguments, i, longs, status, usage);
            } else {
                i = options.letters(call.name(), arguments, i, letters, status, usage);
            }
        }
        return options;
    }

    private int letters(
            String tool, List<String> arguments, int index, String letters, int status, @Nullable String usage) {
        String argument = arguments.get(index);
        for (int k = 1; k < argument.length(); k++) {
            char letter = argument.charAt(k);
            int known = letters.indexOf(letter);
            if (known < 0 || letter == ':') {
                throw wrong(tool, "invalid option -- '" + letter + "'", status, usage);
            }
            if (known + 1 < letters.length() && letters.charAt(known + 1) == ':') {
                String rest = argument.substring(k + 1);
                if (!rest.isEmpty()) {
                    given.add(new Given(String.valueOf(letter), rest));
                    return index;
                }
                if (index + 1 >= arguments.size()) {
                    throw wrong(tool, "option requires an argument -- '" + letter + "'", status, usage);
                }
                given.add(new Given(String.valueOf(letter), arguments.get(index + 1)));
                return index + 1;
            }
            given.add(new Given(String.valueOf(letter), ""));
        }
        return index;
    }

    private int longOption(
            String tool,
            List<String> arguments,
            int index,
            Map<String, String> longs,
            int status,
            @Nullable String usage) {
        String argument = arguments.get(index);
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
        List<String> candidates =
                longs.keySet().stream().filter(key -> bare(key).equals(name)).toList();
        if (candidates.isEmpty()) {
            candidates =
                    longs.keySet().stream().filter(key -> key.startsWith(name)).toList();
        }
        if (candidates.isEmpty()) {
            throw wrong(tool, "unrecognized option '" + argument + "'", status, usage);
        }
        if (candidates.size() > 1) {
            throw wrong(tool, "option '" + argument + "' is ambiguous", status, usage);
        }
        String key = candidates.get(0);
        String letter = String.valueOf(longs.get(key));
        if (key.endsWith("=?")) {
            given.add(new Given(letter, equals < 0 ? "" : argument.substring(equals + 1)));
        } else if (key.endsWith("=")) {
            if (equals >= 0) {
                given.add(new Given(letter, argument.substring(equals + 1)));
            } else if (index + 1 < arguments.size()) {
                given.add(new Given(letter, arguments.get(index + 1)));
                return index + 1;
            } else {
                throw wrong(tool, "option '--" + bare(key) + "' requires an argument", status, usage);
            }
        } else {
            if (equals >= 0) {
                throw wrong(tool, "option '--" + bare(key) + "' doesn't allow an argument", status, usage);
            }
            given.add(new Given(letter, ""));
        }
        return index;
    }

    private static String bare(String key) {
        return key.replaceAll("=\\??$", "");
    }

    static ToolProblem wrong(String tool, String message, int status, @Nullable String usage) {
        return new ToolProblem(
                tool + ": " + message + "\n" + (usage == null ? "" : usage + "\n") + "Try '" + tool
                        + " --help' for more information.",
                status);
    }

    boolean has(String name) {
        return given.stream().anyMatch(option -> option.name.equals(name));
    }

    /** The last value given. */
    @Nullable
    String value(String name) {
        String value = null;
        for (Given option : given) {
            value = option.name.equals(name) ? option.value : value;
        }
        return value;
    }

    /** The one of these options that was given last, or empty. */
    String last(String names) {
        String last = "";
        for (Given option : given) {
            last = names.contains(option.name) ? option.name : last;
        }
        return last;
    }

    List<Given> given() {
        return given;
    }

    List<String> operands() {
        return operands;
    }
}
