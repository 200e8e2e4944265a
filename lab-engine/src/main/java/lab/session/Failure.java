package lab.session;

import lab.check.Verdict;

/** What verify found wrong in a lesson, and where the author wrote it. */
public record Failure(String file, int line, String step, String what, Verdict verdict) {
    /** The place and the sentence, then expected against actual, marked as a diff. */
    public String text() {
        StringBuilder text = new StringBuilder(file + ":" + line + ": " + step + ": " + what);
        if (!verdict.reason().isEmpty()) {
            text.append(": ").append(verdict.reason());
        }
        text.append('\n');
        verdict.expected()
                .lines()
                .forEach(each -> text.append("  - ").append(each).append('\n'));
        verdict.actual()
                .lines()
                .limit(60)
                .forEach(each -> text.append("  + ").append(each).append('\n'));
        return text.toString();
    }
}
