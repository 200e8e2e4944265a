package lab.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A word of a script before expansion. */
record Word(List<Part> parts, int offset) {
    Word {
        parts = List.copyOf(parts);
    }

    /** A piece of a word; what stands in quotes is neither split nor a pattern. */
    sealed interface Part {
        boolean quoted();
    }

    record Literal(String text, boolean quoted) implements Part {}

    /** {@code $name} and {@code ${name…}}; the operator is null or one of {@code - := :- # ## % %% / // ^^ , :} and {@code length}. */
    record Parameter(String name, @Nullable String operator, Word argument, Word second, boolean quoted)
            implements Part {}

    record Substitution(Command body, boolean quoted) implements Part {}

    /** {@code <(…)}: a path from which the command's output is read. */
    record ProcessSubstitution(Command body) implements Part {
        @Override
        public boolean quoted() {
            return true;
        }
    }

    record Arithmetic(Word expression, boolean quoted) implements Part {}

    static final Word EMPTY = new Word(List.of(), 0);

    /** The text of a word that is one unquoted literal, such as a reserved word; null otherwise. */
    @Nullable
    String bare() {
        return parts.size() == 1 && parts.get(0) instanceof Literal literal && !literal.quoted ? literal.text : null;
    }

    /** The text of a word that needs no expansion, quotes removed; null otherwise. */
    @Nullable
    String fixed() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (!(part instanceof Literal literal)) {
                return null;
            }
            text.append(literal.text);
        }
        return text.toString();
    }

    boolean anyQuoted() {
        return parts.stream().anyMatch(Part::quoted);
    }
}
