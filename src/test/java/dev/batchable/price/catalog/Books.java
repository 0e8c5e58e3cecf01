package dev.batchable.price.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.profile.RatingKey;
import dev.batchable.profile.RatingScheme;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/// Short forms for tests that ask a price book.
final class Books {
    static final PriceBook EMBEDDED = PriceBook.embedded();
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private Books() {}

    static RatingKey.ModelRef ref(String provider, String model) {
        return ref(provider, model, "");
    }

    /// A reference whose empty texts stand for what the source does not tell.
    static RatingKey.ModelRef ref(String provider, String model, String region) {
        return new RatingKey.ModelRef(
                Optional.of(provider).filter(text -> !text.isEmpty()),
                Optional.of(model).filter(text -> !text.isEmpty()),
                Optional.of(region).filter(text -> !text.isEmpty()));
    }

    static BigDecimal price(PriceBook book, RatingKey.ModelRef model, Tier tier, TokenKind kind, LocalDate day) {
        return price(book, model, tier, kind, RatingScheme.BASE, day);
    }

    static BigDecimal price(
            PriceBook book, RatingKey.ModelRef model, Tier tier, TokenKind kind, String band, LocalDate day) {
        Quote quote = book.quote(model, tier, kind, band, day);
        assertThat(quote).isInstanceOf(Quote.Priced.class);
        return ((Quote.Priced) quote).perMillion();
    }

    static Quote.Unpriced unpriced(Quote quote) {
        assertThat(quote).isInstanceOf(Quote.Unpriced.class);
        return (Quote.Unpriced) quote;
    }

    static Path file(Path directory, String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
