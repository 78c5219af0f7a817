//! Who speaks: the name that a verb of speech near a quotation belongs to.

use crate::language::{Class, Lexicon};
use crate::prose::blocks::{Block, Kind};
use crate::prose::names;
use crate::prose::quotations::antecedents;
use crate::prose::quotations::offices;
use crate::prose::quotations::offices::Roles;
use crate::prose::quotations::{Part, Quotation};
use crate::prose::sentences;
use crate::prose::words;
use crate::prose::words::Word;
use crate::text::Span;

/// The speaker of a quotation as the text names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name without titles, as printed.
    pub name: String,
    /// Where it stands: block and bytes of its text. `None` for a transcript's label or a pronoun resolved elsewhere.
    pub place: Option<(usize, Span)>,
    /// Named by a pronoun alone: the last subject of reported speech before it is meant, which is likely and not certain.
    pub by_pronoun: bool,
}

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
            // Marks around all of a turn are the typist's; inside it they hold what somebody else said, or an expression.
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

/// Whether a quotation goes on with the one before: it opens a sentence of its own, and only the attribution of the other stands
/// between them.
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

/// Where the quotations of a block begin and where they end, each in order.
#[derive(Clone, Default)]
pub(super) struct Edges {
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl Edges {
    fn of(quotations: &[Quotation], blocks: usize) -> Vec<Self> {
        let mut all = vec![Self::default(); blocks];
        for part in quotations.iter().flat_map(|quotation| &quotation.parts) {
            all[part.block].starts.push(part.outer.start);
            all[part.block].ends.push(part.outer.end);
        }
        for edges in &mut all {
            edges.starts.sort_unstable();
            edges.ends.sort_unstable();
        }
        all
    }

    /// The first start at or after `at`.
    fn start_from(&self, at: u32) -> Option<u32> {
        self.starts.get(self.starts.partition_point(|start| *start < at)).copied()
    }

    /// The quoted stretches that share a byte with `stretch`, each from its mark to its mark.
    pub(super) fn quoted_in(&self, stretch: Span) -> impl Iterator<Item = Span> {
        let first = self.ends.partition_point(|end| *end <= stretch.start);
        let pairs = self
            .starts
            .iter()
            .zip(&self.ends)
            .skip(first)
            .take_while(move |(start, _)| **start < stretch.end);
        pairs.map(|(start, end)| Span { start: *start, end: (*end).max(*start) })
    }

    /// The last end at or before `at`.
    fn end_until(&self, at: u32) -> Option<u32> {
        self.ends.partition_point(|end| *end <= at).checked_sub(1).map(|n| self.ends[n])
    }
}

/// Looks in the quotation's own sentence, first behind it, then before it, then in the sentence that leads to it.
fn around(blocks: &[Block], part: Part, end: Part, edges: &Edges, lexicon: &Lexicon) -> Option<Subject> {
    let (block, outer) = (part.block, part.outer);
    let last = blocks[end.block].text.text();
    let next = if end.block == block { edges.start_from(end.outer.end) } else { None };
    let limit = next.unwrap_or(Span::new(last.len(), last.len()).start);
    let behind = Span { start: end.outer.end, end: limit.max(end.outer.end) };
    // What ends its sentence inside the marks is attributed before it, unless a verb of speech follows at once.
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
    // "Peskov, a spokesman for the Kremlin, said": the first; "the Kremlin's spokesman Peskov said": the last.
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
    // Whoever is named behind the verb and is not spoken to may be the one who speaks: "said Maar's remark that".
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

/// Whether the subject of a verb of speech speaks: not in "was told", "wrong to say", "quoted Holt as saying".
fn is_active(found: &[Word], verb: usize, lexicon: &Lexicon) -> bool {
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
fn gap<'t>(text: &'t str, words: &[Word], at: usize) -> &'t str {
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
        gap == " " && content && !lexicon.is(&next.fold, Class::Speech) && !next.fold.ends_with("ly")
    };
    names::names(text, words, lexicon)
        .into_iter()
        .filter(|name| !describes(name) && !is_possessive(&words[name.words.end - 1]))
        .collect()
}

pub(super) fn is_possessive(word: &Word) -> bool {
    word.fold.ends_with("'s")
}

fn is_person(word: &Word, lexicon: &Lexicon) -> bool {
    lexicon.is(&word.fold, Class::Pronoun) && word.fold != "it"
}

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
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Dr"
            | "Gen"
            | "Lt"
            | "Sen"
            | "Rep"
            | "Gov"
            | "Col"
            | "Prof"
            | "St"
            | "Sgt"
            | "Capt"
    )
}

pub(super) fn named(text: &str, words: &[Word], name: &names::Name, block: usize, offset: u32) -> Speaker {
    let span = words[name.bare].span.join(words[name.words.end - 1].span);
    let printed = span.of(text);
    let bare = ["'s", "’s"].iter().find_map(|ending| printed.strip_suffix(ending)).unwrap_or(printed);
    Speaker {
        name: bare.to_owned(),
        place: Some((
            block,
            Span { start: offset + span.start, end: offset + span.start + Span::new(0, bare.len()).end },
        )),
        by_pronoun: false,
    }
}

/// "Kremlin spokesman Dmitry Peskov, speaking to reporters on Thursday, said"
const VERB_WITHIN: usize = 14;
/// "said the Kremlin's long-serving spokesman Dmitry Peskov"
const INVERTED_WITHIN: usize = 7;
