//! Context: whom and what the sentences before one speak of. "She resigned in May" can only be held against a
//! source that knows who she is.

use crate::language::Lexicon;
use crate::prose::reading::Reading;

/// The names in the sentences before one that it does not repeat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Context {
    /// Their stems, the nearest sentence's first, each once.
    pub stems: Vec<String>,
    /// Whether the sentence has no name of its own, so that it is about them.
    pub leans: bool,
}

/// Sentences that a reader still has in mind; the paragraphs of news have two or three.
const BEFORE: usize = 3;
/// Names looked for: a list of twenty says little more about what a text is about.
const MOST: usize = 8;

impl Context {
    /// The context of `own`, from the sentences before it, nearest first.
    pub fn of<'r>(own: &Reading, before: impl Iterator<Item = &'r Reading>, lexicon: &Lexicon) -> Self {
        let mut stems: Vec<String> = Vec::new();
        for reading in before.take(BEFORE) {
            for word in named(reading, lexicon) {
                let known = stems.contains(&word.stem) || own.words.iter().any(|one| one.stem == word.stem);
                if !known && stems.len() < MOST {
                    stems.push(word.stem.clone());
                }
            }
        }
        Self { stems, leans: named(own, lexicon).next().is_none() }
    }
}

/// The words of a sentence's names, titles and single words that merely begin it left out.
fn named<'r>(
    reading: &'r Reading,
    lexicon: &'r Lexicon,
) -> impl Iterator<Item = &'r crate::prose::words::Word> {
    let at_start = |at: usize| {
        at == 0 || reading.words[at - 1].span.end as usize + 1 < reading.words[at].span.start as usize
    };
    reading.names().iter().flat_map(move |name| {
        let single = name.words.len() == 1 && at_start(name.words.start) && lexicon.language.capital_nouns;
        name.bare_words(&reading.words).iter().filter(move |word| !single && !word.stop && !word.numeric)
    })
}
