package lab.kubectl.print;

import lab.kubectl.KubectlFailure;

/** {@code -o go-template}. */
final class GoTemplatePrinter {
    private GoTemplatePrinter() {}

    static ObjectPrinter of(String template) {
        throw new KubectlFailure("kubectl -o go-template is not available in the sandbox yet: " + template);
    }
}
