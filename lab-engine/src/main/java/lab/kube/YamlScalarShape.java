package lab.kube;

/**
 * Which styles a text can be written in. Models goyaml.v2 yaml_emitter_analyze_scalar@2.4.0.
 *
 * @param plain without quotes, in block context
 * @param single in single quotes
 * @param block as a literal block
 */
record YamlScalarShape(boolean plain, boolean single, boolean block) {
    private static final String FIRST = "#,[]{}&*!|>'\"%@`";

    static YamlScalarShape of(String text) {
        if (text.isEmpty()) {
            return new YamlScalarShape(true, true, false);
        }
        boolean indicators = text.startsWith("---") || text.startsWith("...");
        boolean special = false;
        boolean breaks = false;
        boolean breakSpace = false;
        boolean spaceBreak = false;
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean beforeSpace = next >= text.length() || text.charAt(next) == ' ' || text.charAt(next) == '\t';
            if (i == 0 && FIRST.indexOf(c) >= 0) {
                indicators = true;
            }
            if ((c == ':' && beforeSpace)
                    || (c == '#' && afterSpace)
                    || (i == 0 && (c == '?' || c == '-') && beforeSpace)) {
                indicators = true;
            }
            special |= !printable(c);
            if (c == ' ' && i > 0) {
                breakSpace |= text.charAt(i - 1) == '\n';
            } else if (isBreak(c)) {
                breaks = true;
                spaceBreak |= i > 0 && text.charAt(i - 1) == ' ';
            }
            afterSpace = c == ' ' || c == '\t' || isBreak(c);
            i = next;
        }
        boolean edges = text.startsWith(" ") || text.endsWith(" ");
        boolean plain = !indicators && !special && !breaks && !edges && !spaceBreak && !breakSpace;
        boolean single = !special && !spaceBreak && !breakSpace;
        return new YamlScalarShape(plain, single, !special && !spaceBreak && !text.endsWith(" "));
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** A tab is not among them, so texts with tabs end up in double quotes. */
    private static boolean printable(int c) {
        return c == '\n'
                || (c >= 0x20 && c <= 0x7E)
                || (c >= 0xA0 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF)
                || c >= 0x10000;
    }

    /** One character inside double quotes. */
    static void quoted(int c, StringBuilder out) {
        if (printable(c) && !isBreak(c) && c != '"' && c != '\\') {
            out.appendCodePoint(c);
        } else {
            out.append(escape(c));
        }
    }

    private static String escape(int c) {
        return switch (c) {
            case 0 -> "\\0";
            case 7 -> "\\a";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case 0x0B -> "\\v";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case 0x1B -> "\\e";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case 0x85 -> "\\N";
            case 0xA0 -> "\\_";
            case 0x2028 -> "\\L";
            case 0x2029 -> "\\P";
            default ->
                c <= 0xFF
                        ? String.format("\\x%02X", c)
                        : c <= 0xFFFF ? String.format("\\u%04X", c) : String.format("\\U%08X", c);
        };
    }
}
