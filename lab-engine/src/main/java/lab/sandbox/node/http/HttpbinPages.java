package lab.sandbox.node.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** go-httpbin's fixed pages. */
final class HttpbinPages {
    private HttpbinPages() {}

    /** The chapter of Moby-Dick (a text in the public domain) that {@code /html} serves. */
    static String html() {
        try (InputStream in = HttpbinPages.class.getResourceAsStream("moby.html")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks moby.html");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String json() {
        return """
            {
              "slideshow": {
                "author": "Yours Truly",
                "date": "date of publication",
                "slides": [
                  {
                    "title": "Wake up to WonderWidgets!",
                    "type": "all"
                  },
                  {
                    "items": [
                      "Why <em>WonderWidgets</em> are great",
                      "Who <em>buys</em> WonderWidgets"
                    ],
                    "title": "Overview",
                    "type": "all"
                  }
                ],
                "title": "Sample Slide Show"
              }
            }
            """;
    }
}
