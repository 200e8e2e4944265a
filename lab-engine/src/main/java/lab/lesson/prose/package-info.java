/** Text of a lesson as a tree of our own, so that whoever shows it needs no Markdown library. Images and raw HTML are not shown. */
@NullMarked
package lab.lesson.prose;

import org.jspecify.annotations.NullMarked;
