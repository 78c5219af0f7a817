//! Suppressions: `<!-- backread-ignore RULE[, RULE]: reason -->`, `-start` and `-end`, and the front
//! matter's.

use crate::prose::Block;
use crate::text::Span;
use serde_json::{Map, Value};

/// One suppression.
#[derive(Clone, Debug)]
pub struct Ignore {
    /// The comment itself.
    pub file: Span,
    /// The bytes of the draft in which findings are suppressed.
    pub covers: Span,
    pub rules: Vec<String>,
    /// The audit trail; a suppression without one suppresses nothing.
    pub reason: Option<String>,
    /// Begun with `-start` and never ended: it covers the rest of the draft.
    pub endless: bool,
}

impl Ignore {
    /// Whether a finding of `rule` at `span` is suppressed here.
    pub fn suppresses(&self, rule: &str, span: Span) -> bool {
        self.reason.is_some() && self.covers.overlaps(span) && self.rules.iter().any(|name| name == rule)
    }
}

/// All suppressions of a draft. `front` are the bytes of its front matter, `end` its length.
pub fn read(
    comments: &[(Span, String)],
    blocks: &[Block],
    meta: &Map<String, Value>,
    front: Span,
    end: usize,
) -> Vec<Ignore> {
    let mut found: Vec<Ignore> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let last = Span::new(end, end).end;
    for (file, body) in comments {
        let Some(rest) = body.strip_prefix("backread-ignore") else { continue };
        let after = |covers_end: u32| Span { start: file.end, end: covers_end };
        if rest.starts_with("-end") {
            if let Some(n) = open.pop() {
                found[n].covers.end = file.start;
            }
        } else if let Some(rest) = rest.strip_prefix("-start") {
            open.push(found.len());
            found.push(ignore(*file, after(last), rest));
        } else {
            // Inside a block or at its end, the comment is about that one.
            let own = blocks
                .iter()
                .map(|block| block.span)
                .find(|span| span.start < file.start && file.start <= span.end);
            let behind = || {
                blocks
                    .iter()
                    .map(|block| block.span)
                    .filter(|span| span.start >= file.end)
                    .min_by_key(|span| span.start)
            };
            let next = own.or_else(behind);
            found.push(ignore(*file, next.unwrap_or(after(file.end)), rest));
        }
    }
    for n in open {
        found[n].endless = true;
    }
    let listed = meta.get("backread").and_then(|own| own.get("ignore")).map(entries).unwrap_or_default();
    found
        .extend(listed.iter().map(|entry| ignore(front, Span { start: 0, end: last }, &format!(" {entry}"))));
    found
}

/// The entries of a front matter's list; without quotation marks, YAML makes `rule: reason` a map.
fn entries(listed: &Value) -> Vec<String> {
    match listed {
        Value::String(entry) => vec![entry.clone()],
        Value::Array(all) => all.iter().flat_map(entries).collect(),
        Value::Object(pairs) => pairs
            .iter()
            .map(|(rule, reason)| format!("{rule}: {}", reason.as_str().unwrap_or_default()))
            .collect(),
        _ => Vec::new(),
    }
}

/// `RULE, RULE: reason`
fn ignore(file: Span, covers: Span, text: &str) -> Ignore {
    let (names, reason) =
        text.split_once(':').map_or((text, None), |(names, reason)| (names, Some(reason.trim())));
    let rules = names
        .split([',', ' ', '\n'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    Ignore {
        file,
        covers,
        rules,
        reason: reason.filter(|reason| !reason.is_empty()).map(str::to_owned),
        endless: false,
    }
}
