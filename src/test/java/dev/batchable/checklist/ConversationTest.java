package dev.batchable.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.Conversation.Entry;
import dev.batchable.checklist.Conversation.Role;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calls written as role and seconds: `A0-5` is an answer, `C` a candidate, `X` another call.
class ConversationTest {
    private static Entry entry(String text) {
        Role role = switch (text.charAt(0)) {
            case 'A' -> Role.ANSWER;
            case 'C' -> Role.CANDIDATE;
            default -> Role.OTHER;
        };
        String[] seconds = text.substring(1).split("-", -1);
        return new Entry(Long.parseLong(seconds[0]) * 1_000, Long.parseLong(seconds[1]) * 1_000, role);
    }

    private static Aftercare tally(String calls) {
        List<Entry> entries =
                Arrays.stream(calls.split(" ")).map(ConversationTest::entry).toList();
        return new Conversation(entries).tally();
    }

    @ParameterizedTest
    @CsvSource({
        "A0-5 C6-7, 1, a title",
        "A0-5 C15-16, 1, ten seconds later",
        "A0-5 C16-17, 0, after a pause in which a person could have typed",
        "C0-1 A2-5, 0, a question put into other words before it is answered",
        "A0-5 C3-4, 0, beside the answer",
        "A0-5 C6-7 A8-9, 0, needed by the next answer",
        "A0-5 C6-7 A18-20, 1, the user goes on after a pause",
        "A0-5 C6-7 C8-9, 2, a chain of aftercare",
        "A0-5 C6-7 C8-9 A10-12, 0, a chain that an answer needs",
        "A0-5 C6-8 C6-9, 2, two at a time",
        "A0-5 C6-7 X8-9, 0, needed by another call",
        "A0-5 A20-40 C21-22, 0, while the next answer is under way",
        "C0-1, 0, no answer at all"
    })
    void tellsWhatComesAfterAnAnswer(String calls, long after, String why) {
        assertThat(tally(calls).after()).as(why).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "A0-5 C6-7 C8-9 A30-35 A60-65 C66-67, 3, 2",
        "A0-5 A30-35, 2, 0",
    })
    void countsAnswersAndThoseWithAftercare(String calls, long turns, long followed) {
        assertThat(tally(calls).turns()).isEqualTo(turns);
        assertThat(tally(calls).followed()).isEqualTo(followed);
    }
}
