//! `unsourced-detail`: a sourced sentence holds a name or a figure that no source has.

use crate::config::Level;
use crate::language::Class;
use crate::matching::evidence::Evidence;
use crate::matching::values::derived::is_given;
use crate::prose::Reading;
use crate::rules::case::assessment::Verdict;
use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::finding::{Proof, Remark, cite};
use crate::rules::rule::{Rule, Run};
use crate::rules::sourcing::thresholds;
use rustc_hash::FxHashSet;
use std::ops::Range;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::UnsourcedDetail,
    summary: "The sentence is sourced, but these words of it are not.",
    docs: include_str!("../../../docs/rules/unsourced-detail.md"),
    level: Level::Info,
    since: "0.1.0",
    run: Run::Sentence(run),
};

fn run(scene: &Scene<'_>) -> Vec<Remark> {
    let Some(best) = scene.support.evidence.first() else { return Vec::new() };
    if !scene.around.is_claim || !matches!(scene.around.verdict, Verdict::Supported | Verdict::Partial) {
        return Vec::new();
    }
    let report = |words: Range<usize>| Remark {
        evidence: vec![Proof::of(&best.candidate, best.score)],
        ..RULE.remark(
            scene.reading.span(&words),
            format!(
                "No source has “{}”; the rest of the sentence is in {}. Source it, or cut it.",
                scene.printed(&words),
                cite(&best.candidate)
            ),
        )
    };
    details(scene).into_iter().map(report).collect()
}

/// The runs of words that tell something and that no passage about as near as the best carries, with the
/// little words that lead to them: names, figures and dates, and other words where they are rare or several
/// stand together. One common word may be a rewording. Quoted words and the text of links are left out, and
/// so are figures that a source's own give.
fn details(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let (reading, support) = (scene.reading, scene.support);
    let best = support.evidence.first().map_or(0.0, |one| one.topic);
    let nearer = |than: f64| {
        support.evidence.iter().filter(|one| one.topic >= best - than).collect::<Vec<&Evidence>>()
    };
    let (near, farther) = (nearer(thresholds::AS_NEAR), nearer(thresholds::AS_NEAR_A_VALUE));
    let is_given = |at: usize| {
        let figure = reading.figures().iter().find(|figure| figure.words.contains(&at));
        figure.is_some_and(|figure| farther.iter().any(|one| is_given(scene.side(), figure, one)))
    };
    let uncarried = |n: usize, value: bool| {
        let held = if value { &farther } else { &near };
        held.iter().all(|one| one.hits.get(n).is_none_or(|hit| *hit == 0.0))
    };
    // Who says it is told by other rules, and a form of address says nothing.
    let is = |at: usize, class: Class| scene.lexicon.is(&reading.words[at].fold, class);
    let says = |at: usize| is(at, Class::Speech) || is(at, Class::Honorific);
    let missing: FxHashSet<usize> = support
        .terms
        .iter()
        .enumerate()
        .filter(|(n, term)| {
            uncarried(*n, term.value)
                && !says(term.word)
                && !scene.is_quoted(term.word)
                && !scene.is_linked(term.word)
                && !is_given(term.word)
        })
        .map(|(_, term)| term.word)
        .collect();
    let rare: FxHashSet<usize> =
        support.terms.iter().filter(|term| term.rarity >= thresholds::RARE).map(|term| term.word).collect();
    let value = |at: usize| {
        reading.figures().iter().any(|figure| figure.words.contains(&at))
            || reading.dates().iter().any(|date| date.words.contains(&at))
    };
    let named = |at: usize| {
        reading
            .names()
            .iter()
            .any(|name| (name.words.start > 0 || name.words.len() > 1) && name.words.contains(&at))
    };
    // "Ran aground, and a tug pulled it off": one source has the first half, another the second.
    let is_elsewhere = |run: &Range<usize>| {
        let told: Vec<usize> =
            (0..support.terms.len()).filter(|n| run.contains(&support.terms[*n].word)).collect();
        let has = |one: &&Evidence| told.iter().all(|n| one.hits.get(*n).is_some_and(|hit| *hit >= 1.0));
        told.len() > 1
            && support.evidence.iter().filter(|one| one.topic >= thresholds::HALF_OF_IT).any(|one| has(&one))
    };
    let is_told = |run: &Range<usize>| {
        let told: Vec<usize> = run.clone().filter(|at| missing.contains(at)).collect();
        told.len() > 1 || told.iter().any(|at| value(*at) || named(*at) || rare.contains(at))
    };
    runs(reading, &missing)
        .into_iter()
        .filter(|run| is_told(run) && !is_elsewhere(run))
        .map(|run| led_to(scene, run))
        .collect()
}

/// Missing words with nothing but little words between them, in one clause.
fn runs(reading: &Reading, missing: &FxHashSet<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in (0..reading.words.len()).filter(|at| missing.contains(at)) {
        match found.last_mut() {
            Some(run)
                if (run.end..at).all(|between| reading.words[between].stop)
                    && !is_broken(reading, run.end - 1, at) =>
            {
                run.end = at + 1;
            }
            _ => found.push(at..at + 1),
        }
    }
    found
}

/// Whether a mark stands between two words.
fn is_broken(reading: &Reading, first: usize, last: usize) -> bool {
    reading.text[reading.words[first].span.end as usize..reading.words[last].span.start as usize]
        .contains([',', ';', ':', '—', '(', ')'])
}

/// The run with the prepositions and articles before it: "in 1979", "at the Creative Arts Awards".
fn led_to(scene: &Scene<'_>, run: Range<usize>) -> Range<usize> {
    let (words, lexicon) = (&scene.reading.words, scene.lexicon);
    let counting = &lexicon.language.counting;
    let leads = |at: usize| {
        let fold = words[at].fold.as_str();
        lexicon.is(fold, Class::Preposition)
            || counting.articles.contains(&fold)
            || counting.day_articles.contains(&fold)
            || lexicon.is(fold, Class::Turn)
    };
    let is_next = |at: usize| {
        scene.reading.text[words[at].span.end as usize..words[at + 1].span.start as usize].trim().is_empty()
    };
    let mut start = run.start;
    while start > 0 && run.start - start < LEADING && leads(start - 1) && is_next(start - 1) {
        start -= 1;
    }
    start..run.end
}

/// "At the", "as of the".
const LEADING: usize = 3;
