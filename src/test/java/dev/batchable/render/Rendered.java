package dev.batchable.render;

import dev.batchable.report.AuditReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What a renderer writes, as text.
final class Rendered {
    private Rendered() {}

    static String by(Renderer renderer, AuditReport report, RenderOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            renderer.render(report, options, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static String text(AuditReport report, int width) {
        return by(Renderers.text(), report, RenderOptions.DEFAULT.withWidth(width));
    }
}
