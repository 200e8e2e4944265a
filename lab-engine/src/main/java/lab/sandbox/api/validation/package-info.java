/** Tells what is wrong with an object, in the API server's words. Models pkg/apis/…/validation@1.34. Not modelled: CEL rules. */
@NullMarked
package lab.sandbox.api.validation;

import org.jspecify.annotations.NullMarked;
