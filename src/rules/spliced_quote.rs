//! `spliced-quote`: one quotation joins words that stand apart, or stops just before its limit.

use super::case::QuoteCase;
use super::finding::cite;
use super::quoted::{Outcome, Pieces, proofs};
use super::{Case, Edit, Finding, Fix, Rule, Run};
use crate::config::Level;
use crate::language::Class;
use crate::matching::quotation::Place;
use crate::text::Span;
use crate::text::fold::printable;

pub(super) const RULE: Rule = Rule {
    name: "spliced-quote",
    summary: "One quotation joins words that stand apart, or stops before its limit.",
    docs: include_str!("../../docs/rules/spliced-quote.md"),
    level: Level::Warning,
    since: "0.1.0",
    run: Run::Draft(run),
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    case.quotations
        .iter()
        .filter_map(|quote| match case.outcome(quote) {
            Outcome::Spliced(pieces) => spliced(case, quote, &pieces),
            Outcome::Exact(places) => hidden(case, quote, &places).or_else(|| cut_short(case, quote, places.last()?)),
            _ => None,
        })
        .collect()
}

fn spliced(case: &Case<'_>, quote: &QuoteCase, pieces: &Pieces<'_>) -> Option<Finding> {
    let (first, _) = pieces.first.origin()?;
    let (second, _) = pieces.second.origin()?;
    let one_source = first.source.path == second.source.path;
    let (level, message) = if one_source && pieces.cut.is_none() {
        (Level::Warning, format!("{} has these words in another order. Quote them in order, or make two quotations.", cite(first)))
    } else if one_source {
        (
            Level::Warning,
            format!("{} has these words apart from each other. Mark the cut with an ellipsis, or make two quotations.", cite(first)),
        )
    } else {
        (Level::Error, format!("Half of this is in {}, half in {}. Make two quotations.", cite(first), cite(second)))
    };
    let ellipsis = pieces.cut.filter(|_| one_source).map(|(part, at)| {
        let at = case.part_span(quote, part, Span { start: at, end: at + 1 }).start;
        Fix {
            title: "Mark the cut with an ellipsis".to_owned(),
            edits: vec![Edit { span: Span { start: at, end: at }, text: "… ".to_owned() }],
        }
    });
    let evidence = proofs(pieces.first, 1.0).into_iter().chain(proofs(pieces.second, 1.0)).collect();
    Some(Finding { rule: RULE.name, level, span: case.quote_span(quote), message, evidence, fixes: ellipsis.into_iter().collect() })
}

/// An ellipsis leaves out a negation or a limit of the sentence it keeps the rest of (E6).
fn hidden(case: &Case<'_>, quote: &QuoteCase, places: &[&Place]) -> Option<Finding> {
    let lexicon = case.draft.lexicon;
    places.windows(2).find_map(|pair| {
        let (candidate, end) = pair[0].window.place(pair[0].to.checked_sub(1)?);
        let (next, start) = pair[1].origin()?;
        // A gap that swallows whole sentences is the writer's to judge.
        if candidate.id != next.id || start.start <= end.end {
            return None;
        }
        let gap = Span { start: end.end, end: start.start };
        let limits = |word: &&crate::prose::words::Word| {
            gap.covers(word.span)
                && (lexicon.negates(&word.fold)
                    || lexicon.is(&word.fold, Class::Limiter)
                    || matches!(word.fold.as_str(), "may" | "might" | "allegedly" | "reportedly"))
        };
        let limit = candidate.reading.words.iter().find(limits)?;
        let left_out = printable(gap.of(&candidate.passage.text).trim());
        let mut evidence = proofs(pair[0], 1.0);
        if let Some(proof) = evidence.last_mut() {
            proof.marked = vec![gap];
        }
        let message = format!(
            "The ellipsis hides “{}”: {} has “{left_out}” there. Quote it, or say it.",
            limit.span.of(&candidate.passage.text),
            cite(candidate)
        );
        Some(Finding { rule: RULE.name, level: Level::Warning, span: case.quote_span(quote), message, evidence, fixes: Vec::new() })
    })
}

/// The quotation ends inside a sentence of the source, and the next words limit what was said (E17).
fn cut_short(case: &Case<'_>, quote: &QuoteCase, place: &Place) -> Option<Finding> {
    let last = place.to.checked_sub(1)?;
    let open = place.to < place.window.len() && !place.window.ends_sentence(last);
    let (candidate, end) = place.window.place(last);
    let limiter = open.then(|| place.window.word(place.to))?;
    let between = Span { start: end.end, end: limiter.span.start }.of(&candidate.passage.text);
    // Another speaker's or the writer's words may follow the closing mark: they limit nothing.
    let same_speech = !between.contains(['”', '"', '»', '“', '’']);
    // A bare "but" or "if" opens a limit only after a comma.
    let strong = matches!(limiter.fold.as_str(), "unless" | "except" | "provided" | "sofern" | "außer" | "sauf");
    let weak = case.draft.lexicon.is(&limiter.fold, Class::Limiter) && limiter.fold != "only" && between.contains(',');
    if !same_speech || !(strong || weak && quote.words >= WHOLE_STATEMENT) {
        return None;
    }
    let rest = Span { start: limiter.span.start, end: Span::new(0, candidate.passage.text.len()).end }.of(&candidate.passage.text);
    let spoken = rest.split(['”', '"', '»']).next().unwrap_or(rest).trim_end_matches(['.', ',']);
    let limit: String = printable(spoken).chars().take(SHOWN).collect();
    let mut evidence = proofs(place, 1.0);
    if let Some(proof) = evidence.last_mut() {
        proof.marked = vec![Span { start: limiter.span.start, end: limiter.span.start + Span::new(0, spoken.len()).end }];
    }
    Some(Finding {
        rule: RULE.name,
        level: Level::Warning,
        span: case.quote_span(quote),
        message: format!("The quotation stops short: in {} it goes on “{limit}”. Quote the limit, too, or say it.", cite(candidate)),
        evidence,
        fixes: Vec::new(),
    })
}

/// A fragment of a statement promises nothing, a whole one does; shorter quotations are fragments.
const WHOLE_STATEMENT: usize = 5;
/// Characters of the limit that a message shows.
const SHOWN: usize = 80;
