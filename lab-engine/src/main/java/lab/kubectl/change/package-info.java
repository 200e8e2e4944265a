/** Commands that change or delete objects that are there: label, annotate, patch, scale, set, delete. */
@NullMarked
package lab.kubectl.change;

import org.jspecify.annotations.NullMarked;
