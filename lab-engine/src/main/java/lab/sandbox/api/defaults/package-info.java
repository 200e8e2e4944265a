/** What the API server fills in where a manifest says nothing. Models pkg/apis/…/v1/defaults.go@1.34. */
@NullMarked
package lab.sandbox.api.defaults;

import org.jspecify.annotations.NullMarked;
