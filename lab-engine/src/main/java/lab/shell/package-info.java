/** The lab's shell: a POSIX subset interpreted in the JVM, with the usual text tools built in. It starts no process of the host and leaves no directory but its own. */
@NullMarked
package lab.shell;

import org.jspecify.annotations.NullMarked;
