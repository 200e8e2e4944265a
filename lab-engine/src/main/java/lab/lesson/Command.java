package lab.lesson;

import lab.check.Expectation;

/** One command of a lesson and what it is expected to do. The text may span lines (here-documents). */
public record Command(int line, String text, Expectation expectation) {}
