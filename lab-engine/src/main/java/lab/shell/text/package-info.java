/** The text and file tools of the shell, as GNU's print and fail. Not modelled: locales other than C.UTF-8. */
@NullMarked
package lab.shell.text;

import org.jspecify.annotations.NullMarked;
