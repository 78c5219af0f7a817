//! `citation-mismatch`: the cited source does not carry this, another one does.

use super::case::QuoteCase;
use super::finding::cite;
use super::quoted::{Outcome, proofs};
use super::{Case, Edit, Finding, Fix, Rule, Run};
use crate::config::Level;
use crate::draft::citations::Target;
use crate::matching::Candidate;
use crate::matching::fit::Place;
use crate::text::fold::printable;

pub(super) const RULE: Rule = Rule {
    name: "citation-mismatch",
    summary: "The cited source does not carry this, another one does.",
    docs: include_str!("../../docs/rules/citation-mismatch.md"),
    level: Level::Warning,
    since: "0.1.0",
    run: Run::Draft(run),
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    case.quotations.iter().filter_map(|quote| misplaced(case, quote)).collect()
}

/// A quotation that stands in a saved source, and not in the one that its sentence cites (E24).
fn misplaced(case: &Case<'_>, quote: &QuoteCase) -> Option<Finding> {
    let cited = &case.sentences[quote.sentence].cited;
    let Outcome::Found(laid) = &quote.outcome else { return None };
    let is_cited =
        |place: &Place| place.origin().is_some_and(|(candidate, _)| cited.iter().any(|source| source.path == candidate.source.path));
    let elsewhere = !cited.is_empty() && quote.words >= TELLING && laid.iter().all(|one| !is_cited(&one.place));
    let one = laid.first().filter(|_| elsewhere)?;
    let (holder, _) = one.place.origin()?;
    // The cited source may word it otherwise: then it is the wrong wording that is quoted.
    let fragment = &quote.parts[one.part].fragments[one.fragment];
    let near = fragment.otherwise().find(|place| is_cited(place) && place.kept(one.tokens(quote)) >= OTHERWISE);
    let names: Vec<String> = cited.iter().map(|source| printable(source.name())).collect();
    let instead = near.map_or_else(String::new, |place| format!(" It has “{}”.", printable(&place.text())));
    Some(Finding {
        rule: RULE.name,
        level: RULE.level,
        span: case.quote_span(quote),
        message: format!(
            "These words are not in {}, which is cited here, but in {}.{instead} Cite that.",
            names.join(" or "),
            cite(holder)
        ),
        evidence: proofs(&one.place, 1.0).into_iter().chain(near.map(|place| proofs(place, 0.5)).unwrap_or_default()).collect(),
        fixes: recite(case, quote, holder).into_iter().collect(),
    })
}

/// A word or two stand in many sources.
const TELLING: usize = 4;
/// A place that shares this much of the words says the same.
const OTHERWISE: f64 = 0.5;

/// The fix that puts the right key in the place of the only one cited.
fn recite(case: &Case<'_>, quote: &QuoteCase, holder: &Candidate) -> Option<Fix> {
    let mut keys = case.citations_of(quote.sentence).filter_map(|citation| match &citation.target {
        Target::Key(key) => Some((key, citation.file)),
        _ => None,
    });
    let (key, file) = keys.next().filter(|_| keys.next().is_none())?;
    let text = file.of(&case.draft.text);
    let edit = Edit { span: file, text: text.replacen(key.as_str(), &holder.source.key, 1) };
    text.contains(key.as_str()).then(|| Fix { title: format!("Cite {}", printable(&holder.source.key)), edits: vec![edit] })
}
