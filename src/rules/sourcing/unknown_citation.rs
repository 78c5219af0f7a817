//! `unknown-citation`: a citation names nothing in the corpus.

use crate::config::{Level, nearest};
use crate::draft::citations::citation::{Citation, Target};
use crate::matching::cited_sources::{Named, Names};
use crate::prose::Kind;
use crate::rules::case::Case;
use crate::rules::code::Code;
use crate::rules::finding::{Edit, Finding, Fix};
use crate::rules::rule::{Rule, Run};
use crate::text::Span;
use rustc_hash::FxHashSet;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::UnknownCitation,
    summary: "A citation names nothing in the corpus.",
    docs: include_str!("../../../docs/rules/unknown-citation.md"),
    level: Level::Error,
    since: "0.1.0",
    run: Run::Draft(run),
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    let draft = case.draft;
    let in_note = |citation: &Citation| matches!(draft.blocks[citation.block].kind, Kind::Note(_));
    let defined: FxHashSet<&Target> = draft
        .citations
        .iter()
        .filter(|citation| in_note(citation))
        .map(|citation| &citation.target)
        .collect();
    let unknown =
        draft.citations.iter().zip(&case.named).filter(|(_, named)| matches!(named, Named::Unknown));
    // A footnote repeats what its definition names: the definition is where to mend it.
    let own = unknown
        .map(|(citation, _)| citation)
        .filter(|citation| in_note(citation) || !defined.contains(&citation.target));
    let names = Names::of(draft, case.snapshot);
    let mut keys: Option<Vec<&str>> = None;
    let mut report = |(n, citation): (usize, &Citation)| match &citation.target {
        Target::Key(key) if n < MOST_MENDED => {
            Some(unknown_key(case, key, citation.file, keys.get_or_insert_with(|| names.keys())))
        }
        Target::Key(key) => Some(unknown_key(case, key, citation.file, &[])),
        Target::Note(label) => Some(finding(
            citation.file,
            format!("The footnote {label} has no definition. Write it, or remove the mark."),
            Vec::new(),
        )),
        _ => None,
    };
    own.enumerate().filter_map(&mut report).collect()
}

/// Wrong keys for which the nearest right one is looked for: whoever has more of them has lost a whole
/// corpus.
const MOST_MENDED: usize = 100;

fn unknown_key(case: &Case<'_>, key: &str, file: Span, keys: &[&str]) -> Finding {
    let near = nearest(key, keys);
    let text = file.of(&case.draft.text);
    let mend = near.as_ref().map_or_else(
        || "Save the source in the corpus, or mend the key.".to_owned(),
        |near| format!("Did you mean “{near}”?"),
    );
    let fix = near.and_then(|near| {
        text.contains(key).then(|| Fix {
            title: format!("Cite {near}"),
            edits: vec![Edit { span: file, text: text.replacen(key, &near, 1) }],
        })
    });
    finding(file, format!("No source has the key “{key}”. {mend}"), fix.into_iter().collect())
}

fn finding(span: Span, message: String, fixes: Vec<Fix>) -> Finding {
    Finding { fixes, ..RULE.finding(span, message) }
}
