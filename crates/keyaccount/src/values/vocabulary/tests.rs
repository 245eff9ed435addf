//! Every word of every vocabulary.

use std::collections::BTreeSet;
use std::path::Path;
use std::str::FromStr;

use crate::values::Language;
use crate::*;

/// Checks one vocabulary and gives its name.
macro_rules! check {
    ($($name:ident)+) => {
        BTreeSet::from([$({
            let words: Vec<&str> = $name::ALL.iter().map(|word| word.as_str()).collect();
            for word in $name::ALL.iter().copied() {
                assert_eq!($name::from_str(word.as_str()).unwrap(), word);
                assert_eq!(word.to_string(), word.as_str());
                let json = serde_json::to_string(&word).unwrap();
                assert_eq!(json, format!("\"{}\"", word.as_str()));
                assert_eq!(serde_json::from_str::<$name>(&json).unwrap(), word);
            }
            assert_words(stringify!($name), &words);
            for language in [Language::En, Language::ZhHans] {
                assert_labels(stringify!($name), &$name::ALL.iter().map(|word| word.label(language)).collect::<Vec<_>>());
            }
            let problem = $name::from_str("no such word").unwrap_err();
            assert_eq!(problem.code, ProblemCode::UnknownValue);
            assert_eq!(problem.allowed, words.join(", "));
            for wrong in ["7", "null", "[]", "{}", "true"] {
                assert_eq!(read_json::<$name>(wrong).unwrap_err()[0].code, ProblemCode::WrongType);
            }
            stringify!($name).to_owned()
        }),+])
    };
}

fn assert_words(vocabulary: &str, words: &[&str]) {
    assert!(!words.is_empty(), "{vocabulary} is empty");
    assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "{vocabulary} has a word twice");
    for word in words {
        let plain = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let parts = word.split('_').all(|part| !part.is_empty());
        assert!(plain && parts, "`{word}` of {vocabulary} is not in snake_case");
    }
}

fn assert_labels(vocabulary: &str, labels: &[&str]) {
    assert_eq!(labels.iter().collect::<BTreeSet<_>>().len(), labels.len(), "{vocabulary} has a label twice");
    for label in labels {
        assert!(!label.is_empty() && label.trim() == *label, "`{label}` of {vocabulary}");
    }
}

#[test]
fn every_word_has_one_text_and_two_labels() {
    let checked = check! {
        AccountLevel AnomalyCode ApproachCause BacktestScore BlockerKind BrokenLineKind BuyingRole ChainLinkKind
        Channel CoachPosition ColumnFault CommunicationStyle ComparableBasis CompetitorStanding ComplaintKind
        ComplianceKind ConcentrationUnit Confidence ContactDepth ContributionKind CoverageGapKind CoverageLevel
        Criterion CustomerStanding DayBasis DiagnosisStepKind Direction DistributionMethod Driver DueState
        ErasureAction ExpenseKind FactKind FindingKind FitStatus ForecastBasis ForecastCategory ForecastColumn
        ForecastDimension GateKind GateState InformationPoint InformationState KeyAccountKind KeyCriterion
        KeyFindingState KeyStanding LeftOutCause LifecyclePhase LoyaltyBasis LoyaltyPattern MarketFinding
        ModelParameter MoveDirection MoveKind MovementKind NextMove NoCadence NoComparables NoPathCause NoPrediction
        NoTrend NonSupporterKind OpportunityStatus PeriodUnit PhaseShift PlanGapKind PlaybookPreset PotentialBasis
        PredictionMethod PredictionScore ProbabilitySource ProblemCode RateDate ReceiptPartKind RecencyBasis
        RegularityKind RelationshipKind RelationshipPhase RelationshipStrength RetentionBasis RfmMeasure RfmMethod
        RfmSegment SeasonState Segmentation Severity SignalKind SignalOutcome SignalPlay SignalState SilenceState
        StagePhase Stance StepState SuggestionKind SupportMoveKind SupportTrend SwitchingCostKind SwitchingCostLevel
        TeamFunction TeamMove TimingBasis Topic TransitionOutcome TrendDirection TrendPeriod Unit UnmatchedCause
        UnpricedCause UnreachableCause ValueBasis VetoRisk WalletBasis Weekday WinRateBasis WorkingDirection
    };
    let mut defined = BTreeSet::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut defined);
    assert_eq!(checked, defined, "the list above has every vocabulary of the sources");
}

/// The public vocabularies that the sources define.
fn collect(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, names);
        } else if path.file_name().is_some_and(|name| name != "tests.rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            for table in text.split("\nvocabulary! {").skip(1) {
                let name = table.split("pub enum ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap();
                names.insert(name.to_owned());
            }
        }
    }
}

#[test]
fn languages_have_two_words() {
    for (language, word) in [(Language::En, "\"en\""), (Language::ZhHans, "\"zh_hans\"")] {
        assert_eq!(serde_json::to_string(&language).unwrap(), word);
        assert_eq!(serde_json::from_str::<Language>(word).unwrap(), language);
    }
    assert_eq!(read_json::<Language>("\"fr\"").unwrap_err()[0].code, ProblemCode::UnknownValue);
}
