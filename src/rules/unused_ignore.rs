//! `unused-ignore`: a suppression that suppresses nothing, or has no reason.
//!
//! Whether a suppression suppressed anything is known only when all other rules have spoken: [`crate::check`]
//! asks [`unused`] then. On its own this rule reports what is wrong with a suppression as written.

use crate::config::{Level, nearest};
use crate::draft::ignores::Ignore;
use crate::rules::case::Case;
use crate::rules::code::Code;
use crate::rules::finding::{Edit, Finding, Fix};
use crate::rules::rule::{Rule, Run};

pub(super) const RULE: Rule = Rule {
    code: Code::UnusedIgnore,
    summary: "A suppression suppresses nothing, or has no reason.",
    docs: include_str!("../../docs/rules/unused-ignore.md"),
    level: Level::Warning,
    since: "0.1.0",
    run: Run::Draft(run),
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for ignore in &case.draft.ignores {
        let unknown = ignore.rules.iter().find(|rule| !Code::names().contains(&rule.as_str()));
        if ignore.rules.is_empty() {
            found.push(report(
                ignore,
                "This suppression names no rule. Write: backread-ignore RULE: reason.".to_owned(),
            ));
        } else if let Some(rule) = unknown {
            let mend = nearest(rule, &Code::names())
                .map(|near| format!(" Did you mean “{near}”?"))
                .unwrap_or_default();
            found.push(report(ignore, format!("There is no rule “{rule}”.{mend}")));
        } else if ignore.reason.is_none() {
            found.push(report(
                ignore,
                "This suppression gives no reason, so it suppresses nothing. Add one after a colon: it is the audit trail.".to_owned(),
            ));
        } else if ignore.endless {
            found.push(report(
                ignore,
                "This suppression never ends, so it silences the rest of the draft. Write <!-- backread-ignore-end --> where it should."
                    .to_owned(),
            ));
        }
    }
    found
}

/// The report on a sound suppression that suppressed nothing.
pub fn unused(ignore: &Ignore, text: &str) -> Finding {
    let finding = report(
        ignore,
        format!("Nothing here needs this suppression of {}. Remove it.", ignore.rules.join(", ")),
    );
    // One of several in the front matter is not to be told apart from the others by its place.
    let is_comment = ignore.file.of(text).starts_with("<!--");
    let fix = Fix {
        title: "Remove the suppression".to_owned(),
        edits: vec![Edit { span: ignore.file, text: String::new() }],
    };
    Finding { fixes: is_comment.then_some(fix).into_iter().collect(), ..finding }
}

/// Whether a suppression is well formed; otherwise the rule has spoken of it already.
pub fn is_sound(ignore: &Ignore) -> bool {
    ignore.reason.is_some()
        && !ignore.rules.is_empty()
        && ignore.rules.iter().all(|rule| Code::names().contains(&rule.as_str()))
}

fn report(ignore: &Ignore, message: String) -> Finding {
    RULE.finding(ignore.file, message)
}
