package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Refusal;
import dev.batchable.input.Samples;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LangfuseTracesFormatTest implements FormatContract {
    @Override
    public String id() {
        return "langfuse-traces";
    }

    @Override
    public String sample() {
        return Samples.text("langfuse-traces/sample.jsonl");
    }

    @Test
    void tellsWhoseTheCallsOfATraceAreAndNothingAboutThem() {
        Part part = parts(sample()).get(0);
        Request facts = part.facts();
        assertThat(part.role()).isEqualTo(Part.Role.CONTEXT);
        assertThat(part.group()).isEqualTo("t-1");
        assertThat(facts.identity())
                .isEqualTo(new Identity(Optional.empty(), Optional.of("s-4"), Optional.of("u-17"), Optional.empty()));
        assertThat(facts.caller().workload()).hasValue("invoice-intake");
        assertThat(facts.caller().tags()).containsExactly("nightly");
        assertThat(facts.present()).isEqualTo(Set.of(Field.SESSION, Field.USER, Field.WORKLOAD, Field.TAGS));
        assertThat(facts.tokens()).isEmpty();
        assertThat(facts.cost()).isEmpty();
    }

    @Test
    void goesByMetadataAndTagsBeforeTheName() {
        assertThat(parts(sample()))
                .extracting(part -> part.facts().caller().workload().orElse(""))
                .containsExactly("invoice-intake", "answers", "triage");
    }

    @Test
    void readsTheTracesOfTheBlobStorage() {
        String csv = """
                "id","timestamp","name","environment","project_id","metadata","user_id","session_id","release","version","public","bookmarked","tags"
                "t-1","2026-10-05 08:00:00.000000","intake","production","p-1","{}","u-17","s-4","","","false","false","[""nightly""]"
                """;
        assertThat(parts(csv)).singleElement().satisfies(part -> {
            assertThat(part.facts().identity().session()).hasValue("s-4");
            assertThat(part.facts().caller().tags()).containsExactly("nightly");
        });
    }

    @Test
    void isOfNoUseAlone() {
        assertThat(Refusals.alone(id()).map(Refusal::message))
                .hasValueSatisfying(message ->
                        assertThat(message).contains("holds no tokens").contains("export the observations instead"));
        assertThat(Refusals.alone("langfuse")).isEmpty();
    }

    private static List<Part> parts(String file) {
        return ReadOnce.text(file).collected().parts();
    }
}
