//! Speaker-labelled paragraphs: `MAYOR HARROW:`, `WALLACE (VOICE-OVER):`.

use crate::language::Class;
use crate::language::anywhere::LABEL_PARTICLES;
use crate::prose::Block;
use crate::text::Span;
use crate::text::fold::fold;
use rustc_hash::FxHashMap;

/// Takes the labels out of a transcript's paragraphs and gives each paragraph its speaker. Leaves an article
/// alone.
pub fn label(blocks: &mut [Block]) {
    let labels: Vec<Option<(String, usize)>> =
        blocks.iter().map(|block| label_of(block.text.text())).collect();
    let capitals = labels.iter().flatten().filter(|(label, _)| is_capitals(label)).count();
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    for (label, _) in labels.iter().flatten() {
        *seen.entry(label).or_default() += 1;
    }
    let total = labels.iter().flatten().count();
    let mixed = total >= MIXED_LABELS && total * 2 >= blocks.len() && seen.values().any(|count| *count > 1);
    let label =
        || labels.iter().position(|label| label.as_ref().is_some_and(|(label, _)| is_capitals(label)));
    let short = || {
        blocks.len() <= LONE_BLOCKS
            && labels.iter().flatten().any(|(label, _)| is_capitals(label) && label.contains(' '))
    };
    let lone = capitals == 1 && (short() || label().is_some_and(|at| is_speech(&blocks[at..])));
    let transcript = capitals >= 2 || lone;
    if !transcript && !mixed {
        return;
    }
    // An article may hold a few lines of an interview: there a label speaks for its own paragraph only.
    let early = labels.iter().take(EARLY_BLOCKS).flatten().count() > 0;
    let continues = mixed || lone || early && total * 5 >= blocks.len() || total * 5 >= blocks.len() * 2;
    let mut speaker: Option<String> = None;
    for (block, label) in blocks.iter_mut().zip(&labels) {
        if let Some((label, end)) = label.as_ref().filter(|(label, _)| mixed || is_capitals(label)) {
            speaker = Some(without_remark(label).to_owned());
            block.text = block.text.without(&[Span::new(0, *end)]);
        } else if !continues || is_examination(block.text.text()) {
            speaker = None;
        }
        block.speaker.clone_from(&speaker);
    }
}

/// `Q. …`, `A. …`: an examination, in which nobody is named.
fn is_examination(text: &str) -> bool {
    let mut chars = text.trim_start().chars();
    matches!(
        (chars.next(), chars.next(), chars.next()),
        (Some('Q' | 'A'), Some('.' | ':'), Some(' ' | '\u{a0}'))
    )
}

/// Whether a text says "I" and "we" as speeches do and reports do not: "WASHINGTON:" before it is a dateline
/// then.
fn is_speech(blocks: &[Block]) -> bool {
    let start: Vec<&str> =
        blocks.iter().flat_map(|block| block.text.text().split_whitespace()).take(SPOKEN_WORDS).collect();
    let lexicon = crate::language::detect(&start.join(" "));
    start
        .iter()
        .filter(|word| {
            lexicon.is(&fold(word.trim_matches(|c: char| !c.is_alphanumeric())), Class::FirstPerson)
        })
        .count()
        >= SPOKEN_FIRST
}

/// In a speech one word in 20 is of the first person, in an agency's report none outside its few quotations.
const SPOKEN_WORDS: usize = 200;
const SPOKEN_FIRST: usize = 6;

/// A label and the byte after its colon and the space behind.
pub(super) fn label_of(text: &str) -> Option<(String, usize)> {
    let lead = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '*').len();
    let colon = text.char_indices().take(LABEL_CHARS).find(|(_, c)| *c == ':').map(|(at, _)| at)?;
    let label = text.get(lead..colon)?.trim_end_matches('*');
    let rest = &text[colon + 1..];
    let spoken = rest.starts_with(char::is_whitespace) || rest.starts_with('*');
    let words: Vec<&str> = without_remark(label).split_whitespace().collect();
    let named =
        !words.is_empty() && words.len() <= LABEL_WORDS && words.iter().all(|word| is_label_word(word));
    let end =
        colon + 1 + (rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || c == '*').len());
    // "WHITE HOUSE: TRUMP MISINTERPRETED" is a headline: speech has lower-case letters.
    (spoken && named && rest.chars().any(char::is_lowercase)).then(|| (label.to_owned(), end))
}

fn is_label_word(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '#')
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '\'' | '’' | '-' | '#' | '/'))
        || LABEL_PARTICLES.contains(&word)
}

/// Capitals only, a particle inside a name (`McCAIN`) allowed.
fn is_capitals(label: &str) -> bool {
    let bare = without_remark(label);
    let upper = bare.chars().filter(|c| c.is_uppercase()).count();
    let lower = bare.chars().filter(|c| c.is_lowercase()).count();
    upper >= 2 && lower * 4 <= upper
}

/// `WALLACE (VOICE-OVER)` without the remark.
fn without_remark(label: &str) -> &str {
    label.split(['(', '[']).next().unwrap_or(label).trim().trim_end_matches(',')
}

/// A transcript's first label stands at its head, a title and a line of context allowed for.
const EARLY_BLOCKS: usize = 3;
const LABEL_CHARS: usize = 60;
const LABEL_WORDS: usize = 6;
/// Names in ordinary capitals are labels only when they make up the document: "Kyiv:" once is a dateline.
const MIXED_LABELS: usize = 3;
/// A speech of one speaker has one label; an article that opens with a dateline has more paragraphs.
const LONE_BLOCKS: usize = 4;
