package lab.shell.text;

/** Numbers of lines and bytes as head and tail take them: {@code 5 -5 +5 2k}. */
final class Counts {
    private Counts() {}

    static long parse(String tool, String text, boolean bytes) {
        String digits = text.replaceFirst("^[-+]", "");
        long unit = 1;
        if (digits.matches("\\d+[kKmM]B?")) {
            unit = Character.toLowerCase(digits.replaceAll("\\d|B", "").charAt(0)) == 'k' ? 1024 : 1024 * 1024;
            digits = digits.replaceAll("\\D", "");
        }
        if (!digits.matches("\\d{1,15}")) {
            throw new ToolProblem(tool + ": invalid number of " + (bytes ? "bytes" : "lines") + ": ‘" + text + "’", 1);
        }
        return Long.parseLong(digits) * unit;
    }
}
