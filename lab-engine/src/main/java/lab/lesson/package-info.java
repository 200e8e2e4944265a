/** Lessons: Markdown in, a tree of steps out, and every problem of an author with its file and line. */
@NullMarked
package lab.lesson;

import org.jspecify.annotations.NullMarked;
