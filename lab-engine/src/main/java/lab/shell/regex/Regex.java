package lab.shell.regex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A compiled regular expression that matches as POSIX says: leftmost, and of those the longest. */
public final class Regex {
    private static final int LONGEST_CONSIDERED = 8192;

    private final Pattern pattern;
    private final boolean ambiguous;

    public Regex(Pattern pattern) {
        this.pattern = pattern;
        // only an alternative can make Java stop at a shorter match
        this.ambiguous = pattern.pattern().indexOf('|') >= 0;
    }

    /** Where a match begins and ends, and its groups; a group that took no part begins at -1. */
    public static final class Match {
        private final int[] bounds;

        private Match(Matcher matcher) {
            bounds = new int[2 * (matcher.groupCount() + 1)];
            for (int i = 0; i <= matcher.groupCount(); i++) {
                bounds[2 * i] = matcher.start(i);
                bounds[2 * i + 1] = matcher.end(i);
            }
        }

        public int start() {
            return bounds[0];
        }

        public int end() {
            return bounds[1];
        }

        public int groups() {
            return bounds.length / 2 - 1;
        }

        /** The text of a group, empty if it took no part. */
        public String group(int number, String text) {
            return 2 * number >= bounds.length || bounds[2 * number] < 0
                    ? ""
                    : text.substring(bounds[2 * number], bounds[2 * number + 1]);
        }
    }

    public boolean found(String text) {
        return pattern.matcher(text).find();
    }

    /** The first match that begins at {@code from} or later; {@code ^} is the start of the text only. */
    public @Nullable Match find(String text, int from) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find(from)) {
            return null;
        }
        if (ambiguous && text.length() - matcher.start() <= LONGEST_CONSIDERED) {
            Matcher longer = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            for (int end = text.length(); end > matcher.end(); end--) {
                if (longer.region(matcher.start(), end).matches()) {
                    return new Match(longer);
                }
            }
        }
        return new Match(matcher);
    }
}
