//! Words of a text with their places, their comparison form and their stem.

use crate::language::anywhere::ELISIONS;
use crate::language::{Class, Lexicon};
use crate::text::Span;
use crate::text::fold::{fold, is_apostrophe, is_invisible};
use std::borrow::Cow;
use std::ops::Range;

/// One word, number or meaningful sign (`%`, `$`).
#[derive(Clone, Debug)]
pub struct Word {
    /// Bytes in the text that was read.
    pub span: Span,
    /// Comparison form (see [`crate::text::fold`]).
    pub fold: String,
    /// Stem of the comparison form; words of one family share it.
    pub stem: String,
    /// One form for the transliterations of a name; empty where the word is no name.
    pub spelling: String,
    /// Begins with an upper-case letter.
    pub capital: bool,
    /// Begins with a digit (a sign may stand before it).
    pub numeric: bool,
    /// A sign, not a word.
    pub sign: bool,
    /// Too common to tell one sentence from another.
    pub stop: bool,
}

/// Reads all words of `text` in order.
pub fn words(text: &str, lexicon: &Lexicon) -> Vec<Word> {
    let mut found = Vec::with_capacity(text.len() / 6);
    let mut rest = Scanner { text, at: 0 };
    while let Some(span) = rest.next_word() {
        found.push(word(span, span.of(text), lexicon));
    }
    // "In May": the month tells something, the modal does not.
    for month in found
        .iter_mut()
        .skip(1)
        .filter(|word: &&mut Word| word.stop && word.capital && lexicon.month(&word.fold).is_some())
    {
        month.stop = false;
    }
    found
}

/// The longest of some phrases that stands at word `at`.
pub fn phrase_at(words: &[Word], at: usize, phrases: &[Vec<&'static str>]) -> Option<Range<usize>> {
    let is_here = |phrase: &&Vec<&str>| {
        let here = words.get(at..at + phrase.len());
        here.is_some_and(|here| here.iter().zip(phrase.iter()).all(|(word, part)| word.fold == *part))
    };
    let longest = phrases.iter().filter(is_here).map(Vec::len).max()?;
    Some(at..at + longest)
}

/// The stems of all words of `text` with a space between them, as the index holds them.
pub fn stems(text: &str, lexicon: &Lexicon) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut rest = Scanner { text, at: 0 };
    while let Some(span) = rest.next_word() {
        let raw = unbracketed(span.of(text));
        // Most words are their own comparison form.
        if raw.bytes().all(|byte| byte.is_ascii_lowercase()) {
            lexicon.with_stem(&raw, |stem| joined.push_str(stem));
        } else if is_numeric(&raw) || is_sign(&raw) {
            joined.push_str(&form(&raw));
        } else {
            lexicon.with_stem(&form(&raw), |stem| joined.push_str(stem));
        }
        joined.push(' ');
    }
    joined
}

/// The comparison forms of all words of `text` with a space between them, and how many there are.
pub fn folds(text: &str) -> (String, usize) {
    let mut joined = String::with_capacity(text.len());
    let mut rest = Scanner { text, at: 0 };
    let mut count = 0;
    while let Some(span) = rest.next_word() {
        if count > 0 {
            joined.push(' ');
        }
        joined.push_str(&form(&unbracketed(span.of(text))));
        count += 1;
    }
    (joined, count)
}

/// A word without the brackets of an edit: `[T]he`.
fn unbracketed(raw: &str) -> Cow<'_, str> {
    if raw.starts_with(['[', '(']) {
        Cow::Owned(raw.replace(['[', ']', '(', ')'], ""))
    } else {
        Cow::Borrowed(raw)
    }
}

fn is_numeric(raw: &str) -> bool {
    raw.chars().find(|c| *c != '-' && *c != '\u{2212}').is_some_and(|c| c.is_ascii_digit())
}

fn is_sign(raw: &str) -> bool {
    !is_numeric(raw) && !raw.starts_with(char::is_alphanumeric)
}

/// The comparison form of a word as written.
fn form(raw: &str) -> String {
    match raw {
        "%" => "percent".to_owned(),
        "&" => "and".to_owned(),
        // The pronoun "us" and the country must not meet; "U.S." and "US" must.
        "US" | "U.S." | "U.S" | "USA" | "U.S.A." => "usa".to_owned(),
        _ if is_dotted(raw) => fold(&raw.replace('.', "")),
        _ => fold(raw),
    }
}

fn word(span: Span, raw: &str, lexicon: &Lexicon) -> Word {
    let raw = &*unbracketed(raw);
    let first = raw.chars().next().unwrap_or(' ');
    let (numeric, sign, form) = (is_numeric(raw), is_sign(raw), form(raw));
    let stop = lexicon.is(&form, Class::Stop)
        && !(first.is_uppercase() && raw.len() > 1 && raw.chars().all(char::is_uppercase));
    let stem = if numeric || sign { form.clone() } else { lexicon.stem(&form) };
    let spelling = if first.is_uppercase() {
        crate::prose::names::transliteration::transliteration(&form)
    } else {
        String::new()
    };
    Word { span, stem, spelling, capital: first.is_uppercase(), numeric, sign, stop, fold: form }
}

/// `U.S.`, `a.m.`: single letters, each with its period.
fn is_dotted(raw: &str) -> bool {
    raw.contains('.')
        && raw.split('.').all(|part| part.chars().count() <= 1)
        && raw.starts_with(char::is_alphabetic)
}

/// The words of one sentence with what stands between them, for finding figures and dates.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    pub(super) lexicon: &'a Lexicon,
}

impl Reader<'_> {
    /// The comparison form of word `at`; empty past the end.
    pub(super) fn fold(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.fold.as_str())
    }

    /// Whether the words of a folded phrase stand at `at`.
    pub(super) fn stands(&self, at: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(n, word)| self.fold(at + n) == word)
    }

    /// Whether they stand right before `at`.
    pub(super) fn ends_before(&self, at: usize, phrase: &str) -> bool {
        at.checked_sub(phrase.split(' ').count()).is_some_and(|from| self.stands(from, phrase))
    }

    /// The characters between word `at` and the next; a full stop past the end.
    pub(super) fn gap(&self, at: usize) -> &str {
        match (self.words.get(at), self.words.get(at + 1)) {
            (Some(word), Some(next)) => Span { start: word.span.end, end: next.span.start }.of(self.text),
            _ => ".",
        }
    }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Scanner<'_> {
    fn next_word(&mut self) -> Option<Span> {
        loop {
            let rest = self.text.get(self.at..)?;
            let first = rest.chars().next()?;
            if first == '@' {
                // A handle, or the rest of an e-mail address, is no prose either.
                self.at += rest.find(char::is_whitespace).unwrap_or(rest.len());
                continue;
            }
            if let Some(length) = url_length(rest) {
                self.at += length;
                continue;
            }
            let start = self.at;
            let length = if first.is_ascii_digit() {
                number_length(rest)
            } else if matches!(first, '-' | '\u{2212}') && self.is_minus(rest, first) {
                first.len_utf8() + number_length(&rest[first.len_utf8()..])
            } else if let Some(length) = bracketed_initial(rest) {
                length
            } else if first.is_alphanumeric() {
                letters_length(rest)
            } else if matches!(first, '%' | '$' | '€' | '£' | '¥' | '₴' | '₽' | '₹' | '&' | '°') {
                first.len_utf8()
            } else {
                self.at += first.len_utf8();
                continue;
            };
            self.at += length;
            return Some(Span::new(start, self.at));
        }
    }

    /// A hyphen is a minus only where a number follows and no word precedes.
    fn is_minus(&self, rest: &str, sign: char) -> bool {
        let digit = rest[sign.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
        digit && self.text[..self.at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(')
    }
}

/// Length of a URL at the start of `text`: an address is no prose.
pub fn url_length(text: &str) -> Option<usize> {
    if !text.starts_with(['h', 'H', 'w', 'W']) {
        return None;
    }
    let scheme = ["https://", "http://", "www."].iter().find(|scheme| {
        text.len() > scheme.len() && text.as_bytes()[..scheme.len()].eq_ignore_ascii_case(scheme.as_bytes())
    })?;
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '»'))
        .unwrap_or(text.len());
    let length = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']).len();
    (length > scheme.len()).then_some(length)
}

/// `[T]he`, `(I)t`: one bracketed letter that begins a word (E2).
fn bracketed_initial(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    let close = match chars.next()? {
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let letter = chars.next().filter(|c| c.is_alphabetic())?;
    let closed = chars.next() == Some(close) && chars.next().is_some_and(char::is_lowercase);
    let head = 2 + letter.len_utf8();
    closed.then(|| head + letters_length(&text[head..]))
}

fn letters_length(text: &str) -> usize {
    if let Some(length) = dotted_length(text) {
        return length;
    }
    // Most words are plain letters.
    let plain = text.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(text.len());
    if text[plain..].starts_with([' ', ',', '.', ';']) {
        return plain;
    }
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let inside =
            c.is_alphanumeric() || is_invisible(c) || unicode_normalization::char::is_combining_mark(c);
        let joins = is_apostrophe(c) && c != '`' && next.is_some_and(char::is_alphanumeric);
        if !inside && !joins {
            break;
        }
        end = at + c.len_utf8();
        if joins && is_elision(&text[..at]) {
            break;
        }
    }
    end
}

/// French and Italian clitics stand as words of their own: l'homme, d'or.
fn is_elision(before: &str) -> bool {
    ELISIONS.iter().any(|clitic| before.eq_ignore_ascii_case(clitic))
}

/// `U.S.`, `a.m.` with at least two letters; the last period counts as part of the word.
fn dotted_length(text: &str) -> Option<usize> {
    let mut end = 0;
    let mut letters = 0;
    let mut chars = text.chars();
    while let (Some(letter), Some('.')) = (chars.next(), chars.next()) {
        if !letter.is_alphabetic() {
            break;
        }
        end += letter.len_utf8() + 1;
        letters += 1;
    }
    let closes = !text[end..].starts_with(char::is_alphanumeric);
    (letters >= 2 && closes).then_some(end)
}

fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while end < bytes.len() {
        // Narrow spaces, and in Switzerland an apostrophe.
        let group_mark = ['\u{a0}', '\u{202f}', '\u{2009}', '\'', '\u{2019}']
            .iter()
            .find(|mark| text[end..].starts_with(**mark));
        if digit(end) || matches!(bytes[end], b'.' | b',') && digit(end + 1) {
            end += 1;
        } else if let Some(mark) = group_mark
            && (0..3).all(|n| digit(end + mark.len_utf8() + n))
            && !digit(end + mark.len_utf8() + 3)
        {
            end += mark.len_utf8() + 3;
        } else {
            break;
        }
    }
    // "13th", "12k", "1990s": letters that cling to a number belong to it.
    end + text[end..].find(|c: char| !c.is_alphabetic()).unwrap_or(text.len() - end)
}
