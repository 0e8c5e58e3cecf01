package dev.batchable.record;

import java.util.Optional;
import java.util.Set;

/// One model call that went to a provider, whichever log it came from.
///
/// @param tokens empty where the source tells no token count at all; which counts it told is in `present`
/// @param cost what the source says the call cost; never a computed price
/// @param present the fields that this row really held
public record Request(
        Identity identity,
        Timing timing,
        ModelCall call,
        Optional<Tokens> tokens,
        Optional<Money> cost,
        Completion completion,
        Caller caller,
        Set<Field> present) {}
