//! Whom a pronoun stands for: "he said" after a sentence about somebody.

use crate::language::{Class, Lexicon};
use crate::prose::blocks::{Block, Kind};
use crate::prose::quotations::edges::Edges;
use crate::prose::quotations::quotation::Speaker;
use crate::prose::quotations::subjects::Found;
use crate::prose::{names, sentences, words};
use crate::text::Span;

/// The person whom a pronoun near byte `at` of a block means: the subject of the last sentence that is about
/// anybody. What is quoted is about nobody. `None` where that sentence has several persons and none of them
/// speaks.
pub(super) fn person_before(
    blocks: &[Block],
    edges: &[Edges],
    block: usize,
    at: u32,
    lexicon: &Lexicon,
) -> Option<Speaker> {
    for n in (block.saturating_sub(PRONOUN_BLOCKS)..=block).rev() {
        if matches!(blocks[n].kind, Kind::Note(_)) {
            continue;
        }
        let whole = blocks[n].text.text();
        let end = if n == block { whole.floor_char_boundary(at as usize) } else { whole.len() };
        let from = whole.ceil_char_boundary(end.saturating_sub(PRONOUN_BYTES));
        let text = &*reported(whole, Span::new(from, end), &edges[n]);
        for span in sentences::sentences(text, lexicon).into_iter().rev() {
            let sentence = span.of(text);
            let found = words::words(sentence, lexicon);
            let all = crate::prose::quotations::subjects::persons(sentence, &found, lexicon);
            let named = |name| {
                crate::prose::quotations::quotation::named(
                    sentence,
                    &found,
                    name,
                    n,
                    Span::new(from, from).start + span.start,
                )
            };
            let verb = found.iter().position(|word| lexicon.is(&word.fold, Class::Speech) && !word.capital);
            match verb.and_then(|verb| {
                crate::prose::quotations::subjects::subject(sentence, &found, &all, verb, lexicon)
            }) {
                Some(Found::Name(name)) => return Some(named(name)),
                // The same pronoun again: whom it means stands farther back.
                Some(Found::Pronoun) => continue,
                Some(Found::Role(_)) => return None,
                None => {}
            }
            // "Joris Maar disputed that" names a person, "the Ukrainian president" does not; of "Weiss shook"
            // who can tell?
            let everybody = names::names(sentence, &found, lexicon);
            let own = everybody.iter().filter(|name| {
                name.bare < name.words.end
                    && !crate::prose::quotations::subjects::is_possessive(&found[name.words.end - 1])
            });
            let free: Vec<_> = own
                .filter(|name| !crate::prose::quotations::subjects::is_governed(&found, name, lexicon))
                .collect();
            let plain = |name: &names::Name| {
                name.words.len() > 1 || all.iter().any(|person| person.words == name.words)
            };
            match free.as_slice() {
                [] => {}
                [name] if plain(name) => return Some(named(name)),
                _ => return None,
            }
        }
    }
    None
}

/// A stretch of a block's text with what is quoted in it blotted out, byte for byte.
fn reported(text: &str, stretch: Span, edges: &Edges) -> String {
    let mut told = stretch.of(text).as_bytes().to_vec();
    for quoted in edges.quoted_in(stretch) {
        let within =
            quoted.start.max(stretch.start) - stretch.start..quoted.end.min(stretch.end) - stretch.start;
        if let Some(bytes) = told.get_mut(within.start as usize..within.end as usize) {
            // What ends a sentence inside the marks ends it.
            bytes.iter_mut().filter(|byte| !matches!(byte, b'.' | b'?' | b'!')).for_each(|byte| *byte = b' ');
        }
    }
    String::from_utf8(told).unwrap_or_else(|_| stretch.of(text).to_owned())
}

/// A pronoun reaches back no farther in its paragraph, and paragraphs of news are shorter: only pages without
/// a line break and transcripts in one piece are longer, and there each quotation would read all before it.
const PRONOUN_BYTES: usize = 1_500;
/// A pronoun reaches back over about this many paragraphs.
const PRONOUN_BLOCKS: usize = 2;
