package lab.sandbox.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of a call of curl. */
final class CurlOptions {
    /** The call is refused: what curl prints, and its exit code. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        final int code;

        Refused(int code, String message) {
            super(message, null, false, false);
            this.code = code;
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    private static final Map<String, String> LONG = Map.ofEntries(
            Map.entry("--silent", "-s"),
            Map.entry("--show-error", "-S"),
            Map.entry("--include", "-i"),
            Map.entry("--show-headers", "-i"),
            Map.entry("--head", "-I"),
            Map.entry("--verbose", "-v"),
            Map.entry("--output", "-o"),
            Map.entry("--write-out", "-w"),
            Map.entry("--header", "-H"),
            Map.entry("--request", "-X"),
            Map.entry("--data", "-d"),
            Map.entry("--data-raw", "-d"),
            Map.entry("--data-ascii", "-d"),
            Map.entry("--data-binary", "-d"),
            Map.entry("--insecure", "-k"),
            Map.entry("--location", "-L"),
            Map.entry("--max-time", "-m"),
            Map.entry("--fail", "-f"),
            Map.entry("--user", "-u"),
            Map.entry("--user-agent", "-A"),
            Map.entry("--get", "-G"),
            Map.entry("--version", "-V"),
            Map.entry("--help", "-h"),
            Map.entry("--http1.1", "-0"),
            Map.entry("--no-progress-meter", "-s"),
            Map.entry("--ipv4", "-4"),
            Map.entry("--no-buffer", "-N"));

    private static final String WITH_VALUE = "owHXdmuA";
    private static final Set<String> LONG_VALUES =
            Set.of("--connect-timeout", "--resolve", "--retry", "--retry-delay", "--max-redirs", "--json", "--url");
    private static final Set<String> LONG_FLAGS = Set.of(
            "--retry-connrefused",
            "--retry-all-errors",
            "--fail-with-body",
            "--compressed",
            "--path-as-is",
            "--globoff");
    private static final String FLAGS = "sSiIvkLfGV04NhgO#";

    boolean silent;
    boolean showError;
    boolean include;
    boolean head;
    boolean verbose;
    boolean follow;
    boolean fail;
    boolean failWithBody;
    boolean get;
    boolean version;
    boolean retryRefused;
    int retries;
    double maxTime;
    double connectTimeout = 300;
    String writeOut = "";
    String agent = "";

    @Nullable
    String method;

    @Nullable
    String data;

    @Nullable
    String user;

    final List<String> outputs = new ArrayList<>();
    final List<String> headers = new ArrayList<>();
    final List<String> resolve = new ArrayList<>();
    final List<String> urls = new ArrayList<>();

    static CurlOptions parse(List<String> words) throws Refused {
        CurlOptions options = new CurlOptions();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("--")) {
                i = options.longOption(words, i);
            } else if (word.startsWith("-") && word.length() > 1) {
                i = options.letters(words, i);
            } else {
                options.urls.add(word);
            }
        }
        return options;
    }

    private int longOption(List<String> words, int at) throws Refused {
        String word = words.get(at);
        String letter = LONG.get(word);
        if (LONG_FLAGS.contains(word)) {
            retryRefused |= word.startsWith("--retry-");
            failWithBody |= word.equals("--fail-with-body");
            return at;
        }
        boolean value = LONG_VALUES.contains(word) || (letter != null && WITH_VALUE.contains(letter.substring(1)));
        if (letter == null && !value) {
            throw new Refused(2, "curl: option " + word + ": is unknown\n" + HINT);
        }
        if (!value) {
            flag(letter == null ? ' ' : letter.charAt(1));
            return at;
        }
        if (at + 1 >= words.size()) {
            throw new Refused(2, "curl: option " + word + ": requires parameter\n" + HINT);
        }
        String argument = words.get(at + 1);
        if (letter != null) {
            value(letter.charAt(1), argument);
        } else {
            longValue(word, argument);
        }
        return at + 1;
    }

    static final String HINT = "curl: try 'curl --help' or 'curl --manual' for more information";

    private void longValue(String name, String argument) throws Refused {
        switch (name) {
            case "--connect-timeout" -> connectTimeout = number(name, argument);
            case "--resolve" -> resolve.add(argument);
            case "--retry" -> retries = (int) number(name, argument);
            case "--url" -> urls.add(argument);
            case "--json" -> {
                data = argument;
                headers.add("Content-Type: application/json");
                headers.add("Accept: application/json");
            }
            default -> number(name, argument);
        }
    }

    private int letters(List<String> words, int at) throws Refused {
        String word = words.get(at);
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (WITH_VALUE.indexOf(letter) >= 0) {
                if (i + 1 < word.length()) {
                    value(letter, word.substring(i + 1));
                    return at;
                }
                if (at + 1 >= words.size()) {
                    throw new Refused(2, "curl: option -" + letter + ": requires parameter\n" + HINT);
                }
                value(letter, words.get(at + 1));
                return at + 1;
            }
            if (FLAGS.indexOf(letter) < 0) {
                throw new Refused(2, "curl: option " + word + ": is unknown\n" + HINT);
            }
            flag(letter);
        }
        return at;
    }

    private void flag(char letter) {
        switch (letter) {
            case 's' -> silent = true;
            case 'S' -> showError = true;
            case 'i' -> include = true;
            case 'I' -> head = true;
            case 'v' -> verbose = true;
            case 'L' -> follow = true;
            case 'f' -> fail = true;
            case 'G' -> get = true;
            case 'V' -> version = true;
            default -> {}
        }
    }

    private void value(char letter, String argument) throws Refused {
        switch (letter) {
            case 'o' -> outputs.add(argument);
            case 'w' -> writeOut = argument;
            case 'H' -> headers.add(argument);
            case 'X' -> method = argument;
            case 'd' -> data = data == null ? argument : data + "&" + argument;
            case 'm' -> maxTime = number("-m", argument);
            case 'u' -> user = argument;
            default -> agent = argument;
        }
    }

    private static double number(String option, String text) throws Refused {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new Refused(2, "curl: option " + option + ": expected a proper numerical parameter\n" + HINT);
        }
    }
}
