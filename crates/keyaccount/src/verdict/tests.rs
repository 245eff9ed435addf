//! What holds for all verdicts: they go to any thread, and their reasons stay bounded.

use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use crate::facts::FactKind;
use crate::*;

#[test]
fn everything_public_goes_to_any_thread() {
    fn any_thread<T: Send + Sync + 'static>() {}
    macro_rules! check {
        ($($name:ident)+) => {
            BTreeSet::from([$({ any_thread::<$name>(); stringify!($name) }),+])
        };
    }
    any_thread::<Located<OpportunityEvent>>();
    let checked = check! {
        AccountBook AccountReview BacktestVerdict Book BookingForecastVerdict ChainVerdict CohortsVerdict
        CommitteePerson CommitteeSeat Comparison ConcentrationVerdict CoverageVerdict CrossSellVerdict
        DiagnosisVerdict ErasureVerdict FactReference Facts Finding ForecastSummary ForecastVerdict FunnelVerdict
        GatesVerdict HistoryVerdict KeyAccountsVerdict LearnedRates LifecycleHistoryVerdict
        LifecycleTransitionsVerdict LifecycleVerdict LifetimeVerdict LoyaltyVerdict MarketCorrelationVerdict
        MovementVerdict OpportunityBook OpportunityReview OpportunityState PlanVerdict Playbook PlaybookDraft
        PlaybookError PortfolioReview Problem Reason RetentionVerdict Review RfmVerdict Rhythm RollUpVerdict
        SatisfactionVerdict ScenarioVerdict SignalsVerdict SummariesVerdict SupportVerdict SwitchingCostsVerdict
        TimingVerdict TrajectoryVerdict TransitionVerdict ValidationVerdict WalletVerdict
    };
    // Whatever is called a verdict or a review is in the list.
    let mut named = BTreeSet::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut named);
    assert!(named.len() >= 8, "{named:?}");
    for name in named {
        assert!(checked.contains(name.as_str()), "`{name}` is not checked");
    }
}

/// The public structs whose names end in `Verdict` or `Review`.
fn collect(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, names);
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let structs = text.split("\npub struct ").skip(1).filter_map(|rest| rest.split([' ', '<', ';', '(']).next());
        names.extend(structs.filter(|name| name.ends_with("Verdict") || name.ends_with("Review")).map(str::to_owned));
    }
}

#[test]
fn a_reason_lists_the_latest_twenty_facts_and_counts_all() {
    let facts = |count: usize| (0..count).map(|at| FactReference::new(FactKind::Purchase, at));
    for count in [0, 1, 19, 20, 21, 500] {
        let reason = Reason::new("rule", "why").citing(facts(count));
        assert_eq!(reason.fact_count, count);
        let latest: Vec<FactReference> = facts(count).skip(count.saturating_sub(MOST_FACTS)).collect();
        assert_eq!(reason.facts, latest);
    }
    let in_parts = Reason::new("rule", "why").citing(facts(15)).citing(facts(30).skip(15));
    assert_eq!((in_parts.fact_count, in_parts.facts.len()), (30, MOST_FACTS));
    let twice = Reason::new("rule", "why").citing(facts(3)).citing(facts(4));
    assert_eq!((twice.fact_count, twice.facts), (4, facts(4).collect()));
}

#[test]
fn a_reason_reads_back_as_written() {
    let reason = Reason::new("contact_stale", "last heard of 75 days ago")
        .comparing(Comparison::new("days", 75, Unit::Days).against(60))
        .comparing(Comparison::unknown("stance", Unit::Word))
        .citing([FactReference::new(FactKind::Interaction, "visit-17")]);
    let text = serde_json::to_string(&reason).unwrap();
    assert_eq!(serde_json::from_str::<Reason>(&text).unwrap(), reason);
    assert!(text.contains(r#""limit":null"#), "what is unknown is said to be: {text}");
    assert!(read_json::<Reason>(&text.replace("\"rule\"", "\"law\"")).is_err());
}
