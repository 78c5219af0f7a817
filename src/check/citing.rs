//! Citing: the citation of a sentence's best source, in the style that the draft already uses.

use crate::check::Verdict;
use crate::check::checker::Checked;
use crate::config::CitationScope;
use crate::corpus::Meta;
use crate::corpus::sources::naming::family;
use crate::draft::Draft;
use crate::draft::citations::citation::Target;
use crate::prose::Kind;
use crate::rules::{Edit, Fix};
use crate::text::Span;
use crate::text::fold::printable;

impl Checked {
    /// The fix that cites the best source of sentence `n`; `None` where it is cited already, or no source
    /// carries it.
    pub fn citing(&self, n: usize) -> Option<Fix> {
        let (draft, sentence) = (&*self.draft, self.report.sentences.get(n)?);
        let carried = matches!(sentence.verdict, Verdict::Supported | Verdict::Partial);
        let best = sentence.evidence.first().filter(|_| {
            carried && draft.is_prose(n) && draft.citations_of(n, CitationScope::Run).next().is_none()
        })?;
        let source = &best.candidate.source;
        let title = format!("Cite {}", printable(source.name()));
        let edits = match mark(style(draft), source) {
            Some(mark) => vec![before_stop(draft, n, &mark)],
            None => note(draft, n, source),
        };
        Some(Fix { title, edits })
    }
}

/// How a draft cites.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Footnote,
    /// `^[…]`
    InlineNote,
    /// `[@key]`
    Key,
    /// `[[key]]`
    Wikilink,
    /// `([Publisher](address))`
    Link,
    /// `(Doe, 2020)`
    Author,
}

/// The style of most of a draft's citations; of footnotes, if it has none yet.
fn style(draft: &Draft) -> Style {
    let in_prose =
        draft.citations.iter().filter(|citation| !matches!(draft.blocks[citation.block].kind, Kind::Note(_)));
    let styles: Vec<Style> =
        in_prose.filter_map(|citation| style_of(&citation.target, citation.file.of(&draft.text))).collect();
    let all = [Style::Footnote, Style::InlineNote, Style::Key, Style::Wikilink, Style::Link, Style::Author];
    let count = |style: Style| styles.iter().filter(|one| **one == style).count();
    // The first of those used equally often.
    all.into_iter().rev().max_by_key(|style| count(*style)).unwrap_or(Style::Footnote)
}

fn style_of(target: &Target, text: &str) -> Option<Style> {
    match target {
        Target::Note(_) => Some(Style::Footnote),
        _ if text.trim_start().starts_with("^[") => Some(Style::InlineNote),
        Target::Key(_) => Some(Style::Key),
        Target::Name(_) => text.trim_start().starts_with("[[").then_some(Style::Wikilink),
        Target::Url(_) => Some(Style::Link),
        Target::Author { .. } => Some(Style::Author),
        Target::Text(_) => None,
    }
}

/// The citation of a source within the sentence; `None` where its style needs what the source has not, or a
/// place of its own.
fn mark(style: Style, source: &Meta) -> Option<String> {
    match style {
        Style::Footnote => None,
        Style::InlineNote => Some(format!("^[{}]", described(source))),
        Style::Key => Some(format!(" [@{}]", source.key)),
        Style::Wikilink => Some(format!(" [[{}]]", source.key)),
        Style::Link => source
            .url
            .as_deref()
            .filter(is_address)
            .map(|url| format!(" ([{}](<{url}>))", escaped(source.name()))),
        Style::Author => {
            let (author, year) = (source.author.as_deref()?, source.published.as_deref()?.get(..4)?);
            Some(format!(" ({}, {year})", escaped(family(author))))
        }
    }
}

/// A mark before the full stop.
fn before_stop(draft: &Draft, n: usize, mark: &str) -> Edit {
    let end = draft.sentences[n].file.end;
    let stops = draft.sentences[n].file.of(&draft.text).ends_with(['.', '!', '?']);
    let at = if stops { end - 1 } else { end };
    Edit { span: Span { start: at, end: at }, text: mark.to_owned() }
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
    parts.push(match source.url.as_deref().filter(is_address) {
        Some(url) => format!("<{url}>"),
        None => format!("[@{}]", source.key),
    });
    parts.join(", ")
}

/// Whether an address can stand between angle brackets.
fn is_address(url: &&str) -> bool {
    url.starts_with("http")
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>".contains(c))
}

fn escaped(text: &str) -> String {
    printable(text)
        .chars()
        .flat_map(|c| ("\\`*_[]<>#|~".contains(c)).then_some('\\').into_iter().chain([c]))
        .collect()
}
