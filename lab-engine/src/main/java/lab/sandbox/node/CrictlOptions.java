package lab.sandbox.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The options of a call of crictl; values by their long names. */
final class CrictlOptions {
    private static final Map<String, String> SHORT = Map.of(
            "--namespace",
            "namespace",
            "-s",
            "state",
            "--state",
            "state",
            "-o",
            "output",
            "--output",
            "output",
            "--name",
            "name",
            "--pod",
            "pod",
            "-p",
            "pod",
            "--label",
            "label",
            "--tail",
            "tail");

    final Map<String, String> values = new HashMap<>();
    final List<String> names = new ArrayList<>();
    boolean all;
    boolean quiet;
    boolean full;

    @Nullable
    String read(List<String> words, String command) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String flag = equals < 0 ? word : word.substring(0, equals);
            String key = SHORT.get(flag);
            if (command.equals("exec") && !names.isEmpty()) {
                names.add(word);
            } else if (key != null && (equals > 0 || i + 1 < words.size())) {
                values.put(key, equals > 0 ? word.substring(equals + 1) : words.get(++i));
            } else if (flag.equals("-a") || flag.equals("--all")) {
                all = true;
            } else if (flag.equals("-q") || flag.equals("--quiet")) {
                quiet = true;
            } else if (flag.equals("--no-trunc")) {
                full = true;
            } else if (word.matches("-i?t?|-ti") && command.equals("exec")) {
                values.put("tty", "");
            } else if (word.startsWith("-")) {
                return word;
            } else {
                names.add(word);
            }
        }
        return null;
    }

    boolean json() {
        return "json".equals(values.get("output"));
    }

    boolean names(String key, String text) {
        String pattern = values.get(key);
        if (pattern == null) {
            return true;
        }
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return text.contains(pattern);
        }
    }

    String id(String id) {
        return full ? id : id.substring(0, 13);
    }
}
