package dev.batchable.price;

import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;

/// What a workload spent on one model and tier on one day.
public record DayAmount(ModelRef model, Tier tier, LocalDate day, BigDecimal amount) {}
