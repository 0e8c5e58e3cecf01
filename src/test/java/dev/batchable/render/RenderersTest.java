package dev.batchable.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchable.report.ReportFixtures;
import dev.batchable.report.json.JsonReport;
import org.junit.jupiter.api.Test;

class RenderersTest {
    @Test
    void choosesByTheExtensionWhateverItsCase() {
        assertThat(Rendered.by(Renderers.forFile("out/Report.JSON"), ReportFixtures.company(), RenderOptions.DEFAULT))
                .isEqualTo(JsonReport.toText(ReportFixtures.company()));
        assertThat(Rendered.by(Renderers.forFile("a.txt"), ReportFixtures.company(), RenderOptions.DEFAULT))
                .isEqualTo(Rendered.text(ReportFixtures.company(), 80));
    }

    @Test
    void namesTheKnownExtensionsWhereOneIsUnknown() {
        assertThatThrownBy(() -> Renderers.forFile("report.docx"))
                .isInstanceOf(UnknownOutputException.class)
                .hasMessageStartingWith(
                        "cannot tell the kind of output of 'report.docx': its name must end in one of .txt, .json, .csv");
        assertThatThrownBy(() -> Renderers.forFile("csv")).isInstanceOf(UnknownOutputException.class);
    }
}
