//! Citing: the citation of a sentence's best source, in the style that the draft already uses.

use super::{Checked, Verdict};
use crate::corpus::Meta;
use crate::draft::Draft;
use crate::draft::citations::Target;
use crate::prose::Kind;
use crate::rules::{Edit, Fix};
use crate::text::Span;
use crate::text::fold::printable;

impl Checked {
    /// The fix that cites the best source of sentence `n`; `None` where it is cited already, or no source carries it.
    pub fn citing(&self, n: usize) -> Option<Fix> {
        let (draft, sentence) = (&*self.draft, self.report.sentences.get(n)?);
        let carried = matches!(sentence.verdict, Verdict::Supported | Verdict::Partial);
        let best = sentence.evidence.first().filter(|_| carried && draft.is_prose(n) && draft.citations_of(n).next().is_none())?;
        let source = &best.candidate.source;
        let title = format!("Cite {}", printable(source.name()));
        Some(Fix { title, edits: if uses_keys(draft) { vec![key(draft, n, source)] } else { note(draft, n, source) } })
    }
}

/// Whether the draft cites by keys (`[@key]`) and not by footnotes.
fn uses_keys(draft: &Draft) -> bool {
    let count = |counts: &dyn Fn(&Target) -> bool| draft.citations.iter().filter(|citation| counts(&citation.target)).count();
    count(&|target| matches!(target, Target::Key(_))) > count(&|target| matches!(target, Target::Note(_)))
}

/// A key in brackets, before the full stop.
fn key(draft: &Draft, n: usize, source: &Meta) -> Edit {
    let end = draft.sentences[n].file.end;
    let stops = draft.sentences[n].file.of(&draft.text).ends_with(['.', '!', '?']);
    let at = if stops { end - 1 } else { end };
    Edit { span: Span { start: at, end: at }, text: format!(" [@{}]", source.key) }
}

/// A footnote's mark behind the sentence, and its definition at the draft's end.
fn note(draft: &Draft, n: usize, source: &Meta) -> Vec<Edit> {
    let cited = draft.citations.iter().filter_map(|citation| match &citation.target {
        Target::Note(label) => Some(label.as_str()),
        _ => None,
    });
    let defined = draft.blocks.iter().filter_map(|block| match &block.kind {
        Kind::Note(label) => Some(label.as_str()),
        _ => None,
    });
    let last = cited.chain(defined).filter_map(|label| label.parse::<u32>().ok()).max().unwrap_or(0);
    let label = last.saturating_add(1);
    let end = draft.sentences[n].file.end;
    let mark = Edit { span: Span { start: end, end }, text: format!("[^{label}]") };
    let last = Span::new(draft.text.len(), draft.text.len());
    let gap = match (draft.text.ends_with("\n\n"), draft.text.ends_with('\n')) {
        (true, _) => "",
        (_, true) => "\n",
        _ => "\n\n",
    };
    vec![mark, Edit { span: last, text: format!("{gap}[^{label}]: {}\n", described(source)) }]
}

/// Publisher, title, date and where to find it. What a source says of itself is text, and no Markdown.
fn described(source: &Meta) -> String {
    let known = [source.publisher.as_deref(), source.title.as_deref(), source.published.as_deref()];
    let mut parts: Vec<String> = known.into_iter().flatten().map(escaped).collect();
    let is_address =
        |url: &&str| url.starts_with("http") && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>".contains(c));
    parts.push(match source.url.as_deref().filter(is_address) {
        Some(url) => format!("<{url}>"),
        None => format!("[@{}]", source.key),
    });
    parts.join(", ")
}

fn escaped(text: &str) -> String {
    printable(text).chars().flat_map(|c| ("\\`*_[]<>#|~".contains(c)).then_some('\\').into_iter().chain([c])).collect()
}
