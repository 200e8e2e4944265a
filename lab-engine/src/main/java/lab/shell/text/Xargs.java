package lab.shell.text;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lab.shell.Invocation;
import lab.shell.Program;

/** {@code xargs}: {@code -n -I -0 -d -r -t -L}. */
final class Xargs {
    int run(Invocation call) {
        List<String> words = new ArrayList<>(call.arguments());
        String placeholder = "";
        int most = Integer.MAX_VALUE;
        boolean lines = false;
        boolean noEmpty = false;
        boolean trace = false;
        String delimiter = "";
        while (!words.isEmpty() && words.get(0).startsWith("-")) {
            String option = words.remove(0);
            String value = option.length() > 2 ? option.substring(2) : "";
            char letter = option.charAt(1);
            if ("nILdP".indexOf(letter) >= 0 && value.isEmpty()) {
                if (words.isEmpty()) {
                    throw new ToolProblem("xargs: option requires an argument -- '" + letter + "'", 1);
                }
                value = words.remove(0);
            }
            switch (letter) {
                case 'n', 'L' -> {
                    if (!value.matches("[1-9]\\d{0,8}")) {
                        throw new ToolProblem("xargs: invalid number \"" + value + "\" for -" + letter + " option", 1);
                    }
                    most = Integer.parseInt(value);
                    lines = letter == 'L';
                }
                case 'I' -> placeholder = value;
                case 'd' ->
                    delimiter = lab.shell.Escapes.expand(value, false, false).text();
                case '0' -> delimiter = "\0";
                case 'r' -> noEmpty = true;
                case 't' -> trace = true;
                case 'P' -> {}
                default ->
                    throw new ToolProblem(
                            "xargs: invalid option -- '" + letter + "'\nTry 'xargs --help' for more information.", 1);
            }
        }
        List<String> command = words.isEmpty() ? List.of("echo") : words;
        String text = new String(Inputs.all(call.in()), StandardCharsets.UTF_8);
        List<String> items = items(text, delimiter, lines || !placeholder.isEmpty());
        int status = 0;
        if (!placeholder.isEmpty()) {
            for (String item : items) {
                List<String> filled = new ArrayList<>();
                for (String word : command) {
                    filled.add(word.replace(placeholder, item));
                }
                status = Math.max(status, command(call, filled, trace));
            }
            return status;
        }
        if (items.isEmpty() && !noEmpty) {
            return command(call, command, trace);
        }
        for (int from = 0; from < items.size(); from += Math.min(most, items.size() - from)) {
            List<String> all = new ArrayList<>(command);
            for (String item : items.subList(from, from + Math.min(most, items.size() - from))) {
                if (lines) {
                    all.addAll(List.of(item.strip().split("\\s+")));
                } else {
                    all.add(item);
                }
            }
            status = Math.max(status, command(call, all, trace));
        }
        return status;
    }

    private static int command(Invocation call, List<String> words, boolean trace) {
        call.environment().checkInterrupted();
        if (trace) {
            call.err().println(String.join(" ", words));
        }
        Program program = call.environment().program(words.get(0));
        if (program == null) {
            throw new ToolProblem("xargs: " + words.get(0) + ": No such file or directory", 127);
        }
        int status = program.run(new Invocation(
                words.get(0),
                words.subList(1, words.size()),
                call.environment(),
                InputStream.nullInputStream(),
                call.out(),
                call.err()));
        return status == 0 ? 0 : status == 255 ? 124 : 123;
    }

    private static List<String> items(String text, String delimiter, boolean lines) {
        List<String> items = new ArrayList<>();
        if (!delimiter.isEmpty()) {
            String whole = text.endsWith(delimiter) ? text.substring(0, text.length() - delimiter.length()) : text;
            return whole.isEmpty() ? items : List.of(whole.split(java.util.regex.Pattern.quote(delimiter), -1));
        }
        if (lines) {
            for (String line : text.split("\n")) {
                if (!line.isBlank()) {
                    items.add(line.stripLeading());
                }
            }
            return items;
        }
        StringBuilder item = new StringBuilder();
        boolean open = false;
        char quote = '\0';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != '\0') {
                if (c == quote) {
                    quote = '\0';
                } else if (c == '\n') {
                    break;
                } else {
                    item.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                open = true;
            } else if (c == '\\' && i + 1 < text.length()) {
                item.append(text.charAt(++i));
                open = true;
            } else if (c == ' ' || c == '\t' || c == '\n') {
                if (open) {
                    items.add(item.toString());
                    item.setLength(0);
                    open = false;
                }
            } else {
                item.append(c);
                open = true;
            }
        }
        if (quote != '\0') {
            throw new ToolProblem(
                    "xargs: unmatched " + (quote == '\'' ? "single" : "double")
                            + " quote; by default quotes are special to xargs unless you use the -0 option",
                    1);
        }
        if (open) {
            items.add(item.toString());
        }
        return items;
    }
}
