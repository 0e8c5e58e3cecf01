package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.checklist.Judgements;
import dev.batchable.checklist.evidence.Rule;
import dev.batchable.policy.Policy;
import dev.batchable.price.RatedProfile;
import dev.batchable.price.catalog.CatalogInfo;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.reconciliation.Reconciliation.Coverage;
import dev.batchable.profile.Profile;
import dev.batchable.report.Basis;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Opportunity;
import dev.batchable.report.ReconciliationReport;
import dev.batchable.report.Sources;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Everything an audit found out, before it is put together.
///
/// @param cacheServed calls answered by a gateway's cache
/// @param judged every workload of `rated`
/// @param opportunities money beside the savings, in the order of the report
/// @param reconciliation empty where no bill was read
public record AuditFacts(
        Setting setting,
        Sources sources,
        long cacheServed,
        Profile profile,
        RatedProfile rated,
        Judgements judged,
        Optional<Reconciled> reconciliation,
        Background background,
        List<Opportunity> opportunities) {
    public AuditFacts {
        opportunities = List.copyOf(opportunities);
    }

    List<Judgement> judgements() {
        return judged.ofWorkloads();
    }

    /// What the audit was told and brought along.
    ///
    /// @param prices all rows of the price book; the report keeps those it used
    /// @param rules all rules of the checklist
    public record Setting(
            Basis.Tool tool,
            Optional<Basis.PolicyFile> policyFile,
            Policy policy,
            LocalDate asOf,
            CatalogInfo catalog,
            List<PriceRow> prices,
            List<Rule> rules) {
        public Setting {
            prices = List.copyOf(prices);
            rules = List.copyOf(rules);
        }
    }

    /// The bill beside the logs.
    ///
    /// @param findings what a reader should know of the bill
    public record Reconciled(ReconciliationReport report, Optional<Coverage> coverage, List<Finding> findings) {
        public Reconciled {
            findings = List.copyOf(findings);
        }
    }

    /// What was noticed on the way.
    ///
    /// @param assumptions of the run itself, one sentence each
    public record Background(List<Finding> findings, List<String> assumptions) {
        public static final Background NONE = new Background(List.of(), List.of());

        public Background {
            findings = List.copyOf(findings);
            assumptions = List.copyOf(assumptions);
        }
    }
}
