//! Which sentences need a source (docs/conventions.md, 3.7).

use crate::config::{CitationScope, Config};
use crate::draft::Draft;
use crate::language::{Class, Lexicon};
use crate::prose::words::Word;
use crate::prose::{Kind, Reading};
use crate::rules::case::exempt::Exempt;
use crate::rules::case::fact_signs::Signs;

/// Why sentence `n` needs no source, or `None` if it is a claim. In doubt it is a claim.
pub(super) fn exempt(draft: &Draft, n: usize, config: &Config) -> Option<Exempt> {
    let reading = &draft.readings[n];
    let text = reading.text.trim();
    match draft.kind(n) {
        Kind::Heading(_) => return Some(Exempt::Heading),
        Kind::Note(_) => return Some(Exempt::Note),
        Kind::Callout => return Some(Exempt::Callout),
        _ => {}
    }
    let signs = || reading.words.iter().all(|word| word.capital || word.numeric || word.stop || word.sign);
    if text.starts_with(['—', '–', '-']) && (*draft.kind(n) == Kind::Quote || signs()) {
        return Some(Exempt::Attribution);
    }
    if is_credit(reading, draft.lexicon) {
        return Some(Exempt::Credit);
    }
    if is_header_row(draft, n) {
        return Some(Exempt::TableHeader);
    }
    let lower = text.to_lowercase();
    if config.common_knowledge.iter().any(|known| lower.contains(&known.to_lowercase())) {
        return Some(Exempt::CommonKnowledge);
    }
    let quoted = draft.quoted_spans(n);
    let quotes = quoted.iter().any(|span| span.len() > QUOTED_BYTES);
    let asks = text.trim_end_matches(['”', '"', '’', ')', '»']).ends_with('?');
    if asks && !quotes {
        return Some(Exempt::Question);
    }
    let content = reading.words.iter().filter(|word| !word.stop && !word.sign).count();
    if content == 0 || reading.words.len() < 3 && reading.figures().is_empty() && !quotes {
        return Some(Exempt::Fragment);
    }
    let outside = |word: &Word| !quoted.iter().any(|span| span.overlaps(word.span));
    let says = reading.words.iter().any(|word| outside(word) && draft.lexicon.is(&word.fold, Class::Speech));
    let names = reading.names().iter().filter(|name| name.words.start > 0 || name.words.len() > 1).count();
    let facts =
        reading.figures().len() + reading.dates().len() + names + usize::from(quotes) + usize::from(says);
    let leads = text.ends_with(':') && reading.figures().len() + reading.dates().len() == 0;
    if leads && (facts <= 1 || leads_to_quotation(draft, n)) && content <= LABEL_WORDS {
        return Some(Exempt::Transition);
    }
    // What the writer sources himself, or quotes, is a claim.
    if quotes || draft.citations_of(n, CitationScope::Sentence).any(|citation| !citation.may_be_none()) {
        return None;
    }
    // A title in quotation marks begins with a capital.
    let scare = quoted
        .iter()
        .filter(|span| {
            span.of(&reading.text)
                .trim_start_matches(|c: char| !c.is_alphanumeric())
                .starts_with(char::is_lowercase)
        })
        .count();
    Signs { reading, lexicon: draft.lexicon, own: &outside, scare }.no_fact()
}

/// "By Ilse Harrow", "Updated 6 April at 6 p.m.", "Photo: The Gazette", "ENDS": what a page says of itself. It tells nothing with a verb.
fn is_credit(reading: &Reading, lexicon: &Lexicon) -> bool {
    let folds: Vec<&str> = reading.words.iter().map(|word| word.fold.as_str()).collect();
    let lead = lexicon.credits().iter().find(|phrase| folds.starts_with(phrase));
    lead.is_some_and(|lead| {
        let rest = &reading.words[lead.len()..];
        let bare = |word: &Word| word.capital || word.numeric || word.sign || word.stop;
        rest.len() <= CREDIT_WORDS
            && (lead.len()..reading.words.len()).all(|at| {
                bare(&reading.words[at]) || reading.dates().iter().any(|date| date.words.contains(&at))
            })
    })
}

/// "By Ilse Harrow and Tobias Ren in Port Averel".
const CREDIT_WORDS: usize = 10;

/// "Harrow told the hearing:" before a block quotation: the quotation is what needs the source.
fn leads_to_quotation(draft: &Draft, n: usize) -> bool {
    draft.blocks.get(draft.sentences[n].block + 1).is_some_and(|next| next.kind == Kind::Quote)
}

/// A quoted word or two is an expression, not a quotation.
const QUOTED_BYTES: usize = 16;
/// "Here is what we know:" and the like.
const LABEL_WORDS: usize = 6;

/// The first row of a table names its columns.
fn is_header_row(draft: &Draft, n: usize) -> bool {
    let block = draft.sentences[n].block;
    draft.blocks[block].kind == Kind::Row && (block == 0 || draft.blocks[block - 1].kind != Kind::Row)
}
