package lab.session;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lab.lesson.Lesson;
import lab.lesson.Step;

/** Verify's result as JUnit's XML: a suite for each lesson, a case for each step, one more for setup and reset. */
public final class JUnitReport {
    private JUnitReport() {}

    public static String xml(List<LessonReport> reports) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            for (LessonReport report : reports) {
                suite(xml, report);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The report could not be written: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static void suite(XMLStreamWriter xml, LessonReport report) throws XMLStreamException {
        Lesson lesson = report.lesson();
        List<String> around = List.of("setup", "reset");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", lesson.id());
        xml.writeAttribute("tests", Integer.toString(lesson.steps().size() + 1));
        long failed = lesson.steps().stream()
                        .filter(step -> report.failures().stream()
                                .anyMatch(f -> f.step().equals(step.id())))
                        .count()
                + (report.failures().stream().anyMatch(f -> around.contains(f.step())) ? 1 : 0);
        xml.writeAttribute("failures", Long.toString(failed));
        xml.writeAttribute(
                "time", String.format(Locale.ROOT, "%.3f", report.took().toMillis() / 1000.0));
        for (Step step : lesson.steps()) {
            testcase(xml, lesson, step.id(), report.failures(), List.of(step.id()));
        }
        testcase(xml, lesson, "setup and reset", report.failures(), around);
        xml.writeEndElement();
    }

    private static void testcase(
            XMLStreamWriter xml, Lesson lesson, String name, List<Failure> failures, List<String> steps)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", lesson.id());
        xml.writeAttribute("name", name);
        for (Failure failure : failures) {
            if (steps.contains(failure.step())) {
                xml.writeStartElement("failure");
                xml.writeAttribute("message", failure.what());
                xml.writeCharacters(printable(failure.text()));
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }

    /** XML knows no control characters, and tools print colours. */
    private static String printable(String text) {
        return text.replaceAll("\\e\\[[0-9;]*m", "").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
    }
}
