//! `unknown-citation`: a citation names nothing in the corpus.

use super::{Case, Edit, Finding, Fix, Rule, Run};
use crate::config::{Level, nearest};
use crate::draft::citations::Target;
use crate::matching::citations::{Named, Names};
use crate::prose::Kind;

pub(super) const RULE: Rule = Rule {
    name: "unknown-citation",
    summary: "A citation names nothing in the corpus.",
    docs: include_str!("../../docs/rules/unknown-citation.md"),
    level: Level::Error,
    since: "0.1.0",
    run: Run::Draft(run),
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    let draft = case.draft;
    let mut found: Vec<Finding> = Vec::new();
    for (citation, _) in draft.citations.iter().zip(&case.named).filter(|(_, named)| matches!(named, Named::Unknown)) {
        let finding = match &citation.target {
            // A link to a file of the writer's own.
            Target::Key(key) if is_file(key) => None,
            Target::Key(key) => {
                // A footnote repeats what its definition names: the definition is where to mend it.
                let repeated = draft.citations.iter().any(|other| {
                    other.target == citation.target
                        && other.file != citation.file
                        && matches!(draft.blocks[other.block].kind, Kind::Note(_))
                });
                (!repeated || matches!(draft.blocks[citation.block].kind, Kind::Note(_))).then(|| unknown_key(case, key, citation.file))
            }
            Target::Note(label) => {
                Some(finding(citation.file, format!("The footnote {label} has no definition. Write it, or remove the mark."), Vec::new()))
            }
            _ => None,
        };
        found.extend(finding);
    }
    found
}

fn is_file(key: &str) -> bool {
    key.rsplit_once('.').is_some_and(|(_, ending)| matches!(ending, "md" | "html" | "htm" | "txt" | "pdf" | "docx" | "csv" | "png" | "jpg"))
}

fn unknown_key(case: &Case<'_>, key: &str, file: crate::text::Span) -> Finding {
    let near = nearest(key, &Names::of(case.draft, case.snapshot).keys());
    let text = file.of(&case.draft.text);
    let mend = near
        .as_ref()
        .map_or_else(|| "Save the source in the corpus, or mend the key.".to_owned(), |near| format!("Did you mean “{near}”?"));
    let fix = near.and_then(|near| {
        text.contains(key)
            .then(|| Fix { title: format!("Cite {near}"), edits: vec![Edit { span: file, text: text.replacen(key, &near, 1) }] })
    });
    finding(file, format!("No source has the key “{key}”. {mend}"), fix.into_iter().collect())
}

fn finding(span: crate::text::Span, message: String, fixes: Vec<Fix>) -> Finding {
    Finding { fixes, ..Finding::new(&RULE, span, message) }
}
