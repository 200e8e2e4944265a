/** Kubernetes' controllers, one file each. */
@NullMarked
package lab.sandbox.controller;

import org.jspecify.annotations.NullMarked;
