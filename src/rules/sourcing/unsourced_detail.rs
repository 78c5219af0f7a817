//! `unsourced-detail`: a sourced sentence holds a name or a figure that no source has.

use crate::config::Level;
use crate::language::Class;
use crate::matching::evidence::Evidence;
use crate::matching::evidence::kindred::is_meant;
use crate::matching::statements::names::name_comparison::is_same_name;
use crate::matching::values::derived::is_given;
use crate::prose::Reading;
use crate::prose::names::Name;
use crate::prose::names::acronyms::may_abbreviate;
use crate::prose::syntax::Upos;
use crate::prose::words::{Word, words};
use crate::rules::case::assessment::Verdict;
use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::finding::{Proof, Remark, cite};
use crate::rules::rule::{Rule, Run};
use rustc_hash::FxHashSet;
use std::cell::LazyCell;
use std::ops::Range;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::UnsourcedDetail,
    summary: "The sentence is sourced, but these words of it are not.",
    docs: include_str!("../../../docs/rules/unsourced-detail.md"),
    level: Level::Hint,
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

/// What bears a fact and stands in no passage of the story: figures, dates, names and the offices before them, and several words
/// together of which the story has none, each whole and with the little words that lead to it. One other word may be the writer's
/// for what the source says in its own. Quoted words and the text of links are left out, and so are figures that a source's own
/// give.
fn details(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let labels = LazyCell::new(|| labels(scene));
    let is_known = |at: usize| is_known(scene, &scene.reading.words[at], &labels);
    let missing = facts(scene).into_iter().filter(|fact| is_missing(scene, fact, &is_known));
    let mut missing: Vec<Range<usize>> =
        missing.map(|fact| fact.words).chain(strange(scene, &is_known)).collect();
    missing.sort_by_key(|words| words.start);
    joined(scene.reading, missing).into_iter().map(|run| led_to(scene, run)).collect()
}

/// Runs of words that tell something and that nothing in the sources of the story tells, in whatever form.
fn strange(scene: &Scene<'_>, is_known: &dyn Fn(usize) -> bool) -> Vec<Range<usize>> {
    let reading = scene.reading;
    let tells = |at: &usize| {
        let word = &reading.words[*at];
        let upos = reading.tree().upos(*at);
        !word.stop
            && !word.sign
            && !word.numeric
            && !reading.is_in_value(*at)
            && !scene.is_quoted(*at)
            && !scene.is_linked(*at)
            && matches!(upos, Some(Upos::Noun | Upos::Adj | Upos::Verb))
            && !scene.lexicon.is(&word.fold, Class::Speech)
            && !scene.lexicon.is(&word.fold, Class::Honorific)
    };
    let words =
        (0..reading.words.len()).filter(|at| tells(at) && !is_known(*at)).map(|at| at..at + 1).collect();
    let told = |run: &Range<usize>| run.clone().filter(tells).count();
    joined(reading, words).into_iter().filter(|run| told(run) >= SEVERAL).collect()
}

/// Words that together are more than another word for what the source has.
const SEVERAL: usize = 2;

/// Words of a sentence that bear a fact together, and of what kind it is.
struct Fact {
    words: Range<usize>,
    /// Compared by value.
    value: bool,
}

/// The facts of a sentence, in order.
fn facts(scene: &Scene<'_>) -> Vec<Fact> {
    let (reading, lexicon) = (scene.reading, scene.lexicon);
    let figures = reading.figures().iter().map(|figure| &figure.words);
    let values = figures.chain(reading.dates().iter().map(|date| &date.words));
    // "The Families First Act" counts nothing.
    let in_name = |words: &Range<usize>| {
        reading.names().iter().any(|name| name.words.start <= words.start && words.end < name.words.end)
    };
    let values =
        values.filter(|words| !in_name(words)).map(|words| Fact { words: words.clone(), value: true });
    let is_name = |name: &&Name| {
        let is_proper = |at: usize| reading.tree().upos(at).is_none_or(|upos| upos == Upos::Propn);
        // Where all nouns have capitals, and at the start of a sentence, only the parser can tell.
        let is_sure = name.words.start > 0 && !lexicon.language.capital_nouns || name.words.len() > 1;
        name.bare < name.words.end && (is_sure || is_proper(name.bare)) && is_proper(name.words.end - 1)
    };
    let names = reading.names().iter().filter(is_name);
    let names = names.map(|name| Fact { words: name.bare..name.words.end, value: false });
    // "Minister Odile Hanssen": the office of somebody whom the source knows.
    let office = |name: &Name| {
        let titles = (name.words.start..name.bare)
            .filter(|at| lexicon.is(&reading.words[*at].fold, Class::Title))
            .filter(|at| !lexicon.is(&reading.words[*at].fold, Class::Honorific));
        titles.map(|at| Fact { words: at..at + 1, value: false }).collect::<Vec<_>>()
    };
    let offices = reading.names().iter().filter(|name| name.bare < name.words.end).flat_map(office);
    let mut found: Vec<Fact> = values.chain(names).chain(offices).collect();
    found.sort_by_key(|fact| fact.words.start);
    found
}

/// Whether no passage of the story has a fact, and nothing else explains it.
fn is_missing(scene: &Scene<'_>, fact: &Fact, is_known: &dyn Fn(usize) -> bool) -> bool {
    let (reading, support) = (scene.reading, scene.support);
    // Whose words are whose is told by the rules of quotations.
    let is_judged = |at: usize| {
        scene.around.judged_speakers.iter().any(|speaker| speaker.overlaps(reading.words[at].span))
    };
    let is_free = |at: usize| !scene.is_quoted(at) && !scene.is_linked(at) && !is_judged(at);
    if !fact.words.clone().all(is_free) {
        return false;
    }
    let terms: Vec<usize> =
        (0..support.terms.len()).filter(|n| fact.words.contains(&support.terms[*n].word)).collect();
    let is_carried = |one: &Evidence| terms.iter().any(|n| one.hits.get(*n).is_some_and(|hit| *hit > 0.0));
    if terms.is_empty() || support.evidence.iter().any(is_carried) {
        return false;
    }
    if fact.value {
        let figure = reading.figures().iter().find(|figure| figure.words == fact.words);
        return !figure
            .is_some_and(|figure| support.evidence.iter().any(|one| is_given(scene.side(), figure, one)));
    }
    !fact.words.clone().any(is_known)
}

/// The words of the labels of the passages near the sentence: who speaks there, and what their sources are called.
fn labels(scene: &Scene<'_>) -> Vec<Word> {
    let mut read: FxHashSet<&str> = FxHashSet::default();
    let labels = scene.support.evidence.iter().flat_map(Evidence::passages).flat_map(|one| {
        let source = &one.source;
        let labels = [&one.passage.speaker, &source.title, &source.publisher, &source.author];
        labels.into_iter().flatten().map(|label| (label.as_str(), one.lexicon))
    });
    labels
        .filter(|(label, _)| read.insert(label))
        .flat_map(|(label, lexicon)| words(label, lexicon))
        .collect()
}

/// Whether a passage near the sentence, or one of their labels, has a word in another form, or the sources that tell of it have it
/// elsewhere.
fn is_known(scene: &Scene<'_>, word: &Word, labels: &[Word]) -> bool {
    let evidence = &scene.support.evidence;
    let near =
        || evidence.iter().flat_map(Evidence::passages).flat_map(|one| &one.reading.words).chain(labels);
    let is_form = |other: &Word| {
        is_same_name(&word.fold, &other.fold)
            || word.capital && other.capital && may_abbreviate(word, other, scene.lexicon)
    };
    if is_meant(word, near(), scene.reading.language) || near().any(is_form) {
        return true;
    }
    let has_source = |id| {
        scene
            .snapshot
            .source_of(id)
            .is_some_and(|source| evidence.iter().any(|one| one.candidate.source.path == source.path))
    };
    scene.snapshot.search(&[word.stem.as_str()], ELSEWHERE).into_iter().any(has_source)
}

/// Passages with a word that are looked at for one of the sentence's own sources; what is in more is no detail that a reader
/// would miss.
const ELSEWHERE: usize = 50;

/// Facts with nothing but little words between them, in one clause, are one stretch.
fn joined(reading: &Reading, facts: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for fact in facts {
        match found.last_mut() {
            Some(run)
                if fact.start <= run.end
                    || (run.end..fact.start).all(|between| reading.words[between].stop)
                        && !is_broken(reading, run.end - 1, fact.start) =>
            {
                run.end = run.end.max(fact.end);
            }
            _ => found.push(fact),
        }
    }
    found
}

/// Whether a mark stands between two words.
fn is_broken(reading: &Reading, first: usize, last: usize) -> bool {
    reading.between(first, last).contains([',', ';', ':', '—', '(', ')'])
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
    let is_next = |at: usize| scene.reading.between(at, at + 1).trim().is_empty();
    let mut start = run.start;
    while start > 0 && run.start - start < LEADING && leads(start - 1) && is_next(start - 1) {
        start -= 1;
    }
    start..run.end
}

/// "At the", "as of the".
const LEADING: usize = 3;
