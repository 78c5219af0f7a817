//! Page furniture: what a saved page carries around its story. It is no evidence.

use crate::language::Lexicon;
use crate::prose::{Block, words};
use rustc_hash::FxHashSet;

/// Whether a line is furniture by itself: "Share:", "2 min read", "Also read | …".
pub fn is_furniture(line: &str, lexicon: &Lexicon) -> bool {
    let line = line.trim().trim_matches(['(', ')', '*', '[', ']', '|', '#', '–', '—']).trim();
    // Of a long paragraph only the beginning can tell.
    let long = line.len() > LONGEST_APPEAL;
    let (text, count) = words::folds(if long { &line[..line.floor_char_boundary(LABEL)] } else { line });
    if count == 0 {
        return !long;
    }
    let short = !line.ends_with(['.', '!', '?', '”', '"']) || count <= 4 && line.ends_with('!');
    let opens = lexicon.language.furniture.iter().any(|phrase| {
        let Some(rest) = text.strip_prefix(phrase).filter(|rest| rest.is_empty() || rest.starts_with(' '))
        else {
            return false;
        };
        let extra = rest.split_whitespace().take(EXTRA_WORDS + 1).count();
        extra == 0 || short && extra <= EXTRA_WORDS && !is_statement(&text, lexicon) || marked(line, phrase)
    });
    let closes = short
        && count <= 5
        && lexicon.language.furniture.iter().any(|phrase| phrase.contains(' ') && text.ends_with(phrase));
    opens || closes || !long && lexicon.language.appeals.iter().any(|phrase| text.contains(phrase))
}

/// Bytes: whoever asks for money is brief.
const LONGEST_APPEAL: usize = 500;
/// Bytes in which the longest label of furniture fits, and some words more.
const LABEL: usize = 120;

/// The phrase is followed by a mark that makes it a label: "Also Read | …", "Read more: …".
fn marked(line: &str, phrase: &str) -> bool {
    let words = phrase.split(' ').count();
    let label: Vec<&str> = line.split_whitespace().take(words + 1).collect();
    label.get(words - 1).is_some_and(|word| word.ends_with([':', '|']))
        || label.get(words).is_some_and(|word| matches!(*word, "|" | ":" | "-" | "–"))
}

fn is_statement(folds: &str, lexicon: &Lexicon) -> bool {
    folds.split(' ').any(|word| {
        lexicon.language.grammar.finite.contains(&word) || lexicon.is(word, crate::language::Class::Speech)
    })
}

/// "Share on Facebook now": a label carries a few words more.
const EXTRA_WORDS: usize = 3;

/// Marks each block: `true` where it is furniture, a doubled title or a doubled paragraph.
pub fn mark(blocks: &[Block], title: Option<&str>, lexicon: &Lexicon) -> Vec<bool> {
    let mut seen: FxHashSet<String> = FxHashSet::default();
    let title = title.map(|title| title.trim().to_lowercase());
    blocks
        .iter()
        .map(|block| {
            let text = block.text.text().trim();
            let folded = text.to_lowercase();
            let doubled = !seen.insert(folded.clone()) && block.speaker.is_none();
            doubled
                || block.speaker.is_none() && is_furniture(text, lexicon)
                || title.as_ref() == Some(&folded)
        })
        .collect()
}

/// "(Presidential Office)": a credit in brackets behind a caption.
pub fn is_credit(sentence: &str) -> bool {
    let bare = sentence.trim().trim_end_matches('.');
    bare.starts_with('(') && bare.ends_with(')') && bare.split_whitespace().count() <= CREDIT_WORDS
}

const CREDIT_WORDS: usize = 6;
