package lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.shell.Word.Literal;
import lab.shell.Word.Part;

/** Brace expansion: {@code a{b,c}d} and {@code {1..9}}, before anything else is expanded. */
final class Braces {
    private static final Pattern RANGE =
            Pattern.compile("(-?\\d{1,6})\\.\\.(-?\\d{1,6})(?:\\.\\.-?(\\d{1,6}))?|([A-Za-z])\\.\\.([A-Za-z])");

    private Braces() {}

    static List<Word> expand(Word word) {
        boolean candidate = word.parts().stream()
                .anyMatch(part -> part instanceof Literal literal
                        && !literal.quoted()
                        && literal.text().indexOf('{') >= 0);
        if (!candidate) {
            return List.of(word);
        }
        List<Part> atoms = atoms(word);
        for (int open = 0; open < atoms.size(); open++) {
            if (isChar(atoms.get(open), '{')) {
                List<List<Part>> choices = choices(atoms, open);
                if (choices != null) {
                    int close = close(atoms, open);
                    List<Word> words = new ArrayList<>();
                    for (List<Part> choice : choices) {
                        List<Part> all = new ArrayList<>(atoms.subList(0, open));
                        all.addAll(choice);
                        all.addAll(atoms.subList(close + 1, atoms.size()));
                        words.addAll(expand(new Word(joined(all), word.offset())));
                    }
                    return words;
                }
            }
        }
        return List.of(word);
    }

    /** Unquoted literals cut into single characters. */
    private static List<Part> atoms(Word word) {
        List<Part> atoms = new ArrayList<>();
        for (Part part : word.parts()) {
            if (part instanceof Literal literal && !literal.quoted()) {
                literal.text().chars().forEach(c -> atoms.add(new Literal(String.valueOf((char) c), false)));
            } else {
                atoms.add(part);
            }
        }
        return atoms;
    }

    private static List<Part> joined(List<Part> atoms) {
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (Part atom : atoms) {
            if (atom instanceof Literal literal && !literal.quoted()) {
                plain.append(literal.text());
            } else {
                if (plain.length() > 0) {
                    parts.add(new Literal(plain.toString(), false));
                    plain.setLength(0);
                }
                parts.add(atom);
            }
        }
        if (plain.length() > 0) {
            parts.add(new Literal(plain.toString(), false));
        }
        return parts;
    }

    private static boolean isChar(Part part, char c) {
        return part instanceof Literal literal
                && !literal.quoted()
                && literal.text().length() == 1
                && literal.text().charAt(0) == c;
    }

    private static int close(List<Part> atoms, int open) {
        int depth = 0;
        for (int i = open; i < atoms.size(); i++) {
            if (isChar(atoms.get(i), '{')) {
                depth++;
            } else if (isChar(atoms.get(i), '}') && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static @org.jspecify.annotations.Nullable List<List<Part>> choices(List<Part> atoms, int open) {
        int close = close(atoms, open);
        if (close < 0) {
            return null;
        }
        List<List<Part>> choices = new ArrayList<>();
        int depth = 0;
        int start = open + 1;
        for (int i = open + 1; i < close; i++) {
            if (isChar(atoms.get(i), '{')) {
                depth++;
            } else if (isChar(atoms.get(i), '}')) {
                depth--;
            } else if (isChar(atoms.get(i), ',') && depth == 0) {
                choices.add(atoms.subList(start, i));
                start = i + 1;
            }
        }
        if (!choices.isEmpty()) {
            choices.add(atoms.subList(start, close));
            return choices;
        }
        String inner = new Word(joined(atoms.subList(open + 1, close)), 0).bare();
        Matcher range = RANGE.matcher(inner == null ? "" : inner);
        return range.matches() ? range(range) : null;
    }

    private static List<List<Part>> range(Matcher range) {
        boolean letters = range.group(4) != null;
        int from = letters ? range.group(4).charAt(0) : Integer.parseInt(range.group(1));
        int to = letters ? range.group(5).charAt(0) : Integer.parseInt(range.group(2));
        int step = range.group(3) == null ? 1 : Math.max(1, Integer.parseInt(range.group(3)));
        boolean padded =
                !letters && (range.group(1).matches("-?0\\d+") || range.group(2).matches("-?0\\d+"));
        int width = padded ? Math.max(range.group(1).length(), range.group(2).length()) : 0;
        List<List<Part>> choices = new ArrayList<>();
        int count = Math.abs(to - from) / step;
        for (int i = 0; i <= count; i++) {
            int value = from <= to ? from + i * step : from - i * step;
            String text = letters
                    ? String.valueOf((char) value)
                    : padded ? String.format("%0" + width + "d", value) : String.valueOf(value);
            choices.add(List.of(new Literal(text, false)));
        }
        return choices;
    }
}
