package dev.batchable.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EachElementTest {
    private static final FieldTable<BillField> TABLE = FieldTable.<BillField>builder()
            .field(BillField.CREDITS, "credits." + FieldTable.EACH + ".amount")
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'credits': [{'amount': -1.5}, {'amount': '-2E-3', 'name': 'a'}]} | -1.5 -0.002",
                "{'credits': [{'name': 'a'}, {'amount': null}, {'amount': 7}, 3]} | 7",
                "{'credits': []} | ''",
                "{'credits': null} | ''",
                "{} | ''",
            })
    void gathersWhatAllElementsHoldThere(String document, String expected) throws BadValueException {
        PathTree<BillField> tree = new PathTree<>(TABLE.bindings());
        JsonWalk walk = new JsonWalk();
        RowView<BillField> row = new RowView<>(tree, walk, "in");
        byte[] bytes = document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Chunk chunk = new Chunk();
        chunk.unit(0, bytes.length, 1);
        assertThat(walk.document(bytes, 0, bytes.length, tree.root(), row.begin(chunk, 0), JsonWalk.Arrays.NONE))
                .isEmpty();
        List<BigDecimal> found = row.decimals(BillField.CREDITS);
        assertThat(found.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }
}
