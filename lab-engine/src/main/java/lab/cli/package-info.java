/** The command line: one file for each subcommand. */
@NullMarked
package lab.cli;

import org.jspecify.annotations.NullMarked;
