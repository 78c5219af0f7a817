//! The comparison form of a word: presentation is folded away, meaning is not.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Case, accents, ligatures, apostrophe glyphs, soft hyphens and joiners are presentation (E1); letters and
/// digits are not.
pub fn fold(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return word.to_ascii_lowercase();
    }
    word.nfkd()
        .filter(|c| !is_combining_mark(*c) && !is_invisible(*c))
        .flat_map(|c| straight(c).to_lowercase())
        .collect()
}

/// Letters with their accents as one character each (NFC), as far as there is one: how names of files and
/// keys are compared.
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Characters that print nothing: soft hyphen, zero-width space and joiners, byte-order mark, direction
/// marks.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Any apostrophe as the straight one; every other character as itself.
pub fn straight(c: char) -> char {
    if is_apostrophe(c) { '\'' } else { c }
}

/// The glyphs that serve as apostrophe between letters.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02bc}' | '\u{ff07}' | '\u{60}' | '\u{b4}')
}

/// Text from a source made safe to print: control and direction characters become a visible mark, line breaks
/// a space.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}
