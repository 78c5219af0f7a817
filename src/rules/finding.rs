//! Findings: what every front end shows.

use crate::config::Level;
use crate::matching::Candidate;
use crate::matching::statements::difference::Kind;
use crate::rules::code::Code;
use crate::rules::confidence::value::Confidence;
use crate::text::Span;
use std::sync::Arc;

/// Rule, severity, place, message, evidence, fixes.
#[derive(Clone, Debug)]
pub struct Finding {
    pub rule: Code,
    pub level: Level,
    /// Bytes of the draft's file.
    pub span: Span,
    /// What is wrong, what the source says, what to do: one or two sentences that stand alone.
    pub message: String,
    pub evidence: Vec<Proof>,
    /// Other places of the draft that it is about, in bytes of the file.
    pub related: Vec<Span>,
    pub fixes: Vec<Fix>,
    /// What of two statements differs, where that is told.
    pub difference: Option<Kind>,
    /// How likely it is right, where that is measured.
    pub confidence: Option<Confidence>,
}

/// A passage shown with a finding, and the words of it that matter.
#[derive(Clone, Debug)]
pub struct Proof {
    pub candidate: Arc<Candidate>,
    /// 0 to 1.
    pub score: f64,
    /// Bytes of the passage's text to mark.
    pub marked: Vec<Span>,
}

/// A change that would settle the finding.
#[derive(Clone, Debug)]
pub struct Fix {
    pub title: String,
    pub edits: Vec<Edit>,
}

/// A replacement in the draft's file; in the sentence's text, where a [`Remark`] has it.
#[derive(Clone, Debug)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

impl Finding {
    /// The values that a disagreement is about: who has which, the draft first. Empty for every other
    /// finding. `draft` is the text of the draft's file.
    pub fn values(&self, draft: &str) -> Vec<(String, String)> {
        let disagrees =
            matches!(self.rule, Code::SourcesDisagree | Code::ConflictingFigure | Code::ConflictingDate);
        let held = self.evidence.iter().filter(|proof| disagrees && !proof.marked.is_empty());
        // A line that was folded between number and unit is one value.
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut values: Vec<(String, String)> =
            held.map(|proof| (cite(&proof.candidate), line(proof.marked_text()))).collect();
        if !values.is_empty() {
            values.insert(0, ("draft".to_owned(), line(self.span.of(draft))));
        }
        values
    }
}

/// What a rule of sentences finds: all spans are bytes of the sentence's text.
#[derive(Clone, Debug)]
pub struct Remark {
    pub rule: Code,
    pub level: Level,
    pub span: Span,
    pub message: String,
    pub evidence: Vec<Proof>,
    pub fixes: Vec<Fix>,
    /// What of two statements differs, where that is told.
    pub difference: Option<Kind>,
    /// How likely it is right, where that is measured.
    pub confidence: Option<Confidence>,
}

impl Remark {
    /// The finding, with every span put where `place` says it is in the file. A fix of words that the file
    /// has in pieces, with markup between them, is dropped: it would cut the markup in two.
    pub fn placed(self, sentence: &str, file: &str, place: impl Fn(Span) -> Span) -> Finding {
        let is_whole = |edit: &Edit| place(edit.span).of(file) == edit.span.of(sentence);
        let in_file = |edit: Edit| Edit { span: place(edit.span), text: edit.text };
        let whole = self.fixes.into_iter().filter(|fix| fix.edits.iter().all(is_whole));
        let fixes =
            whole.map(|fix| Fix { title: fix.title, edits: fix.edits.into_iter().map(in_file).collect() });
        Finding {
            rule: self.rule,
            level: self.level,
            span: place(self.span),
            message: self.message,
            evidence: self.evidence,
            related: Vec::new(),
            fixes: fixes.collect(),
            difference: self.difference,
            confidence: self.confidence,
        }
    }
}

impl Proof {
    /// A passage with nothing marked.
    pub fn of(candidate: &Arc<Candidate>, score: f64) -> Self {
        Self { candidate: Arc::clone(candidate), score, marked: Vec::new() }
    }

    /// The same with one stretch marked.
    pub fn marking(candidate: &Arc<Candidate>, score: f64, marked: Span) -> Self {
        Self { marked: vec![marked], ..Self::of(candidate, score) }
    }

    /// The part of the passage to show where space is short: at most about `longest` bytes around the first
    /// mark, cut between words. Bytes of the passage's text.
    pub fn excerpt(&self, longest: usize) -> Span {
        let text = &self.candidate.passage.text;
        let whole = Span::new(0, text.len());
        if text.len() <= longest {
            return whole;
        }
        let first = self.marked.iter().map(|span| span.start as usize).min().unwrap_or(0);
        let from = first.saturating_sub(longest / 3);
        let after_space = |at: usize| {
            text.as_bytes()
                .iter()
                .skip(at)
                .position(|byte| *byte == b' ')
                .map_or(text.len(), |step| at + step + 1)
        };
        let start = if from == 0 { 0 } else { after_space(from) };
        let start = if start > first { text.floor_char_boundary(first) } else { start };
        let limit = text.floor_char_boundary(start + longest);
        let end =
            text[start..limit].rfind(' ').filter(|_| limit < text.len()).map_or(limit, |step| start + step);
        Span::new(start, end)
    }

    /// The file and the line where the passage begins; the file alone where it has no lines.
    pub fn place(&self) -> String {
        let (source, passage) = (&self.candidate.source, &self.candidate.passage);
        if source.has_lines() {
            format!("{}:{}", source.path, passage.start.line)
        } else {
            source.path.clone()
        }
    }

    /// The stretch that is marked, as the source has it.
    pub fn marked_text(&self) -> &str {
        self.marked.first().map_or("", |span| span.of(&self.candidate.passage.text))
    }
}

/// How a source is named in a message: publisher or key, and the date if it has one.
pub(super) fn cite(candidate: &Candidate) -> String {
    use crate::text::fold::printable;
    let source = &candidate.source;
    match &source.published {
        Some(date) => printable(&format!("{} ({date})", source.name())),
        None => printable(source.name()),
    }
}

/// The full stop behind a value, unless the value brings one ("9.40 p.m.").
pub(super) fn stop(value: &str) -> &'static str {
    if value.ends_with('.') { "" } else { "." }
}
