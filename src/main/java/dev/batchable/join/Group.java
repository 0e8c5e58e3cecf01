package dev.batchable.join;

import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parts of one group on their way to calls, each counted once.
///
/// Problem: a trace tells of one call several times over: in the lines of its answer, in spans of agents and
/// frameworks around it that repeat its tokens, and once for each instrumentation library at work. Method, in this
/// order: equal parts are one; parts of one name are one call ([Facts]); a call is dropped as a wrapper where it
/// reports no tokens, or exactly those of the calls directly below it; of two calls below the same parent that
/// overlap in time and have the same tokens, but different witnesses, one is dropped; a report without tokens, as of
/// an answer that was streamed, goes to one of another witness that overlaps it, or to the call around it; who waits,
/// as wrappers and the session tell it, is added to the calls left. Consequence: a call that truly used tokens of its
/// own beside those of the calls it led to stays, and parallel calls of one library are never taken for copies,
/// however equal.
final class Group {
    private final List<Joined.Rest> rest = new ArrayList<>();
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<HeldPart> contexts = new ArrayList<>();

    private Group() {}

    private static final Comparator<Member> TELLS_MOST = Comparator.<Member>comparingInt(
                    member -> -member.call.request().present().size())
            .thenComparing(member -> member.first.part().call());

    /// A call as far as it is put together.
    private static final class Member {
        private final HeldPart first;
        private final Set<String> witnesses = new HashSet<>();
        private Joined.Call call;
        private boolean dropped;

        private Member(HeldPart first) {
            this.first = first;
            this.call = first.call(first.part().facts());
            witnesses.add(first.part().witness());
        }

        private boolean isSeenBy(Member other) {
            return other.witnesses.stream().anyMatch(witnesses::contains);
        }

        private void take(Member report) {
            call = call.with(report.call);
            witnesses.addAll(report.witnesses);
        }

        private Optional<Tokens> tokens() {
            return call.request().tokens().filter(tokens -> tokens.total() > 0);
        }
    }

    /// What two reports of one call have in common.
    private record Likeness(Optional<String> parent, Tokens tokens) {}

    /// @param parts all of one group, in any order
    static Joined resolve(List<HeldPart> parts) {
        Group group = new Group();
        group.take(parts.stream().sorted(HeldPart.ORDER).toList());
        group.dropWrappers();
        group.dropSecondWitnesses();
        group.dropReportsWithoutTokens();
        return new Joined(group.calls(), group.rest);
    }

    private void take(List<HeldPart> parts) {
        Set<Part> seen = new HashSet<>();
        List<HeldPart> supplements = new ArrayList<>();
        for (HeldPart held : parts) {
            if (!seen.add(held.saying())) {
                rest(held, Joined.Fate.DUPLICATE);
                continue;
            }
            switch (held.part().role()) {
                case CALL -> call(held);
                case SUPPLEMENT -> supplements.add(held);
                case CONTEXT -> context(held);
            }
        }
        supplements.forEach(this::supplement);
    }

    private void call(HeldPart held) {
        Member known = members.get(held.part().call());
        if (known == null) {
            members.put(held.part().call(), new Member(held));
        } else {
            known.call = known.call.with(held.call(held.part().facts()));
            rest(held, Joined.Fate.PART);
        }
    }

    private void supplement(HeldPart held) {
        Member known = members.get(held.part().call());
        if (known == null) {
            rest(held, Joined.Fate.CONTEXT);
        } else {
            known.call = known.call.with(held.call(held.part().facts()));
            rest(held, Joined.Fate.PART);
        }
    }

    private void context(HeldPart held) {
        contexts.add(held);
        rest(held, Joined.Fate.CONTEXT);
    }

    private void dropWrappers() {
        below().forEach((parent, children) -> {
            Member around = members.get(parent);
            if (around != null && !children.contains(around) && repeats(around, children)) {
                drop(around, Joined.Fate.WRAPPER);
            }
        });
    }

    private Map<String, List<Member>> below() {
        Map<String, List<Member>> below = new LinkedHashMap<>();
        for (Member member : members.values()) {
            parent(member)
                    .ifPresent(parent -> below.computeIfAbsent(parent, key -> new ArrayList<>())
                            .add(member));
        }
        return below;
    }

    private static Optional<String> parent(Member member) {
        return member.first.part().parent();
    }

    private static boolean repeats(Member around, List<Member> children) {
        if (around.tokens().isEmpty()) {
            return true;
        }
        Tokens sum = children.stream().flatMap(child -> child.tokens().stream()).reduce(Tokens.NONE, Tokens::plus);
        Tokens own = around.tokens().orElseThrow();
        return own.input() == sum.input() && own.output() == sum.output();
    }

    /// The report that tells most stays, with what only the other one told.
    private void dropSecondWitnesses() {
        Map<Likeness, List<Member>> alike = new HashMap<>();
        members.values().stream()
                .filter(member -> !member.dropped)
                .forEach(member -> member.tokens()
                        .ifPresent(tokens -> alike.computeIfAbsent(
                                        new Likeness(parent(member), tokens), key -> new ArrayList<>())
                                .add(member)));
        for (List<Member> reports : alike.values()) {
            reports.sort(TELLS_MOST);
            for (int i = 1; i < reports.size(); i++) {
                dropIfSeen(reports.get(i), reports.subList(0, i));
            }
        }
    }

    private void dropIfSeen(Member report, List<Member> before) {
        Optional<Member> same = before.stream()
                .filter(other -> !other.dropped
                        && !other.first
                                .part()
                                .witness()
                                .equals(report.first.part().witness())
                        && overlap(other.call.request(), report.call.request()))
                .findFirst();
        if (same.isPresent()) {
            Member kept = same.orElseThrow();
            kept.take(report);
            drop(report, Joined.Fate.DUPLICATE);
        }
    }

    /// Each report goes to one that tells more, and of one witness no two to the same.
    private void dropReportsWithoutTokens() {
        Map<String, List<Member>> below = below();
        for (List<Member> siblings : below.values()) {
            List<Member> reports = siblings.stream()
                    .filter(member -> !member.dropped)
                    .sorted(Comparator.<Member, Boolean>comparing(
                                    member -> member.tokens().isEmpty())
                            .thenComparing(TELLS_MOST))
                    .toList();
            for (int i = 0; i < reports.size(); i++) {
                if (reports.get(i).tokens().isEmpty()) {
                    dropIfToldElsewhere(reports.get(i), reports.subList(0, i));
                }
            }
        }
        below.forEach(this::dropOnlyChildWithoutTokens);
    }

    private void dropIfToldElsewhere(Member report, List<Member> before) {
        before.stream()
                .filter(other -> !other.dropped
                        && !other.isSeenBy(report)
                        && overlap(other.call.request(), report.call.request()))
                .min(Comparator.<Member, Duration>comparing(other -> apart(other, report))
                        .thenComparing(TELLS_MOST))
                .ifPresent(other -> {
                    other.take(report);
                    drop(report, Joined.Fate.DUPLICATE);
                });
    }

    private static Duration apart(Member one, Member other) {
        return Duration.between(
                        one.call.request().timing().start(),
                        other.call.request().timing().start())
                .abs();
    }

    private void dropOnlyChildWithoutTokens(String parent, List<Member> children) {
        Member around = members.get(parent);
        List<Member> left = children.stream().filter(child -> !child.dropped).toList();
        if (around == null || around.dropped || left.size() != 1) {
            return;
        }
        Member child = left.get(0);
        if (child != around && child.tokens().isEmpty()) {
            around.take(child);
            drop(child, Joined.Fate.DUPLICATE);
        }
    }

    private static boolean overlap(Request one, Request other) {
        return !one.timing().start().isAfter(end(other.timing()))
                && !other.timing().start().isAfter(end(one.timing()));
    }

    private static Instant end(Timing timing) {
        return timing.start().plusMillis(timing.latencyMillis().orElse(0));
    }

    private void drop(Member member, Joined.Fate fate) {
        member.dropped = true;
        rest(member.first, fate);
    }

    private void rest(HeldPart held, Joined.Fate fate) {
        rest.add(new Joined.Rest(held.path(), fate));
    }

    private List<Joined.Call> calls() {
        Contexts around = new Contexts(contexts);
        return members.values().stream()
                .filter(member -> !member.dropped)
                .map(member -> around.applyTo(belowWrappers(member), member.first.place()))
                .toList();
    }

    private Joined.Call belowWrappers(Member member) {
        Joined.Call call = member.call;
        Set<Member> seen = new HashSet<>(Set.of(member));
        Optional<Member> around = parent(member).map(members::get);
        while (around.filter(seen::add).isPresent()) {
            Member outer = around.orElseThrow();
            if (outer.dropped) {
                call = new Joined.Call(call.path(), Facts.below(outer.call.request(), call.request()), call.provides());
            }
            around = parent(outer).map(members::get);
        }
        return call;
    }
}
