/** Command lines of Go programs: flags as the pflag library reads them, with its words for what is wrong. */
@NullMarked
package lab.shell.pflag;

import org.jspecify.annotations.NullMarked;
