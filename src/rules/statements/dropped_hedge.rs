//! `dropped-hedge`: the source hedges, the draft asserts.

use crate::config::Level;
use crate::language::Class;
use crate::matching::evidence::Evidence;
use crate::matching::evidence::alignment::same;
use crate::matching::evidence::gathering::may_be_held;
use crate::matching::statements::amounts::quantifiers::{is_amount, raised};
use crate::matching::statements::certainty::charges::convicted;
use crate::matching::statements::certainty::hedges::{LostHedge, is_softened, lost_hedge, strong_hedge};
use crate::matching::statements::certainty::plans::done;
use crate::matching::statements::comparison::first_difference;
use crate::matching::statements::difference::{Difference, Kind, Stands};
use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::finding::{Proof, Remark, cite};
use crate::rules::rule::{Rule, Run};
use crate::rules::statements::thresholds;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::DroppedHedge,
    summary: "The source hedges, the draft asserts.",
    docs: include_str!("../../../docs/rules/dropped-hedge.md"),
    level: Level::Warning,
    since: "0.1.0",
    run: Run::Sentence(run),
};

fn run(scene: &Scene<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    if !scene.is_comparable() {
        return found;
    }
    let reading = scene.reading;
    let lexicon = scene.lexicon;
    let skip = |at: usize| scene.is_quoted(at);
    let near: Vec<&Evidence> = scene
        .support
        .evidence
        .iter()
        .filter(|one| {
            one.topic >= thresholds::DROPPED_HEDGE_SAME_TOPIC && may_be_held(lexicon, &one.candidate)
        })
        .collect();
    let close = near
        .iter()
        .filter(|one| one.alignment.closeness() >= thresholds::DROPPED_HEDGE_CLOSE)
        .find_map(|one| lost_hedge(scene.pair(one, &skip)).map(|lost| (*one, lost)));
    // Some passage as near tells it without a hedge: then the draft may, too.
    let asserted = |than: f64| {
        near.iter().any(|one| {
            one.topic >= than - thresholds::AS_NEAR && strong_hedge(reading, one, lexicon).is_none()
        })
    };
    let loose = || {
        let best = near
            .first()
            .filter(|one| one.topic >= thresholds::SAME_CLAIM && !is_softened(reading, lexicon))?;
        let source = strong_hedge(reading, best, lexicon).filter(|_| !asserted(best.topic))?;
        Some((*best, LostHedge { draft: None, source: source..source + 1 }))
    };
    // The passage itself, not a part of it that a hedge governs.
    let whole = |one: &Evidence| one.candidate.reading.words.len() <= reading.words.len() + 2;
    let verbatim =
        scene.support.evidence.first().is_some_and(|best| {
            best.score > 0.98 && best.alignment.is_whole(reading.words.len()) && whole(best)
        });
    // Told in whatever order: the act itself is the same.
    let hardened = || {
        near.iter().filter(|one| one.topic >= thresholds::SAME_ACT).find_map(|one| {
            let pair = scene.pair(one, &skip);
            let (kind, lost) = done(pair)
                .map(|lost| (Kind::Plan, lost))
                .or_else(|| convicted(pair).map(|lost| (Kind::Charge, lost)))?;
            (!is_told(scene, &lost, one, &near)).then_some((kind, (*one, lost)))
        })
    };
    let raised = || {
        let first = near.first().filter(|one| one.topic >= thresholds::SAME_ACT)?;
        let amounts = raised(scene.pair(first, &skip)).filter(|amounts| !amounts.opposed)?;
        Some((*first, LostHedge { draft: Some(amounts.draft), source: amounts.source }))
    };
    let softened = if verbatim { None } else { close.or_else(loose) };
    let of = |kind: Kind| move |(one, lost): (&Evidence, LostHedge)| report(scene, kind, one, &lost);
    let lost = softened
        .map(of(Kind::Hedge))
        .or_else(|| hardened().map(|(kind, found)| of(kind)(found)))
        .or_else(|| raised().map(of(Kind::Amount)));
    let stronger = || {
        first_difference(reading, &scene.support.evidence, lexicon, &skip, Stands::Stronger)
            .map(|(one, difference)| strengthened(scene, one, &difference))
    };
    found.extend(lost.or_else(stronger));
    found
}

/// Whether another passage about as near has the draft's word, and no plan or charge.
fn is_told(scene: &Scene<'_>, lost: &LostHedge, against: &Evidence, near: &[&Evidence]) -> bool {
    let Some(word) = lost.draft.map(|at| &scene.reading.words[at]) else { return false };
    let skip = |_: usize| false;
    let tells = |one: &Evidence| {
        let has = one.candidate.reading.words.iter().any(|theirs| same(word, theirs));
        let pair = scene.pair(one, &skip);
        has && done(pair).is_none() && convicted(pair).is_none()
    };
    near.iter().any(|one| {
        one.candidate.id != against.candidate.id
            && one.topic >= against.topic - thresholds::NEWS
            && tells(one)
    })
}

/// Whether the sentence says a crime of somebody by name (H2).
fn accuses(scene: &Scene<'_>) -> bool {
    let crime = scene.reading.words.iter().any(|word| scene.lexicon.is(&word.fold, Class::Crime));
    crime && scene.reading.names().iter().any(|name| name.words.len() > 1)
}

/// The draft says more than follows from the source.
fn strengthened(scene: &Scene<'_>, one: &Evidence, difference: &Difference) -> Remark {
    let candidate = &one.candidate;
    let marked = candidate.reading.span(&difference.source);
    let there = marked.of(&candidate.passage.text);
    let more = match difference.kind {
        Kind::Alternative => format!("has “{there}”, and the draft but one of them. Name the others, too"),
        Kind::Reach => format!("says this of “{there}” alone. Keep the limit"),
        Kind::Attribution => {
            let whose =
                difference.means.as_deref().map_or_else(String::new, |whose| format!(" of “{whose}”"));
            format!("has this as the word{whose} alone (“{there}”). Say whose word it is")
        }
        _ => format!("says less: it has “{there}”. Keep to that"),
    };
    Remark {
        evidence: vec![Proof::marking(candidate, one.score, marked)],
        difference: Some(difference.kind),
        ..RULE.remark(
            scene.reading.span(&difference.draft),
            format!("{} {more}, or find a source that says so.", cite(candidate)),
        )
    }
}

fn report(scene: &Scene<'_>, kind: Kind, one: &Evidence, lost: &LostHedge) -> Remark {
    let candidate = &one.candidate;
    let marked = candidate.reading.span(&lost.source);
    let there = marked.of(&candidate.passage.text);
    let less = if lost.draft.is_some_and(|at| is_amount(&scene.reading.words[at], scene.lexicon)) {
        format!("says it of fewer: it has “{there}”. Keep to that, or find a source that says so.")
    } else {
        format!("is less certain: it has “{there}”. Keep the hedge, or find a source that asserts this.")
    };
    Remark {
        level: if accuses(scene) { Level::Error } else { RULE.level },
        evidence: vec![Proof::marking(candidate, one.score, marked)],
        difference: Some(kind),
        ..RULE.remark(
            lost.draft.map_or(scene.whole(), |at| scene.reading.span(&(at..at + 1))),
            format!("{} {less}", cite(candidate)),
        )
    }
}
