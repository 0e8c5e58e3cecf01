package dev.batchable.price.bill;

import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Funding;
import dev.batchable.record.Meter;
import dev.batchable.record.Money;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One line of a bill: standard input tokens of one model on 5 October, unless said otherwise.
public record TestBill(BillingLine line) {
    public static TestBill of(String provider, String model, String usd) {
        Instant start = Instant.parse("2026-10-05T00:00:00Z");
        Meter meter = new Meter(
                provider,
                model + ", input",
                Optional.of(model).filter(name -> !name.isEmpty()),
                Optional.of(TokenKind.INPUT),
                Tier.STANDARD,
                Optional.empty(),
                true);
        return new TestBill(new BillingLine(
                start,
                start.plus(Duration.ofDays(1)),
                ChargeCategory.USAGE,
                false,
                meter,
                Money.usd(usd),
                Optional.empty(),
                Optional.empty()));
    }

    private TestBill with(Meter meter) {
        return new TestBill(new BillingLine(
                line.start(),
                line.end(),
                line.category(),
                line.correction(),
                meter,
                line.billed(),
                line.list(),
                line.effective()));
    }

    private TestBill with(ChargeCategory category, boolean correction) {
        return new TestBill(new BillingLine(
                line.start(),
                line.end(),
                category,
                correction,
                line.meter(),
                line.billed(),
                line.list(),
                line.effective()));
    }

    private Meter meter(Optional<TokenKind> kind, Tier tier, Optional<BigDecimal> tokens) {
        Meter meter = line.meter();
        return new Meter(
                meter.provider(),
                meter.description(),
                meter.model(),
                kind,
                tier,
                tokens,
                meter.artificialIntelligence());
    }

    public TestBill tokens(long tokens) {
        return with(meter(line.meter().tokenKind(), line.meter().tier(), Optional.of(BigDecimal.valueOf(tokens))));
    }

    public TestBill tier(Tier tier) {
        return with(meter(line.meter().tokenKind(), tier, line.meter().tokens()));
    }

    public TestBill kind(TokenKind kind) {
        return with(meter(Optional.of(kind), line.meter().tier(), line.meter().tokens()));
    }

    public TestBill withoutKind() {
        return with(meter(Optional.empty(), line.meter().tier(), line.meter().tokens()));
    }

    public TestBill otherService() {
        Meter meter = line.meter();
        return with(new Meter(
                meter.provider(),
                "object storage",
                meter.model(),
                meter.tokenKind(),
                meter.tier(),
                meter.tokens(),
                false));
    }

    public TestBill category(ChargeCategory category) {
        return with(category, line.correction());
    }

    public TestBill correction() {
        return with(line.category(), true);
    }

    public TestBill list(String amount) {
        return new TestBill(new BillingLine(
                line.start(),
                line.end(),
                line.category(),
                line.correction(),
                line.meter(),
                line.billed(),
                Optional.of(new BigDecimal(amount)),
                line.effective()));
    }

    public TestBill fundedBy(Funding funding) {
        return new TestBill(line.fundedBy(funding));
    }

    public TestBill in(String currency) {
        return new TestBill(new BillingLine(
                line.start(),
                line.end(),
                line.category(),
                line.correction(),
                line.meter(),
                new Money(line.billed().amount(), currency),
                line.list(),
                line.effective()));
    }

    public TestBill from(String start, Duration length) {
        Instant from = Instant.parse(start);
        return new TestBill(new BillingLine(
                from,
                from.plus(length),
                line.category(),
                line.correction(),
                line.meter(),
                line.billed(),
                line.list(),
                line.effective()));
    }
}
