package lab.shell;

import org.jspecify.annotations.Nullable;

/**
 * A redirection.
 *
 * @param descriptor the number before the operator, or the operator's own
 * @param operator {@code < > >> >| <> <& >& &> &>> << <<<}
 * @param target the file, the other descriptor, or the here-document's text
 */
record Redirect(int descriptor, String operator, @Nullable Word target) {}
