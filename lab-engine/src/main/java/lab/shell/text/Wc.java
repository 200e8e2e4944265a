package lab.shell.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.shell.Invocation;

/** {@code wc}. */
final class Wc {

    private final long[] total = new long[5];
    private final List<String> names = new ArrayList<>();
    private final List<long[]> rows = new ArrayList<>();

    int run(Invocation call) {
        Options options = Options.read(
                call,
                "lwcmL",
                Map.of("lines", "l", "words", "w", "bytes", "c", "chars", "m", "max-line-length", "L"),
                1,
                null);
        String wanted = "";
        for (String each : List.of("l", "w", "m", "c", "L")) {
            wanted += options.has(each) ? each : "";
        }
        wanted = wanted.isEmpty() ? "lwc" : wanted;
        int status = Inputs.each(call, options.operands(), (name, in) -> {
            long[] counts = count(Inputs.all(in));
            names.add(options.operands().isEmpty() ? "" : name);
            rows.add(counts);
            for (int i = 0; i < 5; i++) {
                total[i] = i == 4 ? Math.max(total[i], counts[i]) : total[i] + counts[i];
            }
        });
        boolean many = options.operands().size() > 1;
        if (many) {
            names.add("total");
            rows.add(total);
        }
        boolean single = wanted.length() == 1 && rows.size() == 1;
        boolean stdin = names.contains("") || names.contains("-");
        int width =
                single ? 1 : Math.max(stdin ? 7 : 1, String.valueOf(total[3]).length());
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder line = new StringBuilder();
            for (int k = 0; k < wanted.length(); k++) {
                char each = wanted.charAt(k);
                line.append(line.isEmpty() ? "" : " ")
                        .append(String.format("%" + width + "d", rows.get(i)["lwmcL".indexOf(each)]));
            }
            call.out().println(line + (names.get(i).isEmpty() ? "" : " " + names.get(i)));
        }
        return status;
    }

    private static long[] count(byte[] bytes) {
        long[] counts = new long[5];
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean inWord = false;
        long column = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' || (c >= 9 && c <= 13);
            counts[1] += !space && !inWord ? 1 : 0;
            inWord = !space;
            if (c == '\n') {
                counts[0]++;
                column = 0;
            } else {
                column += c == '\t' ? 8 - column % 8 : 1;
                counts[4] = Math.max(counts[4], column);
            }
        }
        counts[2] = text.codePointCount(0, text.length());
        counts[3] = bytes.length;
        return counts;
    }
}
