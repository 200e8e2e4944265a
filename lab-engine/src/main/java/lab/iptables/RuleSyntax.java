package lab.iptables;

/** A rule's text cannot be read; the message is iptables' own, without its name and version. */
public final class RuleSyntax extends Exception {
    private static final long serialVersionUID = 1;

    public RuleSyntax(String message) {
        super(message, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
