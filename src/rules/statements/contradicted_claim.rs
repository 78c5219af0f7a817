//! `contradicted-claim`: the aligned source says the opposite.

use crate::config::Level;
use crate::matching::Candidate;
use crate::matching::evidence::Evidence;
use crate::matching::evidence::alignment::same;
use crate::matching::evidence::gathering::may_be_held;
use crate::matching::statements::amounts::quantifiers::raised;
use crate::matching::statements::clauses::are_readable;
use crate::matching::statements::comparison::{NEAREST, first_difference};
use crate::matching::statements::difference::{Difference, Kind, Stands};
use crate::matching::statements::participants::exchanged;
use crate::matching::statements::polarity::denials::{denied, denies_in_clause};
use crate::matching::statements::polarity::opposites::{Reversal, loose_opposite, reversal};
use crate::prose::words::Word;
use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::finding::{Proof, Remark, cite};
use crate::rules::rule::{Rule, Run};
use crate::rules::statements::thresholds;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::ContradictedClaim,
    summary: "A source says the opposite.",
    docs: include_str!("../../../docs/rules/contradicted-claim.md"),
    level: Level::Error,
    since: "0.1.0",
    run: Run::Sentence(run),
};

fn run(scene: &Scene<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    if !scene.is_comparable() {
        return found;
    }
    // Another passage that says it the draft's way settles it.
    if scene.support.evidence.first().is_some_and(|best| {
        best.alignment.is_whole(scene.reading.words.len()) && best.score > thresholds::IDENTICAL
    }) {
        return found;
    }
    let mut near = scene
        .support
        .evidence
        .iter()
        .take(NEAREST)
        .filter(|one| {
            one.topic >= thresholds::CONTRADICTED_CLAIM_SAME_TOPIC
                && one.direct(&scene.support.terms) >= thresholds::OF_ITS_OWN
        })
        .filter(|one| may_be_held(scene.lexicon, &one.candidate));
    let skip = |at: usize| scene.is_quoted(at);
    let (reading, evidence) = (scene.reading, &scene.support.evidence);
    if let Some((one, difference)) =
        first_difference(reading, evidence, scene.lexicon, &skip, Stands::Excluded)
    {
        return vec![excluded(scene, &difference, one)];
    }
    let settled = |reversal: &Reversal, one: &Evidence| {
        reversal.draft.is_some_and(|at| is_said(scene, at, one, &scene.support.evidence))
    };
    found.extend(near.find_map(|one| {
        against(scene, one)
            .filter(|(_, reversal)| !settled(reversal, one))
            .map(|(kind, reversal)| report(scene, kind, &reversal, one))
    }));
    found
}

/// Whether another passage about as near has the draft's own word.
fn is_said(scene: &Scene<'_>, at: usize, against: &Evidence, all: &[Evidence]) -> bool {
    let word = &scene.reading.words[at];
    // "Costs fell", in the sentence behind "sales rose".
    let beside = nearest(scene, at);
    let negates = scene.lexicon.negates(&word.fold);
    let asserts = |candidate: &Candidate, word: &Word| {
        let theirs = &candidate.reading;
        // Over each word for each word: only of what somebody wrote to be read.
        are_readable(theirs, scene.reading)
            && (0..theirs.words.len()).any(|at| {
                same(word, &theirs.words[at]) && (negates || !denies_in_clause(theirs, at, candidate.lexicon))
            })
    };
    let carries =
        |candidate: &Candidate, word: &Word| candidate.reading.words.iter().any(|theirs| same(word, theirs));
    if !negates
        && against.around.iter().any(|one| carries(one, word) && beside.iter().any(|near| carries(one, near)))
    {
        return true;
    }
    all.iter().any(|one| {
        one.candidate.id != against.candidate.id
            && !one.candidate.passage.heading
            && one.topic >= against.topic - thresholds::CONTRADICTED_CLAIM_NEARER
            && asserts(&one.candidate, word)
            && (negates || beside.is_empty() || beside.iter().any(|near| carries(&one.candidate, near)))
    })
}

/// The telling words on either side of word `at`, figures left out.
fn nearest<'s>(scene: &'s Scene<'_>, at: usize) -> Vec<&'s Word> {
    let reading = scene.reading;
    let in_value = |n: usize| reading.figures().iter().any(|figure| figure.words.contains(&n));
    let tells = |n: &usize| !reading.words[*n].stop && !reading.words[*n].sign && !in_value(*n);
    let before = (0..at).rev().find(tells);
    before.into_iter().chain((at + 1..reading.words.len()).find(tells)).map(|n| &reading.words[n]).collect()
}

fn against(scene: &Scene<'_>, one: &Evidence) -> Option<(Kind, Reversal)> {
    let skip = |at: usize| scene.is_quoted(at);
    let pair = scene.pair(one, &skip);
    let close = one.alignment.closeness() >= thresholds::CONTRADICTED_CLAIM_CLOSE;
    let of = |kind: Kind| move |reversal: Reversal| (kind, reversal);
    close
        .then(|| reversal(pair))
        .flatten()
        .or_else(|| loose_opposite(pair))
        .map(of(Kind::Opposite))
        .or_else(|| exchanged(pair).map(of(Kind::Parties)))
        .or_else(|| {
            let amounts = raised(pair).filter(|amounts| amounts.opposed)?;
            let reversal = Reversal { draft: Some(amounts.draft), source: Some(amounts.source.start) };
            Some((Kind::Amount, reversal))
        })
        .or_else(|| denied(pair).map(of(Kind::Denial)))
}

/// What the draft has and what the source has cannot both be.
fn excluded(scene: &Scene<'_>, difference: &Difference, one: &Evidence) -> Remark {
    let candidate = &one.candidate;
    let proof = Proof::marking(candidate, one.score, candidate.reading.span(&difference.source));
    let (there, here) = (proof.marked_text(), scene.printed(&difference.draft));
    let message = match difference.kind {
        Kind::Speaker => {
            let whose = difference.means.as_deref().unwrap_or(there);
            format!(
                "{} has this from “{whose}”, not from “{here}”. Change whose word it is.",
                cite(candidate)
            )
        }
        Kind::Share => {
            let counted = difference.means.as_deref().unwrap_or(there);
            format!("{} has “{counted}”, not “{here}”. Check the share.", cite(candidate))
        }
        _ => format!("{} has “{there}”, not “{here}”. Check the sentence against it.", cite(candidate)),
    };
    Remark {
        evidence: vec![proof],
        difference: Some(difference.kind),
        ..RULE.remark(scene.reading.span(&difference.draft), message)
    }
}

fn report(scene: &Scene<'_>, kind: Kind, reversal: &Reversal, one: &Evidence) -> Remark {
    let candidate = &one.candidate;
    let span = reversal.draft.map_or(scene.whole(), |at| scene.reading.span(&(at..at + 1)));
    let proof = match reversal.source {
        Some(at) => Proof::marking(candidate, one.score, candidate.reading.words[at].span),
        None => Proof::of(candidate, one.score),
    };
    let difference = match (reversal.draft, reversal.source) {
        (Some(_), Some(_)) if span.of(&scene.reading.text) == proof.marked_text() => {
            format!("who did it, and to whom (“{}”), have changed places", proof.marked_text())
        }
        (Some(_), Some(_)) => {
            format!("“{}” here, “{}” there", span.of(&scene.reading.text), proof.marked_text())
        }
        (Some(_), None) => format!("it has no “{}”", span.of(&scene.reading.text)),
        _ => format!("it has “{}”", proof.marked_text()),
    };
    Remark {
        evidence: vec![proof],
        difference: Some(kind),
        ..RULE.remark(
            span,
            format!("{} says the opposite: {difference}. Check the sentence against it.", cite(candidate)),
        )
    }
}
