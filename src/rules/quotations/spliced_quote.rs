//! `spliced-quote`: one quotation joins words that stand apart, hides a limit in its cut, or is cut off from
//! what limits it.

use crate::config::Level;
use crate::language::{Class, Lexicon};
use crate::matching::quotations::fit::Place;
use crate::matching::quotations::joint_places::{Bond, Lie, lie};
use crate::prose::words::Word;
use crate::rules::case::Case;
use crate::rules::case::quote_case::{Laid, Outcome, Pieces, QuoteCase};
use crate::rules::code::Code;
use crate::rules::finding::{Edit, Finding, Fix, Proof, cite};
use crate::rules::quotations::judgement::proofs;
use crate::rules::quotations::restoration;
use crate::rules::rule::{Rule, Run};
use crate::text::Span;
use crate::text::fold::printable;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::SplicedQuote,
    summary: "One quotation joins words that stand apart, or is cut off from what limits it.",
    docs: include_str!("../../../docs/rules/spliced-quote.md"),
    level: Level::Warning,
    since: "0.1.0",
    run: Run::Draft(run),
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    let report = |quote: &QuoteCase| match &quote.outcome {
        Outcome::Spliced(pieces) => spliced(case, quote, pieces),
        Outcome::Found(laid) => voices(case, quote, laid)
            .or_else(|| apart(case, quote, laid))
            .or_else(|| hidden(case, quote, laid))
            .or_else(|| {
                let whole = quote.outcome.is_exact();
                let ends = laid
                    .last()
                    .filter(|_| whole && !quote.parts.last().is_some_and(|part| part.quoted.ends_elided));
                let begins = laid
                    .first()
                    .filter(|_| whole && !quote.parts.first().is_some_and(|part| part.quoted.opens_elided));
                ends.and_then(|last| cut_short(case, quote, &last.place))
                    .or_else(|| cut_off(case, quote, &begins?.place))
            }),
        _ => None,
    };
    case.quotations.iter().filter_map(report).collect()
}

fn finding(
    case: &Case<'_>,
    quote: &QuoteCase,
    level: Level,
    message: String,
    evidence: Vec<Proof>,
    fixes: Vec<Fix>,
) -> Finding {
    Finding { level, evidence, fixes, ..RULE.finding(case.quote_span(quote), message) }
}

/// Two pieces without a mark between them (E18), of two sources even (E19).
fn spliced(case: &Case<'_>, quote: &QuoteCase, pieces: &Pieces) -> Option<Finding> {
    let (first, _) = pieces.first.origin()?;
    let (second, _) = pieces.second.origin()?;
    let one_source = first.source.path == second.source.path;
    let in_order = one_source && !matches!(lie(&pieces.first, &pieces.second), Lie::Before);
    let ellipsis = pieces.cut.filter(|_| in_order).map(|(part, at)| {
        let at = case.part_span(quote, part, Span { start: at, end: at + 1 }).start;
        Fix {
            title: "Mark the cut with an ellipsis".to_owned(),
            edits: vec![Edit {
                span: Span { start: at, end: at },
                text: format!("{} ", restoration::sign(case)),
            }],
        }
    });
    let evidence = proofs(&pieces.first, 1.0).into_iter().chain(proofs(&pieces.second, 1.0)).collect();
    let (level, message) = if in_order {
        // A reader who sees one cut marked knows that this is not the whole of it.
        let level = if quote.is_marked() { Level::Hint } else { Level::Warning };
        (
            level,
            format!(
                "{} has these words apart from each other. Mark the cut with an ellipsis, or make two quotations.",
                cite(first)
            ),
        )
    } else if one_source {
        (Level::Warning, another_order(&cite(first)))
    } else {
        (Level::Error, two_sources(&cite(first), &cite(second)))
    };
    Some(finding(case, quote, level, message, evidence, ellipsis.into_iter().collect()))
}

fn another_order(source: &str) -> String {
    format!("{source} has these words in another order. Quote them in order, or make two quotations.")
}

fn two_sources(first: &str, second: &str) -> String {
    format!("Half of this is in {first}, half in {second}. Make two quotations.")
}

/// Words of two people made into one quotation.
fn voices(case: &Case<'_>, quote: &QuoteCase, laid: &[Laid]) -> Option<Finding> {
    let mut heard: Option<&str> = None;
    let source = |place: &Place| place.origin().map(|(candidate, _)| candidate.source.path.clone());
    if laid.windows(2).any(|pair| source(&pair[0].place) != source(&pair[1].place)) {
        return None;
    }
    for (one, at) in laid.iter().flat_map(|one| (one.place.from..one.place.to).map(move |at| (one, at))) {
        let (candidate, span) = one.place.window.place(at);
        let speaker = candidate.passage.speaker_at(span).filter(|speaker| case.is_person(speaker));
        match (heard, speaker) {
            (Some(first), Some(second)) if first != second && !case.same_person(first, second) => {
                let message = format!(
                    "{} has these words from two people, {} and {}. Make two quotations.",
                    cite(candidate),
                    printable(first),
                    printable(second)
                );
                let evidence = proofs(&laid.first()?.place, 1.0)
                    .into_iter()
                    .chain([Proof::marking(candidate, 1.0, span)])
                    .collect();
                return Some(finding(case, quote, Level::Error, message, evidence, Vec::new()));
            }
            (None, Some(_)) => heard = speaker,
            _ => {}
        }
    }
    None
}

/// Fragments around an ellipsis, a paragraph's end or "she said" that do not follow each other (E5, E19, Q3,
/// Q6).
fn apart(case: &Case<'_>, quote: &QuoteCase, laid: &[Laid]) -> Option<Finding> {
    laid.windows(2).find_map(|pair| {
        let (first, second) = (&pair[0].place, &pair[1].place);
        let (one, other) = (first.origin()?.0, second.origin()?.0);
        let (level, message) = match (pair[1].bond, lie(first, second)) {
            (_, Lie::Elsewhere) => (Level::Error, two_sources(&cite(one), &cite(other))),
            (_, Lie::Before) => (Level::Warning, another_order(&cite(one))),
            (Bond::Adjacent, Lie::After(words)) if words > JOINED => (
                Level::Warning,
                format!("{} has {words} words between these two parts. Mark the cut with an ellipsis, or make two quotations.", cite(one)),
            ),
            (Bond::Adjacent, Lie::After(words)) if words > 0 => {
                let few = if words == 1 { "a word".to_owned() } else { format!("{words} words") };
                (Level::Hint, format!("Joined across a gap: {} has {few} between these two parts. Check that nothing is lost.", cite(one)))
            }
            _ => return None,
        };
        let evidence = proofs(first, 1.0).into_iter().chain(proofs(second, 1.0)).collect();
        Some(finding(case, quote, level, message, evidence, Vec::new()))
    })
}

/// So many words may be lost where a quotation is interrupted by its attribution.
const JOINED: usize = 5;

/// An ellipsis leaves out a negation or a limit of the sentence it keeps the rest of (E6).
fn hidden(case: &Case<'_>, quote: &QuoteCase, laid: &[Laid]) -> Option<Finding> {
    laid.windows(2).filter(|pair| pair[1].bond == Bond::Elided).find_map(|pair| {
        let (candidate, end) = pair[0].place.end()?;
        let (next, start) = pair[1].place.origin()?;
        // A gap that swallows whole sentences is the writer's to judge.
        if candidate.id != next.id || start.start <= end.end {
            return None;
        }
        let gap = Span { start: end.end, end: start.start };
        // ", and I have no doubt about this," limits nothing that is kept.
        let left = gap.of(&candidate.passage.text).trim();
        if left.len() > 1
            && [',', '—', '–'].iter().any(|mark| left.starts_with(*mark) && left.ends_with(*mark))
        {
            return None;
        }
        let words = &candidate.reading.words;
        let limits = |at: &usize| {
            let word = &words[*at];
            // "no more than" bounds a number and nothing else.
            let bound = || {
                candidate.lexicon.opens_bound(
                    &words[*at..].iter().take(4).map(|word| word.fold.as_str()).collect::<Vec<_>>(),
                )
            };
            gap.covers(word.span) && is_limit(word, candidate.lexicon) && !bound()
        };
        let limit = &words[(0..words.len()).find(limits)?];
        let left_out = printable(gap.of(&candidate.passage.text).trim_matches([' ', ',', ';']));
        let mut evidence = proofs(&pair[0].place, 1.0);
        if let Some(proof) = evidence.last_mut() {
            proof.marked = vec![gap];
        }
        let message = format!(
            "The ellipsis hides “{}”: {} has “{left_out}” there. Quote it, or say it.",
            limit.span.of(&candidate.passage.text),
            cite(candidate)
        );
        Some(finding(case, quote, Level::Warning, message, evidence, Vec::new()))
    })
}

/// A word that turns or limits the clause it stands in.
fn is_limit(word: &Word, lexicon: &Lexicon) -> bool {
    lexicon.negates(&word.fold)
        || lexicon.is(&word.fold, Class::Limiter)
        || lexicon.is(&word.fold, Class::Doubt)
}

/// The quotation ends inside a sentence of the source, and the next words limit what was said (E17).
fn cut_short(case: &Case<'_>, quote: &QuoteCase, place: &Place) -> Option<Finding> {
    let last = place.to.checked_sub(1)?;
    let (candidate, end) = place.window.place(last);
    if place.window.mark_after(last).is_some() {
        return None;
    }
    // "she said" between the two is no word of the speaker's.
    let next = (place.to..place.window.len())
        .take_while(|at| !place.window.ends_sentence(at - 1))
        .find(|at| !place.window.is_aside(*at))?;
    let limiter = place.window.word(next);
    let between = Span { start: end.end, end: limiter.span.start }.of(&candidate.passage.text);
    let interrupted = next > place.to;
    let lexicon = candidate.lexicon;
    // A bare "but" or "if" opens a limit only after a comma.
    let strong = lexicon.is(&limiter.fold, Class::Proviso);
    let weak = lexicon.is(&limiter.fold, Class::Limiter)
        && !lexicon.language.grammar.adverb_limiters.contains(&limiter.fold.as_str())
        && between.contains([',', ';', '—', '–']);
    if !interrupted && (has_marks(between) || between.contains('’'))
        || !(strong || weak && quote.words >= WHOLE_STATEMENT)
    {
        return None;
    }
    let speech = candidate
        .passage
        .quoted
        .iter()
        .find(|quoted| quoted.span.overlaps(limiter.span))
        .map(|quoted| quoted.span.end);
    let end = speech.unwrap_or(Span::new(0, candidate.passage.text.len()).end);
    let spoken = Span { start: limiter.span.start, end }
        .of(&candidate.passage.text)
        .trim_end_matches(['.', ',', ' ', '\u{a0}', '\u{202f}']);
    let limit: String = printable(spoken).chars().take(SHOWN).collect();
    let mut evidence = proofs(place, 1.0);
    if let Some(proof) = evidence.last_mut() {
        proof.marked = vec![Span {
            start: limiter.span.start,
            end: limiter.span.start + Span::new(0, spoken.len()).end,
        }];
    }
    let message = format!(
        "The quotation stops short: in {} it goes on “{limit}”. Quote the limit, too, or say it.",
        cite(candidate)
    );
    Some(finding(case, quote, Level::Warning, message, evidence, Vec::new()))
}

/// The quotation begins inside a sentence of the source, behind a clause that denies it or gives it to
/// others: "It is false that …", "They say that …" (E17).
fn cut_off(case: &Case<'_>, quote: &QuoteCase, place: &Place) -> Option<Finding> {
    let (candidate, start) = place.origin()?;
    let lexicon = candidate.lexicon;
    let words = &candidate.reading.words;
    let first = words
        .iter()
        .position(|word| word.span == start)
        .filter(|first| *first > 0 && quote.words >= STATEMENT)?;
    let opener = &words[first - 1];
    let negated = lexicon.negates(&opener.fold) && !lexicon.is(&opener.fold, Class::Speech);
    if !negated
        && (!lexicon.is(&opener.fold, Class::Complementizer) || first < 2 || quote.words < STATEMENT + 1)
    {
        return None;
    }
    let from = first.saturating_sub(1 + LEAD);
    let text = &candidate.passage.text;
    let stretch = |from: usize| Span { start: words[from].span.start, end: start.start }.of(text);
    // Marks between them: the lead is the reporter's. A clause that a comma closes does not govern what
    // follows.
    let governs =
        |at: usize| !has_marks(stretch(at)) && !stretch(at).contains([',', '.', ';', ':', '—', '–']);
    let lead = if negated { first - 1..first } else { from..first - 1 };
    let denies = |word: &Word| lexicon.negates(&word.fold) || lexicon.is(&word.fold, Class::Falsehood);
    let turned = lead
        .clone()
        .rev()
        .find(|at| denies(&words[*at]) && (negated || first - 2 - at <= GOVERNS) && governs(*at));
    let others = || {
        let verb =
            lead.clone().rev().find(|at| lexicon.is(&words[*at].fold, Class::Speech) && at + 2 == first)?;
        let subject = &words[verb.checked_sub(1)?];
        let third =
            lexicon.is(&subject.fold, Class::Pronoun) && !lexicon.is(&subject.fold, Class::FirstPerson);
        (third && place.is_speech() && governs(verb)).then_some(verb - 1)
    };
    let turn = turned.or_else(others)?;
    let outside = &case.draft.readings[quote.sentence].words;
    let quoted = case.draft.quoted_spans(quote.sentence);
    if turned.is_some()
        && outside.iter().any(|word| denies(word) && !quoted.iter().any(|span| span.overlaps(word.span)))
    {
        return None;
    }
    let lost =
        Span { start: words[if turned.is_some() { from } else { turn }].span.start, end: opener.span.end };
    let mut evidence = proofs(place, 1.0);
    if let Some(proof) = evidence.first_mut() {
        proof.marked = vec![lost];
    }
    let message = format!(
        "The quotation is cut off from its beginning: in {} it stands after “{}”. Quote that, too, or say it.",
        cite(candidate),
        printable(lost.of(text).trim())
    );
    Some(finding(case, quote, Level::Warning, message, evidence, Vec::new()))
}

/// Whether a closing or opening mark stands in a stretch: another's words begin there, which limit nothing.
fn has_marks(text: &str) -> bool {
    text.contains(['”', '"', '»', '“', '„', '«'])
}

/// A fragment of a statement promises nothing, a whole one does; shorter quotations are fragments.
const WHOLE_STATEMENT: usize = 4;
/// Fewer words are an expression and state nothing.
const STATEMENT: usize = 3;
/// Words before "that" in which a clause is denied: "I do not for a moment believe that".
const LEAD: usize = 7;
/// Words between a negation and "that" over which it still governs what follows: "not believe that", "false
/// to say that".
const GOVERNS: usize = 4;
/// Characters of the limit that a message shows.
const SHOWN: usize = 80;
