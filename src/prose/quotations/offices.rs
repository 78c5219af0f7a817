//! Speakers named by their role: "the Kremlin spokesman" is whoever the text has called so before.

use crate::language::anywhere::without_possessive;
use crate::language::{Class, Lexicon};
use crate::prose::blocks::Block;
use crate::prose::names::{Name, same_person};
use crate::prose::words::Word;
use crate::prose::{names, sentences, words};
use crate::text::Span;

/// Everybody whom a document describes, in order.
#[derive(Debug, Default)]
pub(super) struct Roles {
    described: Vec<Described>,
}

#[derive(Debug)]
struct Described {
    /// Block and byte where the name begins.
    at: (usize, u32),
    name: String,
    /// Folded words that say what the person is: "kremlin", "spokesman".
    words: Vec<String>,
}

impl Roles {
    /// Reads who is described how.
    pub(super) fn of(blocks: &[Block], lexicon: &Lexicon) -> Self {
        let mut described = Vec::new();
        for (n, block) in blocks.iter().enumerate() {
            let text = block.text.text();
            for span in sentences::sentences(text, lexicon) {
                let sentence = span.of(text);
                let words = words::words(sentence, lexicon);
                for name in names::names(sentence, &words, lexicon)
                    .into_iter()
                    .filter(|name| name.bare < name.words.end)
                {
                    let role = description(sentence, &words, &name, lexicon);
                    if role.iter().any(|word| lexicon.is(word, Class::Title)) {
                        let speaker = crate::prose::quotations::quotation::named(
                            sentence, &words, &name, n, span.start,
                        );
                        let at = speaker.place.map_or((n, span.start), |(block, place)| (block, place.start));
                        described.push(Described { at, name: speaker.name, words: role });
                    }
                }
            }
        }
        Self { described }
    }

    /// The one person described so before a place; `None` if there are several, or nobody.
    pub(super) fn holder(&self, role: &[String], block: usize, at: u32, lexicon: &Lexicon) -> Option<&str> {
        // "The president" is not the vice president: what ranks an office must be the same.
        let ranks = |words: &[String]| {
            words.iter().filter(|word| lexicon.is(word, Class::Rank)).cloned().collect::<Vec<_>>()
        };
        let fits = |one: &&Described| {
            one.at < (block, at)
                && role.iter().all(|word| one.words.contains(word))
                && ranks(role) == ranks(&one.words)
        };
        let mut found = self.described.iter().filter(fits);
        let first = found.next()?;
        found.all(|other| same_person(&first.name, &other.name, lexicon)).then_some(first.name.as_str())
    }
}

/// The words around a name that say what the person is: before it, and in apposition after it.
fn description(text: &str, words: &[Word], name: &Name, lexicon: &Lexicon) -> Vec<String> {
    let gap = |at: usize| {
        words.get(at + 1).map_or("", |next| Span { start: words[at].span.end, end: next.span.start }.of(text))
    };
    let tells =
        |word: &Word| !word.stop && !word.numeric && !word.sign && !lexicon.is(&word.fold, Class::Speech);
    let fold = |word: &Word| without_possessive(&word.fold).to_owned();
    let mut found: Vec<String> = words[name.words.start..name.bare].iter().map(fold).collect();
    for at in (name.words.start.saturating_sub(BEFORE)..name.words.start).rev() {
        if gap(at) != " " || !tells(&words[at]) {
            break;
        }
        found.push(fold(&words[at]));
    }
    let last = name.words.end - 1;
    if gap(last).starts_with(',') {
        let mut apposed = Vec::new();
        for (at, word) in words.iter().enumerate().skip(name.words.end).take(APPOSED) {
            // "in response to Holt, the minister said": a clause, no apposition.
            if lexicon.is(&word.fold, Class::Speech) {
                break;
            }
            if tells(word) {
                apposed.push(fold(word));
            }
            if at + 1 == words.len() || gap(at).contains([',', '.', ';', ':', '—', '–']) {
                found.append(&mut apposed);
                break;
            }
        }
    }
    found
}

/// Words of a description before a name ("long-serving Kremlin spokesman"), and after it ("the mayor of Port
/// Averel").
const BEFORE: usize = 4;
const APPOSED: usize = 7;

/// The words of a role that ends right before word `end`, or begins right at word `start`: "the Kremlin
/// spokesman".
pub(super) fn role(words: &[Word], range: std::ops::Range<usize>, lexicon: &Lexicon) -> Option<Vec<String>> {
    let inside = words.get(range)?;
    let title = inside
        .iter()
        .rposition(|word| lexicon.is(&word.fold, Class::Title) && !lexicon.is(&word.fold, Class::Rank))?;
    let article = inside[..title].iter().rposition(|word| word.stop)?;
    let role = &inside[article + 1..=title];
    let plain = inside[title + 1..].is_empty()
        && role.iter().all(|word| !word.numeric && !word.sign && !lexicon.is(&word.fold, Class::Speech));
    plain.then(|| role.iter().map(|word| without_possessive(&word.fold).to_owned()).collect())
}
