//! The subject of a verb of speech: a name, a pronoun, an office.

use crate::language::{Class, Lexicon, anywhere};
use crate::prose::names;
use crate::prose::quotations::offices;
use crate::prose::words::Word;
use crate::text::Span;

/// The subject of a verb, as it stands in its sentence.
pub(super) enum Found<'n> {
    Name(&'n names::Name),
    Pronoun,
    Role(Vec<String>),
}

/// Who does what the verb at `verb` says; `None` where that cannot be told.
pub(super) fn subject<'n>(
    sentence: &str,
    found: &[Word],
    all: &'n [names::Name],
    verb: usize,
    lexicon: &Lexicon,
) -> Option<Found<'n>> {
    if !is_active(found, verb, lexicon) {
        return None;
    }
    // Whoever is named behind the verb and is not spoken to may be the one who speaks: "said Maar's remark
    // that".
    let own = |name: &&names::Name| name.bare < name.words.end;
    let behind =
        all.iter().filter(own).any(|name| name.words.start > verb + 1 && !is_governed(found, name, lexicon));
    if behind || found[verb + 1..].iter().skip(1).any(|word| is_possessive(word) && word.capital) {
        return None;
    }
    if found.get(verb + 1).is_some_and(|word| is_person(word, lexicon)) && gap(sentence, found, verb) == " " {
        return Some(Found::Pronoun);
    }
    let subjects: Vec<&names::Name> = all
        .iter()
        .filter(own)
        .filter(|name| name.words.end <= verb && !is_possessive(&found[name.words.end - 1]))
        .collect();
    let pronoun = found[..verb].iter().rposition(|word| is_person(word, lexicon));
    let nearest = subjects.last().copied();
    if let Some(at) = pronoun.filter(|at| nearest.is_none_or(|name| *at >= name.words.end)) {
        // "Fenn said she": the pronoun of another verb is no subject of this one.
        return (verb - at <= PRONOUN_BEFORE).then_some(Found::Pronoun);
    }
    let close = |name: &&names::Name| {
        let last = name.words.end - 1;
        name.words.end == verb && gap(sentence, found, last) == " " && !is_governed(found, name, lexicon)
            || name.words.end + 1 == verb && gap(sentence, found, last) == " "
    };
    if let Some(name) = nearest.filter(close) {
        return Some(Found::Name(name));
    }
    let clause = (1..verb).rfind(|at| gap(sentence, found, at - 1).contains(',')).unwrap_or(0);
    if let Some(role) = offices::role(found, clause..verb, lexicon) {
        return Some(Found::Role(role));
    }
    let mut free = subjects.into_iter().filter(|name| !is_governed(found, name, lexicon));
    free.next().map(Found::Name)
}

/// "she later told"
const PRONOUN_BEFORE: usize = 4;

/// Whether the subject of a verb of speech speaks: not in "was told", "wrong to say", "quoted Holt as
/// saying".
pub(in crate::prose) fn is_active(found: &[Word], verb: usize, lexicon: &Lexicon) -> bool {
    let passive = verb.checked_sub(1).is_some_and(|before| lexicon.is(&found[before].fold, Class::Passive));
    !passive && !found.iter().any(|word| lexicon.is(&word.fold, Class::Relay))
}

/// Whether a preposition stands before a name: "after Holt".
pub(super) fn is_governed(found: &[Word], name: &names::Name, lexicon: &Lexicon) -> bool {
    name.words
        .start
        .checked_sub(1)
        .is_some_and(|at| lexicon.is(&found[at].fold, Class::Preposition) && !found[at].capital)
}

/// What stands between word `at` and the next.
pub(in crate::prose) fn gap<'t>(text: &'t str, words: &[Word], at: usize) -> &'t str {
    words.get(at + 1).map_or("", |next| Span { start: words[at].span.end, end: next.span.start }.of(text))
}

/// The names that can speak: "the Ukrainian president" and "Greater pressure" name nobody, and
/// of "Ukraine's General Staff" the first word does not.
pub(super) fn persons(text: &str, words: &[Word], lexicon: &Lexicon) -> Vec<names::Name> {
    let describes = |name: &names::Name| {
        let Some(next) = words.get(name.words.end) else { return false };
        let gap = Span { start: words[name.words.end - 1].span.end, end: next.span.start }.of(text);
        // "said Fenn on Friday", "said Fenn yesterday", "said Fenn later".
        let time = lexicon.weekday(&next.fold).is_some()
            || lexicon.relative_day(&next.fold).is_some()
            || lexicon.is(&next.fold, Class::Opener);
        let content = !next.capital && !next.stop && !next.numeric && !next.sign && !time;
        // "Flight 752" is no person.
        let numbered =
            next.numeric && next.fold.bytes().all(|byte| byte.is_ascii_digit()) && next.fold.len() != YEAR;
        gap == " " && numbered
            || gap == " "
                && content
                && !lexicon.is(&next.fold, Class::Speech)
                && !lexicon.language.grammar.adverb_endings.iter().any(|ending| next.fold.ends_with(ending))
    };
    names::names(text, words, lexicon)
        .into_iter()
        .filter(|name| !describes(name) && !is_possessive(&words[name.words.end - 1]))
        .collect()
}

/// "Said Fenn 2019" may be a year.
const YEAR: usize = 4;

pub(super) fn is_possessive(word: &Word) -> bool {
    anywhere::is_possessive(&word.fold)
}

pub(in crate::prose) fn is_person(word: &Word, lexicon: &Lexicon) -> bool {
    lexicon.is(&word.fold, Class::Pronoun) && !lexicon.language.grammar.things.contains(&word.fold.as_str())
}
