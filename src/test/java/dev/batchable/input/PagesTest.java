package dev.batchable.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pages of which one says that another follows.
class PagesTest {
    private static final String UNIT = "{'object':'bucket','start_time':1790726400,'end_time':1790730000,'results':["
            + "{'has_more':true,'num_model_requests':2}]}";
    private static final String NOTICE = "one page of several (has_more)";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'data':[U],'has_more':true} | true",
                "{'has_more' : true , 'next_page':'p2','data':[U]} | true",
                "{'data':[U],'has_more':false} | false",
                "{'data':[U],'has_more':'true'} | false",
                "{'data':[U],'next_page':'p2'} | false",
                "{'data':[U],'page':{'has_more':true}} | false",
                "{'data':[U],'has_more':true}{'data':[U],'has_more':false} | false",
                "{'data':[U],'has_more':false}{'data':[U],'has_more':true} | true",
                "{'data':[U],'has_more':true}{'data':[U]} | false",
                "[U] | false",
            })
    void tellsWhetherTheLastPageIsTheLast(String json, boolean incomplete) {
        String text = json.replace("U", UNIT).replace('\'', '"');
        for (int chunkBytes : new int[] {1, 40, 1 << 16}) {
            ReadOnce read = ReadOnce.sources(
                    new ReadingOptions(1, chunkBytes, Map.of(), List.of()),
                    Source.stream("in", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
            assertThat(read.collected().buckets()).isNotEmpty();
            assertThat(read.summary().incomplete().stream()).isSubsetOf(NOTICE);
            assertThat(read.summary().incomplete().isPresent())
                    .as("chunks of %d", chunkBytes)
                    .isEqualTo(incomplete);
        }
    }
}
