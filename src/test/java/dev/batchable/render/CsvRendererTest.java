package dev.batchable.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import dev.batchable.report.AuditReport;
import dev.batchable.report.CompanyWorkloads;
import dev.batchable.report.ReportFixtures;
import dev.batchable.report.WorkloadFixture;
import dev.batchable.report.WorkloadReport;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRendererTest {
    private static final AuditReport COMPANY = ReportFixtures.companyWithBill();

    @Test
    void looksAsItDid() {
        Golden.assertMatches("company.csv", csv(COMPANY));
    }

    @Test
    void fillsEveryCellOfEveryRow() {
        List<String[]> rows = rows(csv(COMPANY));

        assertThat(rows).hasSize(11).allMatch(row -> row.length == rows.get(0).length);
        assertThat(rows.stream().flatMap(Arrays::stream)).allMatch(cell -> cell != null && !cell.isBlank());
    }

    @Test
    void endsEveryRecordWithCrLfAndHoldsNoOtherLineBreak() {
        String csv = csv(ReportFixtures.with(List.of(named("two\r\nlines\ttabbed"))));

        assertThat(csv.replace("\r\n", "")).doesNotContain("\r", "\n", "\t");
        assertThat(csv.split("\r\n", -1)).hasSize(3).endsWith("");
    }

    /// A sum over the column must be the report's total, in spreadsheets too.
    @Test
    void countsEachSavingOnce() {
        List<String[]> rows = rows(csv(COMPANY));
        int column = List.of(rows.get(0)).indexOf("estimatedMonthlySavings");

        BigDecimal sum = rows.stream()
                .skip(1)
                .map(row -> row[column])
                .filter(cell -> !cell.equals("none"))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum).isEqualByComparingTo(COMPANY.savings().monthly().expected());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "  =1",
                "\t=1",
                "\r=1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "=cmd|' /C calc'!A0"
            })
    void keepsSpreadsheetsFromRunningNames(String name) {
        String[] row = rows(csv(ReportFixtures.with(List.of(named(name))))).get(1);

        assertThat(row[1].charAt(0)).isIn('\'', '?');
    }

    @Test
    void leavesFiguresBelowZeroFigures() {
        assertThat(CsvCell.of(new BigDecimal("-12.5")).text()).isEqualTo("-12.5");
    }

    @Test
    void quotesCommasQuotesAndBlanks() {
        assertThat(CsvCell.of("a,b").text()).isEqualTo("\"a,b\"");
        assertThat(CsvCell.of("say \"no\"").text()).isEqualTo("\"say \"\"no\"\"\"");
        assertThat(CsvCell.of("plain").text()).isEqualTo("plain");
        assertThat(CsvCell.of(" ").text()).isEqualTo("none");
    }

    @Test
    void givesTheSameWorkloadTheSameIdInEveryReport() {
        String now = rows(csv(COMPANY)).get(1)[0];
        String alone = rows(csv(ReportFixtures.with(List.of(CompanyWorkloads.invoiceExtract()))))
                .get(1)[0];

        assertThat(now).isEqualTo(alone).startsWith("batchable-");
    }

    private static WorkloadReport named(String name) {
        return new WorkloadFixture(name).logged("1").build();
    }

    private static String csv(AuditReport report) {
        return Rendered.by(Renderers.forFile("report.CSV"), report, RenderOptions.DEFAULT);
    }

    private static List<String[]> rows(String csv) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setMaxColumns(100);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        return new CsvParser(settings).parseAll(new StringReader(csv));
    }
}
