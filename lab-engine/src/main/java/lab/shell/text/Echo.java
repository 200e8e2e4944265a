package lab.shell.text;

import java.util.List;
import lab.shell.Escapes;
import lab.shell.Invocation;

/** {@code echo}, bash's. */
final class Echo {
    int run(Invocation call) {
        List<String> words = call.arguments();
        boolean newline = true;
        boolean escapes = false;
        int i = 0;
        while (i < words.size() && words.get(i).matches("-[neE]+")) {
            for (char option : words.get(i).substring(1).toCharArray()) {
                newline = option != 'n' && newline;
                escapes = option == 'e' || (option != 'E' && escapes);
            }
            i++;
        }
        String text = String.join(" ", words.subList(i, words.size()));
        if (!escapes) {
            call.out().print(newline ? text + "\n" : text);
            return 0;
        }
        Escapes.Result result = Escapes.expand(text, false, true);
        call.out().write(result.bytes());
        if (newline && !result.stopped()) {
            call.out().print("\n");
        }
        return 0;
    }
}
