//! Where sentences end, well enough for news.

use crate::language::{Class, Lexicon};
use crate::text::Span;
use crate::text::fold::fold;

/// The sentences of a block's resolved text, in order, without the white space between them. Offsets are
/// bytes of `text`.
pub fn sentences(text: &str, lexicon: &Lexicon) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = if c == '\n' {
            Some(at)
        } else if is_terminal(c) {
            let end = closing(text, at);
            while chars.next_if(|(next, _)| *next < end).is_some() {}
            breaks(text, start, at, end, lexicon).then_some(end)
        } else {
            None
        };
        if let Some(end) = end {
            push(&mut found, text, start, end);
            start = end;
        }
    }
    push(&mut found, text, start, text.len());
    found
}

fn push(found: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let piece = &text[start..end];
    let trimmed = piece.trim();
    if trimmed.chars().any(char::is_alphanumeric) {
        let from = start + (piece.len() - piece.trim_start().len());
        found.push(Span::new(from, from + trimmed.len()));
    } else if let (Some(last), false) = (found.last_mut(), trimmed.is_empty())
        && text[last.end as usize..end].trim() == trimmed
        && !text[last.end as usize..end].contains('\n')
    {
        // A stray closing mark belongs to the sentence it closes.
        last.end = Span::new(0, start + piece.trim_end().len()).end;
    }
}

fn is_terminal(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

/// Marks that may follow the end of a sentence and still belong to it.
fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '“' | '‘')
}

/// The byte after the run of terminal and closing marks that begins at `at`.
fn closing(text: &str, at: usize) -> usize {
    let mut end = at;
    for (offset, c) in text[at..].char_indices() {
        let opens_next = matches!(c, '“' | '‘') && text[at..at + offset].ends_with(char::is_whitespace);
        if !(is_terminal(c) || is_closer(c)) || opens_next {
            break;
        }
        end = at + offset + c.len_utf8();
    }
    end
}

fn breaks(text: &str, start: usize, at: usize, end: usize, lexicon: &Lexicon) -> bool {
    let after = &text[end..];
    let rest = after.trim_start_matches(|c: char| c.is_whitespace() && c != '\n');
    if rest.is_empty() {
        return true;
    }
    let gap = after.len() - rest.len();
    let next = rest.trim_start_matches([
        '"', '\'', '“', '‘', '„', '‚', '«', '‹', '»', '(', '[', '—', '–', '-', '¿', '¡', '\u{a0}', ' ', '•',
    ]);
    let Some(first) = next.chars().next() else { return false };
    let marks = &text[at..end];
    let closed = marks.chars().any(is_closer);
    if gap == 0 {
        // "end.Next": pages lose the space between two paragraphs; a lower-case word before and a capitalised
        // word after tell.
        return marks == "."
            && first.is_uppercase()
            && text[..at].ends_with(char::is_lowercase)
            && glued(text, at, rest);
    }
    if first.is_lowercase() {
        return false;
    }
    let word = last_word(&text[start..at]);
    if marks.starts_with('.') && !marks.contains("..") && is_abbreviated(word, closed, next, lexicon) {
        return false;
    }
    if marks.starts_with(['…']) || marks.starts_with("..") {
        return first.is_uppercase() || !first.is_alphanumeric();
    }
    // “Stop!” Lowe said. — the question or cry ends inside the marks, the sentence does not.
    !(closed && marks.starts_with(['!', '?', ',']) && attributes_soon(next, lexicon))
}

/// `word.Word` with a known sentence opener or a longer word is two sentences; `Node.js`, `e.g.The` are not.
fn glued(text: &str, at: usize, rest: &str) -> bool {
    let before = last_word(&text[..at]);
    let after: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    before.chars().count() >= 3 && after.chars().count() >= 2 && rest[after.len()..].starts_with(' ')
}

/// Letters, periods and apostrophes just before the end of `text`.
fn last_word(text: &str) -> &str {
    let from = text
        .rfind(|c: char| !(c.is_alphanumeric() || c == '.' || c == '\'' || c == '’'))
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    &text[from..]
}

fn is_abbreviated(word: &str, closed: bool, next: &str, lexicon: &Lexicon) -> bool {
    if word.is_empty() || closed {
        return false;
    }
    let letters = word.chars().count();
    let initial = letters == 1 && word.chars().all(char::is_uppercase) && word != "I";
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
    let number_follows = next.starts_with(|c: char| c.is_ascii_digit());
    let following = fold(&next.chars().take_while(|c| c.is_alphabetic()).collect::<String>());
    if dotted {
        // U.S. Army goes on; "the U.S. The army" does not.
        return number_follows || !lexicon.is(&following, Class::Opener);
    }
    // German ordinals: "am 9. Mai".
    let ordinal =
        letters <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()) && lexicon.month(&following).is_some();
    if initial || ordinal {
        return true;
    }
    let folded = fold(word);
    if !lexicon.is(&folded, Class::Abbreviation) {
        return false;
    }
    let grammar = &lexicon.language.grammar;
    match folded.as_str() {
        // Words of their own that only a number makes an abbreviation.
        short if grammar.numbered.contains(&short) => number_follows,
        short if grammar.doubtful.contains(&short) => {
            word.starts_with(char::is_uppercase) && !lexicon.is(&following, Class::Opener)
        }
        _ if lexicon.month(&folded).is_some() => number_follows || !lexicon.is(&following, Class::Opener),
        _ => true,
    }
}

/// Whether a verb of speech stands among the next few words: then what precedes is said, not ended.
fn attributes_soon(next: &str, lexicon: &Lexicon) -> bool {
    let near = next.split_whitespace().take(ATTRIBUTION_WORDS);
    near.map(|word| fold(word.trim_matches(|c: char| !c.is_alphanumeric())))
        .any(|word| lexicon.is(&word, Class::Speech))
}

/// "Prime Minister Jane Q. Doe said": a title, a name and the verb.
const ATTRIBUTION_WORDS: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> =
            sentences(text, crate::language::default()).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_initials_and_decimals_go_on() {
        check(
            "Lt. Gen. J. R. Dorn arrived on Oct. 13. He left.",
            &["Lt. Gen. J. R. Dorn arrived on Oct. 13.", "He left."],
        );
        check(
            "It is No. 5 of 8.5 tonnes. No. It is not.",
            &["It is No. 5 of 8.5 tonnes.", "No.", "It is not."],
        );
        check(
            "The U.S. Army came to the U.S. The rest stayed.",
            &["The U.S. Army came to the U.S.", "The rest stayed."],
        );
    }

    #[test]
    fn quotations_end_sentences_only_where_nothing_follows() {
        check(
            "“We won.” He left. “Stop!” Mayor Harrow said. “Go,” she said.",
            &["“We won.”", "He left.", "“Stop!” Mayor Harrow said.", "“Go,” she said."],
        );
        check("It was … over. Then... nothing", &["It was … over.", "Then... nothing"]);
    }

    #[test]
    fn german_ordinals_go_on() {
        let text = "Sie kam am 9. Mai an. Er blieb.";
        let found: Vec<&str> = sentences(text, crate::language::by_code("de").unwrap())
            .into_iter()
            .map(|span| span.of(text))
            .collect();
        assert_eq!(found, ["Sie kam am 9. Mai an.", "Er blieb."]);
    }
}
