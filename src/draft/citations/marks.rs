//! Citations as they stand in a block's text: `[@key]`, `@key says`, `^[…]`, `[[page]]`, `(Doe, 2020)`, bare
//! addresses.

use crate::draft::citations::citation::Target;
use crate::language::anywhere::{BETWEEN_AUTHORS, CITING_LEADS};
use crate::language::is_month;
use crate::prose::words::url_length;
use crate::text::Span;

/// A citation found in a text, in bytes of it.
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) targets: Vec<Target>,
    /// What is a mark alone and no part of the sentence.
    pub(super) lifted: Vec<Span>,
    /// What reads on and names the source.
    pub(super) linked: Option<Span>,
}

/// All citations in `text`, in order.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(step) = text[at..].find(['[', '^', '@', '(', 'h', 'w']) {
        at += step;
        let rest = &text[at..];
        let bounded = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '/' || c == '.');
        let read = if rest.starts_with("[[") {
            wikilink(&text[..at], rest)
        } else if rest.starts_with("^[") {
            inline_note(rest)
        } else if rest.starts_with('[') {
            bracketed(rest)
        } else if rest.starts_with('(') {
            author_and_year(rest)
        } else if rest.starts_with('@') && bounded {
            bare_key(rest)
        } else if bounded {
            url_length(rest).map(|length| Read::mark(length, vec![Target::Url(rest[..length].to_owned())]))
        } else {
            None
        };
        match read {
            Some(read) => {
                let shift = |span: Span| Span { start: span.start + offset(at), end: span.end + offset(at) };
                let mut lifted: Vec<Span> = read.lifted.into_iter().map(shift).collect();
                // The space before a mark goes with it.
                if let Some(first) = lifted
                    .first_mut()
                    .filter(|first| read.linked.is_none() && text[..first.start as usize].ends_with(' '))
                {
                    first.start -= 1;
                }
                let span = Span::new(at, at + read.length);
                found.push(Mark { span, targets: read.targets, lifted, linked: read.linked.map(shift) });
                at += read.length;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// What stands at the head of a text: how many bytes, what they cite, what of them is cut out, what reads on.
struct Read {
    length: usize,
    targets: Vec<Target>,
    lifted: Vec<Span>,
    linked: Option<Span>,
}

impl Read {
    /// A mark that is no part of the sentence.
    fn mark(length: usize, targets: Vec<Target>) -> Self {
        Self { length, targets, lifted: vec![Span::new(0, length)], linked: None }
    }
}

fn offset(at: usize) -> u32 {
    Span::new(at, at).start
}

/// The longest mark: a note of some sentences. A bracket that is not closed within so many bytes is none of
/// ours.
const LONGEST: usize = 4_000;

fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}

/// `[see @key, p. 3; -@other]`, cut out whole.
fn bracketed(text: &str) -> Option<Read> {
    let end = head(text).find(']')?;
    let body = &text[1..end];
    // A mark whose definition is missing stays in the text: it is a citation all the same.
    if let Some(label) =
        body.strip_prefix('^').filter(|label| !label.is_empty() && !label.contains(char::is_whitespace))
    {
        return Some(Read::mark(end + 1, vec![Target::Note(label.to_owned())]));
    }
    let keys = targets(body);
    (!keys.is_empty() && !body.contains('[')).then(|| Read::mark(end + 1, keys))
}

/// `^[A note with [@key] or an address.]`, cut out whole.
fn inline_note(text: &str) -> Option<Read> {
    let mut depth = 0;
    let end = head(text).char_indices().find_map(|(at, c)| {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        (c == ']' && depth == 0).then_some(at)
    })?;
    let body = &text[2..end];
    let urls = body.match_indices("http").filter_map(|(at, _)| {
        url_length(&body[at..]).map(|length| Target::Url(body[at..at + length].to_owned()))
    });
    let mut targets: Vec<Target> = targets(body).into_iter().chain(urls).collect();
    if targets.is_empty() && body.contains(char::is_alphabetic) {
        targets.push(Target::Text(body.to_owned()));
    }
    Some(Read::mark(end + 1, targets))
}

/// `[[page#^block|text]]`. The text, or the name of a page that is named within the sentence, reads on; a
/// block of a page, and a name that looks like a key or stands behind the sentence, is a mark. `before` is
/// the text before it.
fn wikilink(before: &str, text: &str) -> Option<Read> {
    let end = head(text).find("]]")?;
    let body = text[2..end].trim_end_matches(']');
    let length = end + 2;
    // `[[1]](address)` is a link with brackets in its text.
    if body.is_empty() || body.contains(['[', '\n']) || text[length..].starts_with('(') {
        return None;
    }
    let (page, shown) = body.split_once('|').map_or((body, None), |(page, shown)| (page, Some(shown)));
    let (name, anchor) = page.split_once('#').map_or((page, None), |(name, anchor)| (name, Some(anchor)));
    let name = name.trim().rsplit('/').next().unwrap_or_default().trim_end_matches(".md");
    let targets = vec![Target::Name(name.to_owned())];
    let digits = name.contains(|c: char| c.is_ascii_digit());
    let is_key = !name.contains(' ') && (digits || name.contains(['-', '_']));
    let ends = text[length..].trim_start().chars().next().is_none_or(|c| !c.is_alphanumeric());
    let before = before.trim_end();
    let words = name.split(' ').count();
    let closes = text[length..].trim_start_matches(['.', ')', ' ']).is_empty();
    let apart = ends && (before.ends_with(['(', '.', '!', '?']) || digits || closes && words >= TITLE_WORDS);
    if shown.is_none() && (anchor.is_some() || is_key || apart) {
        return Some(Read::mark(length, targets));
    }
    let start = end - shown.map_or(body.len(), str::len);
    let linked = if shown.is_some() { Span::new(start, end) } else { Span::new(2, 2 + page.len()) };
    let lifted = vec![Span::new(0, linked.start as usize), Span::new(linked.end as usize, length)];
    Some(Read { length, targets, lifted, linked: Some(linked) })
}

/// A page's name of so many words at the end of a paragraph is its title, and no part of the sentence.
const TITLE_WORDS: usize = 3;

/// `(Doe, 2020, p. 3; Roe et al., 2019)`, cut out whole.
fn author_and_year(text: &str) -> Option<Read> {
    let end = text[..text.floor_char_boundary(LONGEST_AUTHORS)].find(')')?;
    let targets: Option<Vec<Target>> = text[1..end].split(';').map(|one| work(one.trim())).collect();
    targets.map(|targets| Read::mark(end + 1, targets))
}

/// The longest parenthesis of authors and years.
const LONGEST_AUTHORS: usize = 200;
/// "van der Berg", "Doe and Roe", "Roe et al."
const AUTHOR_WORDS: usize = 5;

/// One author with a year, and perhaps a page behind it. "(Tokyo, 2021)" looks the same, and only the sources
/// can tell.
fn work(text: &str) -> Option<Target> {
    let text = CITING_LEADS.iter().find_map(|lead| text.strip_prefix(lead)).unwrap_or(text);
    let at = text.match_indices(' ').map(|(at, _)| at + 1).find(|at| is_year(&text[*at..]))?;
    let authors = text[..at].trim_end_matches([' ', ',']);
    let behind = text[at + 4..].trim_start_matches(|c: char| c.is_ascii_lowercase());
    let first = BETWEEN_AUTHORS.iter().filter_map(|between| authors.find(between)).min();
    let name = first.map_or(authors, |end| &authors[..end]);
    let is_word = |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''));
    let is_person = name.split(' ').all(is_word) && authors.split(' ').count() <= AUTHOR_WORDS;
    let family = name.rsplit(' ').next().filter(|word| word.starts_with(char::is_uppercase))?;
    let sure = first.is_some() || behind.starts_with([',', ':']);
    (is_person && !is_month(&family.to_lowercase()) && (behind.is_empty() || sure)).then(|| Target::Author {
        name: family.to_owned(),
        year: text[at..at + 4].to_owned(),
        sure,
    })
}

/// Whether a text begins with the year of a work.
fn is_year(text: &str) -> bool {
    text.get(..4).is_some_and(|year| {
        year.bytes().all(|byte| byte.is_ascii_digit()) && ("1500".."2200").contains(&year)
    })
}

/// `@key says`: the key stands in the sentence. One without a digit may be a handle: it cites only what
/// answers to it.
fn bare_key(text: &str) -> Option<Read> {
    let key = key(&text[1..]).filter(|key| !SKIPPED.iter().any(|prefix| key.starts_with(prefix)))?;
    let is_key = key.bytes().any(|byte| byte.is_ascii_digit()) || text[1..].starts_with('{');
    let target = if is_key { Target::Key(key.to_owned()) } else { Target::Name(key.to_owned()) };
    let length = if text[1..].starts_with('{') { key.len() + 3 } else { key.len() + 1 };
    Some(Read { length, targets: vec![target], lifted: Vec::new(), linked: Some(Span::new(0, length)) })
}

/// The keys in a bracket; one in braces may be an address.
fn targets(text: &str) -> Vec<Target> {
    let starts =
        text.match_indices('@').filter(|(at, _)| !text[..*at].ends_with(|c: char| c.is_alphanumeric()));
    let keys = starts
        .filter_map(|(at, _)| key(&text[at + 1..]))
        .filter(|key| !SKIPPED.iter().any(|prefix| key.starts_with(prefix)));
    keys.map(
        |key| if key.contains("://") { Target::Url(key.to_owned()) } else { Target::Key(key.to_owned()) },
    )
    .collect()
}

/// Pandoc's key: letters, digits and `_`, with single punctuation inside; `{…}` takes anything.
fn key(text: &str) -> Option<&str> {
    if let Some(braced) = text.strip_prefix('{') {
        return head(braced).find('}').map(|end| &braced[..end]);
    }
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inside = c.is_alphanumeric() || c == '_';
        let joins = ":.#$%&-+?<>~/".contains(c)
            && at > 0
            && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric() || *next == '_');
        if !inside && !joins {
            break;
        }
        end = at + c.len_utf8();
    }
    (end > 0).then(|| &text[..end])
}

/// Quarto's cross-references are no citations.
const SKIPPED: [&str; 4] = ["fig-", "tbl-", "sec-", "eq-"];
