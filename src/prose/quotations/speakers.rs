//! Who speaks: the name that a verb of speech near a quotation belongs to.

use crate::language::anywhere::SHORT_TITLES;
use crate::language::{Class, Lexicon};
use crate::prose::blocks::{Block, Kind};
use crate::prose::quotations::edges::Edges;
use crate::prose::quotations::offices::Roles;
use crate::prose::quotations::quotation::{Part, Quotation, Speaker, named};
use crate::prose::quotations::subjects::{Found, gap, is_active, is_person, persons, subject};
use crate::prose::quotations::{antecedents, offices};
use crate::prose::words::Word;
use crate::prose::{names, sentences, words};
use crate::text::Span;

/// A subject of a verb of speech.
enum Subject {
    Name(Speaker),
    Pronoun,
    /// "the Kremlin spokesman", folded.
    Role(Vec<String>),
}

/// Gives each quotation its speaker, where one can be told.
pub fn assign(quotations: &mut [Quotation], blocks: &[Block], lexicon: &Lexicon) {
    // The person last said to speak, for pronouns and for a quotation that goes on.
    let mut last: Option<Speaker> = None;
    let mut previous: Option<(usize, u32)> = None;
    let edges = Edges::of(quotations, blocks.len());
    let mut roles: Option<Roles> = None;
    for quotation in quotations {
        let Some(part) = quotation.parts.first().copied() else { continue };
        let block = &blocks[part.block];
        if quotation.nested {
            continue;
        }
        if let Some(label) = &block.speaker {
            // Marks around all of a turn are the typist's; inside it they hold what somebody else said, or an
            // expression.
            let whole = part.outer.of(block.text.text()).trim() == block.text.text().trim();
            quotation.speaker =
                whole.then(|| Speaker { name: label.clone(), place: None, by_pronoun: false });
            continue;
        }
        // Where an attribution interrupts a quotation, it is the one behind the first part.
        let end = quotation.parts.iter().rfind(|other| other.block != part.block).map_or(part, |part| *part);
        let found = if quotation.block {
            after_block(blocks, part.block, part.inner, lexicon)
        } else {
            around(blocks, part, end, &edges[part.block], lexicon)
        };
        let speaker = match found {
            Some(Subject::Name(speaker)) => Some(speaker),
            Some(Subject::Pronoun) => {
                antecedents::person_before(blocks, &edges, part.block, part.outer.start, lexicon)
                    .map(|speaker| Speaker { place: None, by_pronoun: true, ..speaker })
            }
            Some(Subject::Role(role)) => {
                let roles = roles.get_or_insert_with(|| Roles::of(blocks, lexicon));
                let holder = roles.holder(&role, part.block, part.outer.start, lexicon);
                holder.map(|name| Speaker { name: name.to_owned(), place: None, by_pronoun: false })
            }
            // “A,” Lowe said. “B.” — the second goes on with the first.
            None => last
                .clone()
                .filter(|_| {
                    previous.is_some_and(|(block, at)| {
                        goes_on(blocks, block, at, part.block, part.outer.start, lexicon)
                    })
                })
                .map(|speaker| Speaker { place: None, ..speaker }),
        };
        if speaker.is_some() {
            last.clone_from(&speaker);
        }
        previous =
            quotation.parts.last().map(|part| (part.block, part.outer.end)).filter(|_| speaker.is_some());
        quotation.speaker = speaker;
    }
}

/// Whether a quotation goes on with the one before: it opens a sentence of its own, and only the attribution
/// of the other stands between them.
fn goes_on(blocks: &[Block], block: usize, end: u32, next: usize, start: u32, lexicon: &Lexicon) -> bool {
    let text = blocks[block].text.text();
    let opens = blocks[next].text.text()[..start as usize]
        .trim_end()
        .chars()
        .next_back()
        .is_none_or(|c| matches!(c, '.' | '!' | '?'));
    let between =
        if block == next { Span { start: end, end: start.max(end) }.of(text) } else { &text[end as usize..] };
    let near =
        block == next || next == block + 1 && blocks[next].text.text()[..start as usize].trim().is_empty();
    near && opens
        && between.split_whitespace().count() <= CONTINUATION_WORDS
        && sentences::sentences(between.trim(), lexicon).len() <= 1
}

/// "said Joan Pike, who joined the union in 1998." between two quotations of one speech.
const CONTINUATION_WORDS: usize = 20;

fn after_block(blocks: &[Block], block: usize, inner: Span, lexicon: &Lexicon) -> Option<Subject> {
    let text = blocks[block].text.text();
    let tail = &text[inner.end as usize..];
    if let Some(subject) = first_name(tail, block, inner.end, lexicon) {
        return Some(subject);
    }
    // "> — Ilse Harrow" in a paragraph of its own.
    let signed = blocks.get(block + 1).filter(|next| {
        next.kind == Kind::Quote && next.text.text().trim_start().starts_with(['—', '–', '-'])
    });
    if let Some(subject) = signed.and_then(|next| first_name(next.text.text(), block + 1, 0, lexicon)) {
        return Some(subject);
    }
    let introduction = blocks.get(block.checked_sub(1)?)?;
    let before = introduction.text.text();
    let from = sentences::sentences(before, lexicon).last().map_or(0, |last| last.start);
    let ends_open = before.trim_end().ends_with(':');
    ends_open
        .then(|| subject_before(before, Span::new(from as usize, before.len()), block - 1, lexicon))
        .flatten()
}

fn first_name(text: &str, block: usize, offset: u32, lexicon: &Lexicon) -> Option<Subject> {
    let found = words::words(text, lexicon);
    let name = persons(text, &found, lexicon).into_iter().find(|name| name.bare < name.words.end)?;
    Some(Subject::Name(named(text, &found, &name, block, offset)))
}

/// Looks in the quotation's own sentence, first behind it, then before it, then in the sentence that leads to
/// it.
fn around(blocks: &[Block], part: Part, end: Part, edges: &Edges, lexicon: &Lexicon) -> Option<Subject> {
    let (block, outer) = (part.block, part.outer);
    let last = blocks[end.block].text.text();
    let next = if end.block == block { edges.start_from(end.outer.end) } else { None };
    let limit = next.unwrap_or(Span::new(last.len(), last.len()).start);
    let behind = Span { start: end.outer.end, end: limit.max(end.outer.end) };
    // What ends its sentence inside the marks is attributed before it, unless a verb of speech follows at
    // once.
    let closed = end.inner.of(last).trim_end().ends_with('.')
        && !behind.of(last).trim_start().starts_with(|c: char| c.is_lowercase() || c == ',');
    // "— Ilse Harrow" in a line of its own below the marks of a block quotation.
    let tail = behind.of(last);
    let signed = blocks[end.block].kind == Kind::Quote && tail.trim_start().starts_with(['—', '–', '-']);
    if signed && let Some(subject) = first_name(tail, end.block, behind.start, lexicon) {
        return Some(subject);
    }
    if !closed && let Some(subject) = subject_behind(last, behind, end.block, lexicon) {
        return Some(subject);
    }
    let text = blocks[block].text.text();
    let start = edges.end_until(outer.start).unwrap_or(0);
    let lead = Span { start, end: outer.start };
    let sentence = sentences::sentences(lead.of(text), lexicon).last().copied();
    let ahead = sentence.map(|span| Span { start: start + span.start, end: outer.start })?;
    let before = ahead.of(text).trim_end();
    // A sentence that is closed before the marks open leads to them only by a colon.
    let leads = !before.ends_with(['.', '!', '?']);
    leads.then(|| subject_before(text, ahead, block, lexicon)).flatten()
}

/// `…,” Harrow said`, `…,” said Harrow, the mayor`, `…,” according to Harrow`.
fn subject_behind(text: &str, span: Span, block: usize, lexicon: &Lexicon) -> Option<Subject> {
    let sentence = first_sentence(span.of(text));
    let found = words::words(sentence, lexicon);
    let all = persons(sentence, &found, lexicon);
    // Behind a semicolon or "while" somebody else's clause begins.
    if sentence.trim_start().starts_with([';', ':'])
        || found.first().is_some_and(|word| lexicon.is(&word.fold, Class::Contrast))
    {
        return None;
    }
    if let Some(at) = attribution(&found, lexicon).filter(|at| *at <= 4) {
        let name = all.iter().find(|name| name.words.start >= at && name.bare < name.words.end)?;
        return Some(Subject::Name(named(sentence, &found, name, block, span.start)));
    }
    let verb = found
        .iter()
        .take(VERB_WITHIN)
        .position(|word| lexicon.is(&word.fold, Class::Speech) && !word.capital)?;
    if !is_active(&found, verb, lexicon) {
        return None;
    }
    let mut subject = all.iter().filter(|name| name.words.end <= verb && name.bare < name.words.end);
    let pronoun = found[..verb].iter().any(|word| is_person(word, lexicon));
    let first = all.first().filter(|name| name.words.start == 0);
    // "Peskov, a spokesman for the Kremlin, said": the first; "the Kremlin's spokesman Peskov said": the
    // last.
    let before = first
        .filter(|name| name.bare < name.words.end && name.words.end <= verb)
        .or_else(|| subject.next_back());
    if pronoun && before.is_none() {
        return Some(Subject::Pronoun);
    }
    if let Some(name) = before {
        return Some(Subject::Name(named(sentence, &found, name, block, span.start)));
    }
    if let Some(role) = offices::role(&found, 0..verb, lexicon) {
        return Some(Subject::Role(role));
    }
    if verb > 1 {
        return None;
    }
    let inverted_pronoun = found.get(verb + 1).is_some_and(|word| is_person(word, lexicon));
    if inverted_pronoun {
        return Some(Subject::Pronoun);
    }
    let name = all.iter().find(|name| {
        name.words.start > verb && name.bare < name.words.end && name.words.start <= verb + INVERTED_WITHIN
    });
    let Some(name) = name else {
        let end = (verb + 1..found.len())
            .find(|at| *at + 1 == found.len() || gap(sentence, &found, *at) != " ")
            .map_or(verb, |last| last + 1);
        return offices::role(&found, verb + 1..end, lexicon).map(Subject::Role);
    };
    let clause = &sentence[found[verb].span.end as usize..found[name.words.start].span.start as usize];
    (!clause.contains([',', ';', '.']))
        .then(|| Subject::Name(named(sentence, &found, name, block, span.start)))
}

/// `Harrow said: “`, `According to Harrow, “`, `Harrow called it “`, `Harrow: “`.
fn subject_before(text: &str, span: Span, block: usize, lexicon: &Lexicon) -> Option<Subject> {
    let sentence = span.of(text);
    let found = words::words(sentence, lexicon);
    let all = persons(sentence, &found, lexicon);
    let name = |name: &names::Name| Subject::Name(named(sentence, &found, name, block, span.start));
    let labelled = all.first().filter(|label| {
        label.words == (0..found.len()) && label.bare < label.words.end && found.len() <= LABEL_WORDS
    });
    if let Some(label) = labelled.filter(|_| sentence.trim_end().ends_with([':', '*'])) {
        return Some(name(label));
    }
    if let Some(at) = attribution(&found, lexicon) {
        let named = all.iter().find(|name| name.words.start >= at && name.bare < name.words.end)?;
        return Some(name(named));
    }
    let verb = found.iter().rposition(|word| lexicon.is(&word.fold, Class::Speech) && !word.capital)?;
    subject(sentence, &found, &all, verb, lexicon).map(|subject| match subject {
        Found::Name(found) => name(found),
        Found::Pronoun => Subject::Pronoun,
        Found::Role(role) => Subject::Role(role),
    })
}

/// "MAYOR ILSE HARROW OF PORT AVEREL:"
const LABEL_WORDS: usize = 6;

/// The index of the word after "according to".
fn attribution(words: &[Word], lexicon: &Lexicon) -> Option<usize> {
    let folds: Vec<&str> = words.iter().map(|word| word.fold.as_str()).collect();
    lexicon.language.attributions.iter().filter(|phrase| phrase.len() > 2).find_map(|phrase| {
        let parts: Vec<&str> = phrase.split(' ').collect();
        folds.windows(parts.len()).position(|window| window == parts).map(|at| at + parts.len())
    })
}

fn first_sentence(text: &str) -> &str {
    let end = text.char_indices().find(|(at, c)| {
        matches!(c, '\n')
            || matches!(c, '.' | '!' | '?')
                && text[at + c.len_utf8()..].starts_with([' ', '\n'])
                && !text[..*at].ends_with(|c: char| c.is_uppercase())
                && !ends_abbreviated(&text[..*at])
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

fn ends_abbreviated(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    SHORT_TITLES.contains(&word)
}

/// "Kremlin spokesman Dmitry Peskov, speaking to reporters on Thursday, said"
const VERB_WITHIN: usize = 14;
/// "said the Kremlin's long-serving spokesman Dmitry Peskov"
const INVERTED_WITHIN: usize = 7;
