//! The hover: verdict, what is wrong, and the passages with the words marked in which they differ.

use crate::check::Card;
use crate::rules::{Proof, Verdict};
use crate::server::features::positions;
use crate::server::features::shown::Shown;
use crate::server::session::library::Shelf;
use crate::server::transport::traits::Traits;
use crate::text::Span;
use crate::text::fold::printable;
use tower_lsp::ls_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

pub(in crate::server) fn at(shown: &Shown, at: Position, shelf: &Shelf, traits: &Traits) -> Option<Hover> {
    let card = shown.checked.card(positions::offset(&shown.buffer, at, traits.encoding))?;
    let range = positions::range(&shown.buffer, card.sentence.span, traits.encoding);
    let draft = &shown.checked.draft.text;
    let (kind, value) = if traits.markdown {
        (MarkupKind::Markdown, text(&card, draft, shelf, &Markdown))
    } else {
        (MarkupKind::PlainText, text(&card, draft, shelf, &Plain))
    };
    Some(Hover { contents: HoverContents::Markup(MarkupContent { kind, value }), range: Some(range) })
}

/// How a hover is written down.
trait Style {
    fn escape(&self, text: &str) -> String;
    fn strong(&self, text: &str) -> String;
    fn quote(&self, text: &str) -> String;
    fn link(&self, text: &str, target: &str) -> String;
    /// Two columns; the cells are escaped.
    fn table(&self, rows: &[(String, String)]) -> String;
}

fn text(card: &Card<'_>, draft: &str, shelf: &Shelf, style: &dyn Style) -> String {
    let mut parts = vec![verdict(card, style)];
    parts.extend(card.findings.iter().skip(1).map(|finding| style.escape(&finding.message)));
    // What a disagreement is about, at one glance.
    for finding in &card.findings {
        let rows: Vec<(String, String)> = finding
            .values(draft)
            .into_iter()
            .map(|(who, value)| (style.escape(&who), style.strong(&style.escape(&value))))
            .collect();
        parts.extend((!rows.is_empty()).then(|| style.table(&rows)));
    }
    for proof in &card.proofs {
        parts.push(style.quote(&passage(proof, style)));
        parts.push(source(proof, shelf, style));
    }
    parts.join("\n\n")
}

/// The verdict and why: what is wrong at this place, if anything is.
fn verdict(card: &Card<'_>, style: &dyn Style) -> String {
    let unsaved = format!("what it cites is not saved: {}.", card.sentence.unsaved.join(", "));
    let (word, why) = match card.sentence.verdict {
        Verdict::Supported => ("Supported", "a source carries this sentence."),
        Verdict::Partial => ("Partly supported", "the sources carry some of this sentence."),
        Verdict::Unsourced => {
            ("Unsourced", "no source carries this sentence; the nearest passages tell something else.")
        }
        Verdict::Conflicting => ("Conflicting", "a source says otherwise."),
        Verdict::Unchecked => ("Unchecked", unsaved.as_str()),
        Verdict::Exempt => ("Needs no source", card.sentence.exempt.unwrap_or("no claim")),
    };
    // A sentence with a finding never opens with a word that clears it.
    let word = if card.findings.is_empty() || card.sentence.verdict == Verdict::Conflicting {
        word
    } else {
        "To check"
    };
    let why = card.findings.first().map_or(why, |finding| &finding.message);
    let found = sources(card.sentence.sources);
    format!("{}: {}{found}", style.strong(word), style.escape(why))
}

/// "3 sources, 2 independent", where there is more than one.
fn sources((all, independent): (usize, usize)) -> String {
    match all {
        0 | 1 => String::new(),
        _ => format!(" {all} sources, {independent} independent."),
    }
}

fn passage(proof: &Proof, style: &dyn Style) -> String {
    let text = &proof.candidate.passage.text;
    let shown = proof.excerpt(LONGEST);
    let mut out = String::from(if shown.start > 0 { "…" } else { "" });
    let mut at = shown.start;
    let mut marked = proof.marked.clone();
    marked.sort_by_key(|span| span.start);
    for span in marked {
        // Marks that overlap are one mark.
        let span = whole_words(text, Span { start: span.start.max(at), end: span.end.min(shown.end) });
        let span = Span { start: span.start.max(at), ..span };
        if span.start < span.end {
            out += &style.escape(Span { start: at, end: span.start }.of(text));
            out += &style.strong(&style.escape(span.of(text)));
            at = span.end;
        }
    }
    out += &style.escape(Span { start: at, end: shown.end }.of(text));
    out + if shown.len() < text.len() - shown.start as usize { "…" } else { "" }
}

/// The span with the rest of the words that it begins or ends in: Markdown marks no part of a word that
/// starts with a sign.
fn whole_words(text: &str, span: Span) -> Span {
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let lead = before.len() - before.trim_end_matches(char::is_alphanumeric).len();
    let tail = after.len() - after.trim_start_matches(char::is_alphanumeric).len();
    let begins_with_sign = span.of(text).starts_with(|c: char| !c.is_alphanumeric());
    let ends_with_sign = span.of(text).ends_with(|c: char| !c.is_alphanumeric());
    Span::new(
        span.start as usize - if begins_with_sign { lead } else { 0 },
        span.end as usize + if ends_with_sign { tail } else { 0 },
    )
}

/// Bytes of a passage in a pop-up: three long sentences.
const LONGEST: usize = 600;

/// Title, publisher, date, speaker and time as far as they are known, and where to find the passage.
fn source(proof: &Proof, shelf: &Shelf, style: &dyn Style) -> String {
    let (source, passage) = (&proof.candidate.source, &proof.candidate.passage);
    let known = [&source.title, &source.publisher, &source.published, &passage.speaker, &passage.locator];
    let mut named: Vec<String> = known.into_iter().flatten().map(|text| style.escape(text)).collect();
    // The path is in sight, for editors that cannot follow a link.
    let place = printable(&proof.place());
    let fragment = if source.has_lines() {
        format!("#L{},{}", passage.start.line, passage.start.utf16)
    } else {
        String::new()
    };
    named.push(match positions::uri(&shelf.workspace.source_file(&source.path)) {
        Some(uri) => style.link(&place, &format!("{}{fragment}", uri.as_str())),
        None => style.escape(&place),
    });
    named.join(" · ")
}

/// For clients that read no markup.
struct Plain;

impl Style for Plain {
    fn escape(&self, text: &str) -> String {
        printable(text)
    }

    fn strong(&self, text: &str) -> String {
        format!("*{text}*")
    }

    fn quote(&self, text: &str) -> String {
        format!("> {text}")
    }

    fn link(&self, text: &str, _: &str) -> String {
        self.escape(text)
    }

    fn table(&self, rows: &[(String, String)]) -> String {
        rows.iter().map(|(who, value)| format!("{who}: {value}")).collect::<Vec<_>>().join("\n")
    }
}

fn is_www(text: &str) -> bool {
    text.len() >= 3 && text.as_bytes()[text.len() - 3..].eq_ignore_ascii_case(b"www")
}

struct Markdown;

impl Style for Markdown {
    /// Text that shows as it is: no markup, link, image, HTML or address of a source's making becomes one of
    /// ours.
    fn escape(&self, text: &str) -> String {
        let text = printable(text);
        let mut out = String::with_capacity(text.len() + 8);
        // Before the first word, and behind a number that opens the text, a mark could begin a heading or a
        // list.
        let (mut blank, mut number) = (true, false);
        for (at, c) in text.char_indices() {
            let next = text[at + c.len_utf8()..].chars().next();
            let ends_item = number && matches!(c, '.' | ')') && next.is_none_or(char::is_whitespace);
            let opens = blank && matches!(c, '#' | '+' | '-' | '=') || ends_item;
            // Between letters an underscore is one.
            let inside = out.ends_with(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
            let emphasis = c == '_' && !inside;
            // Addresses become links at a colon before slashes, a dot after www, an at sign.
            let links = c == ':' && text[at..].starts_with("://") || c == '.' && is_www(&out) || c == '@';
            if opens
                || links
                || emphasis
                || matches!(c, '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '&' | '~' | '$' | '{' | '}' | '|')
            {
                out.push('\\');
            }
            number = (blank || number) && c.is_ascii_digit();
            blank &= c.is_whitespace();
            out.push(c);
        }
        out
    }

    fn strong(&self, text: &str) -> String {
        format!("**{text}**")
    }

    fn quote(&self, text: &str) -> String {
        format!("> {text}")
    }

    fn link(&self, text: &str, target: &str) -> String {
        // A file's name may hold anything that an address may: parentheses end the target, unless encoded.
        let target = target.replace('(', "%28").replace(')', "%29");
        format!("[{}]({target})", self.escape(text))
    }

    fn table(&self, rows: &[(String, String)]) -> String {
        let rows: Vec<String> = rows.iter().map(|(who, value)| format!("| {who} | {value} |")).collect();
        format!("| | |\n|---|---|\n{}", rows.join("\n"))
    }
}
