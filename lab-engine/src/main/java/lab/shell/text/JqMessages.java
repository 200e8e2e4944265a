package lab.shell.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** What jackson-jq complains of, in jq's words. */
final class JqMessages {
    private static final Pattern UNDEFINED = Pattern.compile("Function (\\S+) does not exist");

    private JqMessages() {}

    static String of(JsonQueryException e) {
        String message = String.valueOf(e.getMessage());
        Matcher undefined = UNDEFINED.matcher(message);
        return undefined.find() ? undefined.group(1) + " is not defined" : message;
    }
}
