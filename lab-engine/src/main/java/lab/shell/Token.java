package lab.shell;

import org.jspecify.annotations.Nullable;

/**
 * A token of a script.
 *
 * @param text an operator's or word's own text
 * @param word null unless it is a word
 */
record Token(Kind kind, String text, @Nullable Word word, int offset, int end, int line) {
    enum Kind {
        WORD,
        OPERATOR,
        NUMBER,
        NEWLINE,
        END
    }

    boolean is(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    /** True for the reserved word, unquoted. */
    boolean reserved(String name) {
        return kind == Kind.WORD && word != null && name.equals(word.bare());
    }
}
