/** Regular expressions as grep, sed, awk and bash write them, on Java's engine. */
@NullMarked
package lab.shell.regex;

import org.jspecify.annotations.NullMarked;
