/** A learner at work: runs steps, judges what happened, keeps progress, tells listeners as events. */
@NullMarked
package lab.session;

import org.jspecify.annotations.NullMarked;
