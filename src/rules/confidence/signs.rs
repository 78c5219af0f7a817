//! What tells of a finding whether it is right: how near the passage stands to the sentence, and what is said of one event.

use crate::matching::Candidate;
use crate::matching::evidence::alignment::{ratio, same};
use crate::matching::evidence::support::KEPT_EVIDENCE;
use crate::matching::statements::company::Company;
use crate::matching::statements::company::ties::{Ties, ties};
use crate::prose::Reading;
use crate::prose::words::Word;
use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::confidence::value::Signs;
use crate::rules::finding::Remark;
use crate::text::Span;
use jiff::civil;
use std::ops::Range;

/// The signs of what a rule says of a sentence; `None` where it rests on no passage that the sentence was held against.
pub(super) fn signs(scene: &Scene<'_>, remark: &Remark) -> Option<Signs> {
    let all = &scene.support.evidence;
    let proof = remark.evidence.first()?;
    let rank = all.iter().position(|one| one.candidate.id == proof.candidate.id)?;
    let (one, lead) = (&all[rank], &all[0]);
    let (own, theirs) = (scene.reading, &one.candidate.reading);
    let draft = words_in(own, remark.span);
    let marked = proof.marked.first().map_or(0..0, |span| words_in(theirs, *span));
    let is_whole = draft.len() + LEFT_OUT >= own.words.len();
    let telling = |words: &Range<usize>, reading: &Reading| -> Vec<usize> {
        words.clone().filter(|at| !reading.words[*at].stop && !reading.words[*at].sign).collect()
    };
    let (own_words, their_words) = (telling(&draft, own), telling(&marked, theirs));
    let has = |candidate: &Candidate, words: &[usize], of: &Reading| {
        let has = |at: &usize| candidate.reading.words.iter().any(|word| same(&of.words[*at], word));
        !words.is_empty() && words.iter().all(has)
    };
    let mine = if is_whole { &[] as &[usize] } else { &own_words };
    let kept = all
        .iter()
        .filter(|other| other.candidate.id != one.candidate.id && other.topic >= one.topic - AS_NEAR);
    let (mut with_own, mut with_theirs) = (0, 0);
    for other in kept {
        with_own += usize::from(has(&other.candidate, mine, own));
        with_theirs += usize::from(has(&other.candidate, &their_words, theirs));
    }
    let company = if marked.is_empty() || is_whole {
        0.0
    } else {
        Company::beside(own, &draft).shared(&Company::beside(theirs, &marked)).0
    };
    let ties =
        if marked.is_empty() || is_whole { Ties::default() } else { ties(own, &draft, theirs, &marked) };
    let source = one.candidate.source.date();
    let of_one_source =
        all.iter().filter(|other| other.candidate.source.key == one.candidate.source.key).count();
    Some([
        one.score,
        one.topic,
        one.direct(&scene.support.terms),
        ratio(rank, KEPT_EVIDENCE),
        lead.score - one.score,
        one.alignment.closeness(),
        apart(source, lead.candidate.source.date()),
        named(own, &draft, |word| carries(&one.candidate, word)),
        named(own, &draft, |word| {
            carries(&one.candidate, word) || one.around.iter().any(|other| carries(other, word))
        }),
        company,
        flag(has(&one.candidate, mine, own)),
        flag(one.around.iter().any(|other| has(other, mine, own))),
        ratio(with_own.min(WITNESSES), WITNESSES),
        ratio(with_theirs.min(WITNESSES), WITNESSES),
        ratio(scene.support.terms.len().min(MANY_TERMS), MANY_TERMS),
        ratio(theirs.words.len().min(MANY_WORDS), MANY_WORDS),
        neighbours(own, &draft, theirs),
        neighbours(theirs, &marked, own),
        same_noun(own, &draft, theirs, &marked),
        flag(is_whole),
        ratio(of_one_source, all.len()),
        tied(ties.governor),
        tied(ties.act),
        tied(ties.doer),
        // What a date hangs on tells more of it than of others: a sentence has its day, and each act in it its own.
        if remark.rule == Code::ConflictingDate { tied(ties.governor) } else { 0.0 },
        alike_values((own, &draft), (theirs, &marked)),
    ])
}

/// How far a sign reaches, so that each lies between -1 and 1: the weights are learned for these, and change with them.
const AS_NEAR: f64 = 0.1;
const WITNESSES: usize = 3;
const MANY_TERMS: usize = 30;
const MANY_WORDS: usize = 60;
/// Telling words on either side of a difference.
const BESIDE: usize = 3;
/// A year and a month.
const LONG_APART: f64 = 400.0;
/// A stretch that leaves out so many words of a sentence is the whole of it.
const LEFT_OUT: usize = 2;

fn flag(is: bool) -> f64 {
    if is { 1.0 } else { 0.0 }
}

/// 1 for the same, -1 for another, 0 where it cannot be told.
fn tied(tie: Option<bool>) -> f64 {
    tie.map_or(0.0, |same| if same { 1.0 } else { -1.0 })
}

/// The words that a stretch of a text touches.
fn words_in(reading: &Reading, span: Span) -> Range<usize> {
    let start = reading.words.iter().position(|word| word.span.overlaps(span)).unwrap_or(0);
    let end = reading.words.iter().rposition(|word| word.span.overlaps(span)).map_or(start, |at| at + 1);
    start..end
}

fn carries(candidate: &Candidate, word: &Word) -> bool {
    candidate.reading.words.iter().any(|theirs| same(word, theirs))
}

/// How far two days are from each other, 0 to 1 on a scale of orders: a week is a third, a year nearly all. Unknown is none.
fn apart(one: Option<civil::Date>, other: Option<civil::Date>) -> f64 {
    one.zip(other).map_or(0.0, |(a, b)| {
        let days = (a - b).get_days().abs();
        (f64::from(days).ln_1p() / LONG_APART.ln_1p()).min(1.0)
    })
}

/// Share of the names outside a stretch that another text has, by a word of each; all where there is none.
fn named(reading: &Reading, but: &Range<usize>, has: impl Fn(&Word) -> bool) -> f64 {
    let others =
        reading.names().iter().filter(|name| name.words.end <= but.start || name.words.start >= but.end);
    let names: Vec<bool> =
        others.map(|name| reading.words[name.bare..name.words.end].iter().any(&has)).collect();
    if names.is_empty() { 1.0 } else { ratio(names.iter().filter(|has| **has).count(), names.len()) }
}

/// Share of the telling words on either side of a stretch that another text has.
fn neighbours(reading: &Reading, words: &Range<usize>, other: &Reading) -> f64 {
    let tells = |at: &usize| !reading.words[*at].stop && !reading.words[*at].sign;
    let before = (0..words.start).rev().filter(tells).take(BESIDE);
    let near: Vec<usize> =
        before.chain((words.end..reading.words.len()).filter(tells).take(BESIDE)).collect();
    let has = |at: &&usize| other.words.iter().any(|word| same(&reading.words[**at], word));
    ratio(near.iter().filter(has).count(), near.len())
}

/// The first of several values that a stretch touches.
fn touched<'r, T>(all: &'r [T], at: impl Fn(&T) -> &Range<usize>, words: &Range<usize>) -> Option<&'r T> {
    all.iter().find(|one| at(one).start < words.end && words.start < at(one).end)
}

/// How near two values are, 0 to 1: a slip of the pen changes a digit or a month, where another event has another date and number.
fn alike_values(own: (&Reading, &Range<usize>), theirs: (&Reading, &Range<usize>)) -> f64 {
    let date = |(reading, words): (&'_ Reading, &Range<usize>)| {
        touched(reading.dates(), |date| &date.words, words).map(|date| {
            [date.year, date.month.map(i16::from), date.day.map(i16::from), date.weekday.map(i16::from)]
        })
    };
    if let Some((one, two)) = date(own).zip(date(theirs)) {
        let both = one.iter().zip(&two).filter_map(|(one, two)| one.zip(*two));
        let (same, all) =
            both.fold((0, 0), |(same, all), (one, two)| (same + usize::from(one == two), all + 1));
        return ratio(same, all);
    }
    let figure = |(reading, words): (&'_ Reading, &Range<usize>)| {
        touched(reading.figures(), |figure| &figure.words, words).map(|figure| (figure.unit, figure.low))
    };
    match figure(own).zip(figure(theirs)) {
        Some(((unit, one), (other, two))) if unit == other && one.abs().max(two.abs()) > 0.0 => {
            1.0 - ((one - two).abs() / one.abs().max(two.abs())).min(1.0)
        }
        _ => 0.0,
    }
}

/// Whether two figures name the same thing, 1, another, -1, or at least one none.
fn same_noun(own: &Reading, draft: &Range<usize>, theirs: &Reading, marked: &Range<usize>) -> f64 {
    let noun = |reading: &'_ Reading, words: &Range<usize>| {
        touched(reading.figures(), |figure| &figure.words, words).and_then(|figure| reading.counted(figure))
    };
    match noun(own, draft).zip(noun(theirs, marked)) {
        Some((a, b)) if same(&own.words[a], &theirs.words[b]) => 1.0,
        Some(_) => -1.0,
        None => 0.0,
    }
}
