package lab.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The matcher {@code like}: line by line and word by word, where generated words of the same form are alike. Unlike
 * istio.io's {@code _verify_like}, words that merely share a prefix are not: {@code reviews-v1-…} is not like
 * {@code reviews-v2-…}.
 */
final class Likeness {
    // k8s.io/apimachinery/pkg/util/rand: the letters of generated names.
    private static final Pattern POD =
            Pattern.compile("(.*?)-(?:[bcdf-hj-np-tv-z2456789]{6,10}|[0-9a-f]{8,10})(?:-[bcdf-hj-np-tv-z2456789]{5})?");
    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}((?::\\d+|/\\d+)?)");
    private static final Pattern AGE = Pattern.compile("(?:\\d+d)?(?:\\d+h)?(?:\\d+m)?(?:\\d+(?:\\.\\d+)?m?s)?");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z?");

    private Likeness() {}

    static boolean alike(String expected, String actual) {
        List<String> want = TextPattern.lines(expected);
        List<String> have = TextPattern.lines(actual);
        if (want.size() != have.size()) {
            return false;
        }
        for (int i = 0; i < want.size(); i++) {
            String[] words = want.get(i).strip().split("\\s+");
            String[] others = have.get(i).strip().split("\\s+");
            if (words.length != others.length) {
                return false;
            }
            for (int j = 0; j < words.length; j++) {
                if (!wordsAlike(words[j], others[j])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean wordsAlike(String word, String other) {
        if (word.equals(other) || word.equals("...")) {
            return true;
        }
        for (Pattern form : List.of(POD, ADDRESS)) {
            Matcher one = form.matcher(word);
            Matcher two = form.matcher(other);
            if (one.matches() && two.matches() && one.group(1).equals(two.group(1))) {
                return true;
            }
        }
        return both(AGE, word, other) || both(TIME, word, other);
    }

    private static boolean both(Pattern form, String word, String other) {
        return form.matcher(word).matches() && form.matcher(other).matches();
    }
}
