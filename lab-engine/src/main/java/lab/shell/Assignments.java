package lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.shell.Command.Assignment;
import lab.shell.Word.Literal;
import org.jspecify.annotations.Nullable;

/** Tells {@code name=value} from other words. */
final class Assignments {
    private static final Pattern START = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(\\+?)=");

    private Assignments() {}

    static @Nullable Assignment of(Word word) {
        if (word.parts().isEmpty() || !(word.parts().get(0) instanceof Literal first) || first.quoted()) {
            return null;
        }
        Matcher matcher = START.matcher(first.text());
        if (!matcher.lookingAt()) {
            return null;
        }
        List<Word.Part> value = new ArrayList<>();
        String rest = first.text().substring(matcher.end());
        if (!rest.isEmpty()) {
            value.add(new Literal(rest, false));
        }
        value.addAll(word.parts().subList(1, word.parts().size()));
        return new Assignment(matcher.group(1), !matcher.group(2).isEmpty(), new Word(value, word.offset()));
    }
}
