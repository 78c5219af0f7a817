//! `single-source`: too few sources of their own stand behind a claim.

use crate::config::Level;
use crate::matching::Candidate;
use crate::matching::evidence::Evidence;
use crate::prose::Reading;
use crate::prose::words::words;
use crate::rules::case::Case;
use crate::rules::case::assessment::{Assessment, Verdict};
use crate::rules::code::Code;
use crate::rules::finding::{Finding, Proof, cite};
use crate::rules::rule::{Rule, Run};

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::SingleSource,
    summary: "Fewer independent sources than the house wants carry this sentence.",
    docs: include_str!("../../../docs/rules/single-source.md"),
    level: Level::Off,
    since: "0.1.0",
    run: Run::Draft(run),
};

/// Independent sources wanted where the settings say nothing.
const MIN_SOURCES: usize = 2;

fn run(case: &Case<'_>) -> Vec<Finding> {
    let wanted = case.config.min_sources.map_or(MIN_SOURCES, usize::from);
    let claims = case
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, one)| one.exempt.is_none() && one.verdict() == Verdict::Supported);
    claims.filter_map(|(n, assessment)| report(case, n, assessment, wanted)).collect()
}

fn report(case: &Case<'_>, n: usize, assessment: &Assessment, wanted: usize) -> Option<Finding> {
    let carrying = assessment.carrying();
    let groups = assessment.independent();
    let is_attributed = || carrying.iter().any(|one| names_outlet(&case.draft.readings[n], &one.candidate));
    if groups.is_empty() || groups.len() >= wanted || is_attributed() {
        return None;
    }
    let first: Vec<&Evidence> = groups.iter().map(|group| carrying[group[0]]).collect();
    let named: Vec<String> = first.iter().map(|one| cite(&one.candidate)).collect();
    let copies = carrying.len() - groups.len();
    let copied = match copies {
        0 => String::new(),
        1 => "; another source prints the same story".to_owned(),
        _ => format!("; {copies} others print the same story"),
    };
    Some(Finding {
        evidence: first.iter().map(|one| Proof::of(&one.candidate, one.score)).collect(),
        ..RULE.finding(
            case.draft.sentences[n].file,
            format!(
                "Only {} carries this{copied}. Find {}, or attribute it.",
                named.join(" and "),
                wanting(wanted - groups.len())
            ),
        )
    })
}

/// Whether a sentence says who reported it: all telling words of the publisher's name stand in it.
fn names_outlet(reading: &Reading, candidate: &Candidate) -> bool {
    let name = words(candidate.source.publisher.as_deref().unwrap_or_default(), candidate.lexicon);
    let mut telling = name.iter().filter(|word| !word.stop).peekable();
    telling.peek().is_some() && telling.all(|word| reading.words.iter().any(|own| own.stem == word.stem))
}

fn wanting(count: usize) -> String {
    if count == 1 {
        "another source of its own".to_owned()
    } else {
        format!("{count} more sources of their own")
    }
}
