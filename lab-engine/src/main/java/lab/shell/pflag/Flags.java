package lab.shell.pflag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command line taken apart as pflag does it: flags before, between and after the arguments. */
// models spf13/pflag flag.go parseArgs@1.0.6
public final class Flags {
    private final FlagSet known;
    private final Map<String, List<String>> given = new HashMap<>();
    private final List<String> arguments = new ArrayList<>();
    private int dash = -1;

    private Flags(FlagSet known) {
        this.known = known;
    }

    /** @throws FlagProblem in pflag's words, without the hint to the help page */
    public static Flags parse(FlagSet known, List<String> words) {
        Flags flags = new Flags(known);
        flags.read(words);
        return flags;
    }

    private void read(List<String> words) {
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at++);
            if (word.equals("--")) {
                dash = arguments.size();
                arguments.addAll(words.subList(at, words.size()));
                return;
            } else if (word.startsWith("--")) {
                at = readLong(word, words, at);
            } else if (word.startsWith("-") && word.length() > 1) {
                at = readShort(word, words, at);
            } else {
                arguments.add(word);
            }
        }
    }

    private int readLong(String word, List<String> words, int next) {
        int equals = word.indexOf('=');
        String name = word.substring(2, equals < 0 ? word.length() : equals);
        if (name.isEmpty() || name.startsWith("-")) {
            throw new FlagProblem("bad flag syntax: " + word);
        }
        Flag flag = known.named(name);
        if (flag == null) {
            throw new FlagProblem("unknown flag: --" + name);
        }
        if (equals >= 0) {
            set(flag, word.substring(equals + 1));
        } else if (flag.bare() != null) {
            set(flag, flag.bare());
        } else if (next < words.size()) {
            set(flag, words.get(next));
            return next + 1;
        } else {
            throw new FlagProblem("flag needs an argument: --" + name);
        }
        return next;
    }

    private int readShort(String word, List<String> words, int next) {
        for (int at = 1; at < word.length(); at++) {
            char letter = word.charAt(at);
            Flag flag = known.lettered(letter);
            if (flag == null) {
                throw new FlagProblem("unknown shorthand flag: '" + letter + "' in -" + word.substring(at));
            }
            String rest = word.substring(at + 1);
            if (rest.startsWith("=")) {
                set(flag, rest.substring(1));
                return next;
            } else if (flag.bare() != null) {
                set(flag, flag.bare());
            } else if (!rest.isEmpty()) {
                set(flag, rest);
                return next;
            } else if (next < words.size()) {
                set(flag, words.get(next));
                return next + 1;
            } else {
                throw new FlagProblem("flag needs an argument: '" + letter + "' in -" + word.substring(at));
            }
        }
        return next;
    }

    private void set(Flag flag, String value) {
        String problem = FlagValue.problem(flag.kind(), value);
        if (problem != null) {
            throw new FlagProblem("invalid argument \"" + value + "\" for \"" + flag.title() + "\" flag: " + problem);
        }
        List<String> values = given.computeIfAbsent(flag.name(), name -> new ArrayList<>());
        switch (flag.kind()) {
            case LIST -> values.addAll(List.of(value.split(",", -1)));
            case ARRAY -> values.add(value);
            default -> {
                values.clear();
                values.add(value);
            }
        }
    }

    public boolean isSet(String name) {
        return given.containsKey(name);
    }

    /** The value given, or the flag's initial one. */
    public String text(String name) {
        List<String> values = given.get(name);
        return values == null ? flag(name).initial() : values.get(values.size() - 1);
    }

    public boolean bool(String name) {
        return FlagValue.bool(text(name));
    }

    public long number(String name) {
        return Long.decode(text(name));
    }

    public Duration duration(String name) {
        return FlagValue.duration(text(name));
    }

    public List<String> list(String name) {
        return given.getOrDefault(name, List.of());
    }

    /** The words that are no flags. */
    public List<String> arguments() {
        return arguments;
    }

    /** How many arguments stand before {@code --}, -1 if there is none. */
    public int dash() {
        return dash;
    }

    private Flag flag(String name) {
        @Nullable Flag flag = known.named(name);
        if (flag == null) {
            throw new IllegalArgumentException("this command has no flag --" + name);
        }
        return flag;
    }
}
