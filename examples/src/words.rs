//! The labels of words that findings carry.

use keyaccount::{
    AnomalyCode, CoverageGapKind, Finding, FindingKind, Language, LifecyclePhase, LoyaltyPattern, NextMove, SignalKind,
    SignalPlay, UnpricedCause,
};

/// What a finding is, in words: the label of its detail.
pub(crate) fn title(finding: &Finding, language: Language) -> String {
    let word = finding.detail.as_str();
    let kind = finding.kind.label(language);
    let detail = match finding.kind {
        FindingKind::CoverageGap => word.parse().ok().map(|gap: CoverageGapKind| gap.label(language)),
        FindingKind::Signal => word.parse().ok().map(|signal: SignalKind| signal.label(language)),
        FindingKind::Lifecycle => word.parse().ok().map(|phase: LifecyclePhase| phase.label(language)),
        FindingKind::Loyalty => word.parse().ok().map(|pattern: LoyaltyPattern| pattern.label(language)),
        FindingKind::Unpriced => word.parse().ok().map(|cause: UnpricedCause| cause.label(language)),
        FindingKind::OddHistory => word.parse().ok().map(|code: AnomalyCode| code.label(language)),
        _ => None,
    };
    match (finding.kind, detail) {
        (FindingKind::CoverageGap | FindingKind::Signal, Some(detail)) => detail.to_owned(),
        (_, Some(detail)) => format!("{kind}: {detail}"),
        (_, None) => kind.to_owned(),
    }
}

/// The next move of a finding, in words.
pub(crate) fn next_move(finding: &Finding, language: Language) -> Option<&'static str> {
    let word = finding.next_move.as_deref()?;
    let from_gap = word.parse().ok().map(|next: NextMove| next.label(language));
    from_gap.or_else(|| word.parse().ok().map(|play: SignalPlay| play.label(language)))
}
