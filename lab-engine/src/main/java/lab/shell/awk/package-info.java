/** awk: POSIX's language with mawk's formats. Not modelled: pipes to commands and {@code system}, which say so. */
@NullMarked
package lab.shell.awk;

import org.jspecify.annotations.NullMarked;
