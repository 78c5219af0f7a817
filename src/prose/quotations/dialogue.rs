//! Direct speech behind a dash, as French and other languages set it: `— Je reste, dit-elle. Jusqu’au bout.`
//! (docs/conventions.md, Q8).

use crate::language::{Class, Lexicon};
use crate::prose::blocks::{Block, Kind};
use crate::prose::quotations::quotation::{Part, Quotation};
use crate::prose::words;
use crate::text::Span;
use crate::text::fold::fold;

/// The quotation that block `n` is, if a dash opens it and somebody is said to speak, or the paragraphs
/// around are a dialogue.
pub(super) fn quotation(blocks: &[Block], n: usize, lexicon: &Lexicon) -> Option<Quotation> {
    let block = &blocks[n];
    let text = block.text.text();
    let start = opening(block)?;
    let attributions = attributions(text, start, lexicon);
    let is_dialogue = |block: Option<&Block>| block.is_some_and(|block| opening(block).is_some());
    let led = n.checked_sub(1).is_some_and(|before| blocks[before].text.text().trim_end().ends_with(':'));
    let told = led
        || is_dialogue(n.checked_sub(1).and_then(|before| blocks.get(before)))
        || is_dialogue(blocks.get(n + 1));
    if attributions.is_empty() && !told {
        return None;
    }
    let parts = parts(text, n, Span::new(start, text.len()), &attributions);
    (!parts.is_empty()).then_some(Quotation { parts, block: false, nested: false, speaker: None })
}

/// What is said between the attributions.
fn parts(text: &str, block: usize, whole: Span, attributions: &[Span]) -> Vec<Part> {
    let mut found = Vec::new();
    let mut from = whole.start as usize;
    for gap in attributions.iter().copied().chain([Span { start: whole.end, end: whole.end }]) {
        let said = &text[from..gap.start as usize];
        let inner = Span::new(from + said.len() - said.trim_start().len(), from + said.trim_end().len());
        if inner.of(text).chars().any(char::is_alphanumeric) {
            found.push(Part { block, inner, outer: inner });
        }
        from = gap.end as usize;
    }
    found
}

/// The parts of a quotation whose attribution stands inside the marks, as French has it: `« Je viens, a dit
/// Fenn, ce soir. »`. One part where there is none.
pub(super) fn unattributed(part: Part, text: &str, lexicon: &Lexicon) -> Vec<Part> {
    let inner = part.inner.of(text);
    let start = part.inner.start;
    let found = attributions(inner, 0, lexicon)
        .into_iter()
        .map(|span| Span { start: start + span.start, end: start + span.end });
    let attributions: Vec<Span> = found.filter(|span| names_speaker(span.of(text), lexicon)).collect();
    if attributions.is_empty() { vec![part] } else { parts(text, part.block, part.inner, &attributions) }
}

/// Whether an attribution inside marks says who speaks: ", a dit Fenn,", ", dit-elle,"; ", dit le proverbe,"
/// does not.
fn names_speaker(clause: &str, lexicon: &Lexicon) -> bool {
    let words = words::words(clause, lexicon);
    let verb = words.iter().position(|word| lexicon.is(&word.fold, Class::Speech));
    let after = verb.and_then(|verb| words.get(verb + 1..)).unwrap_or_default();
    let pronoun = words.iter().any(|word| lexicon.is(&word.fold, Class::Pronoun));
    pronoun || after.iter().any(|word| word.capital && !word.stop)
}

/// The byte where speech begins behind a dash that opens a paragraph.
fn opening(block: &Block) -> Option<usize> {
    if block.kind != Kind::Paragraph {
        return None;
    }
    let text = block.text.text();
    let lead = text.len() - text.trim_start().len();
    let dash = text[lead..].strip_prefix(['—', '–'])?;
    let speech = dash.trim_start();
    speech.starts_with(char::is_uppercase).then(|| text.len() - speech.len())
}

/// Where somebody is said to speak: `, dit-elle.`, `, a déclaré Fenn,`. Bytes of `text`, the marks around
/// included but for what ends the speech before it.
fn attributions(text: &str, start: usize, lexicon: &Lexicon) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = start;
    while let Some(step) = text[at..].find([',', '!', '?', '…']) {
        let mark = at + step;
        let width = text[mark..].chars().next().map_or(1, char::len_utf8);
        let begins = mark + width;
        let rest = &text[begins..];
        let ends = |(end, c): &(usize, char)| {
            matches!(c, ',' | '!' | '?' | ':') || *c == '.' && !is_abbreviated(&rest[..*end], lexicon)
        };
        let end = rest.char_indices().find(ends).map_or(text.len(), |(end, _)| begins + end);
        let clause = &text[begins..end];
        let words = words::words(clause, lexicon);
        let says =
            words.iter().take(VERB_WITHIN).any(|word| lexicon.is(&word.fold, Class::Speech) && !word.capital);
        at = begins;
        if says && words.len() <= LONGEST && clause.trim_start().starts_with(char::is_lowercase) {
            let closed = text[end..].chars().next().map_or(end, |c| end + c.len_utf8());
            // A comma opens the attribution, any other mark ends what is said.
            let opens = if text[mark..].starts_with(',') { mark } else { begins };
            found.push(Span::new(opens, closed));
            at = closed;
        }
    }
    found
}

/// "M." and the like end no clause.
fn is_abbreviated(before: &str, lexicon: &Lexicon) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    lexicon.is(&fold(word), Class::Abbreviation)
}

/// "a-t-elle encore dit"
const VERB_WITHIN: usize = 5;
const LONGEST: usize = 12;
