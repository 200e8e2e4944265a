/** The cells that objects show in Tables. Models pkg/printers/internalversion/printers.go@1.34. */
@NullMarked
package lab.sandbox.api.table;

import org.jspecify.annotations.NullMarked;
