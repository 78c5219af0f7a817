//! `citation-mismatch`: the cited source does not carry this, another one does.

use crate::config::{CitationScope, Level};
use crate::corpus::Meta;
use crate::draft::citations::citation::{Citation, Target};
use crate::matching::Candidate;
use crate::matching::evidence::Evidence;
use crate::matching::evidence::support::KEPT_EVIDENCE;
use crate::matching::quotations::fit::Place;
use crate::rules::case::Case;
use crate::rules::case::assessment::Verdict;
use crate::rules::case::quote_case::{Outcome, QuoteCase};
use crate::rules::code::Code;
use crate::rules::finding::{Edit, Finding, Fix, Proof, cite};
use crate::rules::quotations::judgement::proofs;
use crate::rules::rule::{Rule, Run};
use crate::rules::sourcing::thresholds;
use crate::text::fold::printable;
use std::sync::Arc;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::CitationMismatch,
    summary: "The cited source does not carry this, another one does.",
    docs: include_str!("../../../docs/rules/citation-mismatch.md"),
    level: Level::Warning,
    since: "0.1.0",
    run: Run::Draft(run),
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    let quoted: Vec<(usize, Finding)> =
        case.quotations.iter().filter_map(|quote| Some((quote.sentence, misplaced(case, quote)?))).collect();
    // What is said of its words is not said of the sentence again.
    let others = (0..case.sentences.len()).filter(|n| !quoted.iter().any(|(sentence, _)| sentence == n));
    let uncarried: Vec<Finding> = others.filter_map(|n| uncarried(case, n)).collect();
    quoted.into_iter().map(|(_, finding)| finding).chain(uncarried).collect()
}

/// A sentence with a citation of its own that its source does not carry, and another does.
fn uncarried(case: &Case<'_>, n: usize) -> Option<Finding> {
    let assessment = &case.sentences[n];
    let evidence = &assessment.support.evidence;
    let is_own =
        case.draft.citations_of(n, CitationScope::Sentence).any(|citation| is_within(case, citation, n));
    if !is_own
        || !assessment.unsaved.is_empty()
        || assessment.exempt.is_some()
        || assessment.verdict() != Verdict::Supported
    {
        return None;
    }
    let is_cited =
        |one: &Evidence| assessment.cited.iter().any(|source| source.path == one.candidate.source.path);
    let best = evidence
        .first()
        .filter(|best| !is_cited(best) && best.score >= assessment.support.score * thresholds::MOSTLY)?;
    // Where every passage looked at carries the sentence, those of the cited source may merely not have been
    // among them.
    let left_out =
        if evidence.len() < KEPT_EVIDENCE { 0.0 } else { evidence.last().map_or(0.0, |one| one.score) };
    let cited_best =
        evidence.iter().filter(|one| is_cited(one)).map(|one| one.score).fold(left_out, f64::max);
    if assessment.cited.is_empty() || cited_best > thresholds::LITTLE {
        return None;
    }
    Some(Finding {
        evidence: vec![Proof::of(&best.candidate, best.score)],
        fixes: recite(case, n, &best.candidate).into_iter().collect(),
        ..RULE.finding(
            case.draft.sentences[n].file,
            format!(
                "{}, cited here, does not carry this; {} does. Cite that.",
                named(&assessment.cited),
                cite(&best.candidate)
            ),
        )
    })
}

/// The cited sources, each once.
fn named(cited: &[Arc<Meta>]) -> String {
    let mut names: Vec<String> = cited.iter().map(|source| printable(source.name())).collect();
    names.dedup();
    names.join(" or ")
}

/// Whether a citation stands in the sentence itself, or right behind it.
fn is_within(case: &Case<'_>, citation: &Citation, n: usize) -> bool {
    let sentence = case.draft.sentences[n].file;
    citation.file.end > sentence.start && citation.file.start <= sentence.end + 1
}

/// A quotation that stands in a saved source, and not in the one that its sentence cites (E24).
fn misplaced(case: &Case<'_>, quote: &QuoteCase) -> Option<Finding> {
    let cited = &case.sentences[quote.sentence].cited;
    let Outcome::Found(laid) = &quote.outcome else { return None };
    let is_cited = |place: &Place| {
        place
            .origin()
            .is_some_and(|(candidate, _)| cited.iter().any(|source| source.path == candidate.source.path))
    };
    let elsewhere =
        !cited.is_empty() && quote.words >= TELLING && laid.iter().all(|one| !is_cited(&one.place));
    let one = laid.first().filter(|_| elsewhere)?;
    let (holder, _) = one.place.origin()?;
    // The cited source may word it otherwise: then it is the wrong wording that is quoted.
    let fragment = &quote.parts[one.part].fragments[one.fragment];
    let near = fragment
        .otherwise()
        .find(|place| is_cited(place) && place.kept(one.tokens(quote)) >= thresholds::OTHERWISE);
    let instead = near.map_or_else(String::new, |place| format!(" It has “{}”.", printable(&place.text())));
    Some(Finding {
        evidence: proofs(&one.place, 1.0)
            .into_iter()
            .chain(near.map(|place| proofs(place, 0.5)).unwrap_or_default())
            .collect(),
        fixes: recite(case, quote.sentence, holder).into_iter().collect(),
        ..RULE.finding(
            case.quote_span(quote),
            format!(
                "These words are not in {}, which is cited here, but in {}.{instead} Cite that.",
                named(cited),
                cite(holder)
            ),
        )
    })
}

/// A word or two stand in many sources.
const TELLING: usize = 4;

/// The fix that puts the right key in the place of the only one cited.
fn recite(case: &Case<'_>, n: usize, holder: &Candidate) -> Option<Fix> {
    let mut keys = case.draft.citations_of(n, case.config.citation_scope).filter_map(|citation| {
        match &citation.target {
            Target::Key(key) => Some((key, citation.file)),
            _ => None,
        }
    });
    let (key, file) = keys.next().filter(|_| keys.next().is_none())?;
    let text = file.of(&case.draft.text);
    let edit = Edit { span: file, text: text.replacen(key.as_str(), &holder.source.key, 1) };
    text.contains(key.as_str())
        .then(|| Fix { title: format!("Cite {}", printable(&holder.source.key)), edits: vec![edit] })
}
