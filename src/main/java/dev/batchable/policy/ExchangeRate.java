package dev.batchable.policy;

import java.math.BigDecimal;
import java.time.LocalDate;

/// One unit of `from` is worth `rate` units of `to`; the only conversion there is.
public record ExchangeRate(String from, String to, BigDecimal rate, LocalDate date, String source) {}
