//! Which sentences need a source (rules.md 3.7).

use crate::config::Config;
use crate::draft::Draft;
use crate::language::Class;
use crate::prose::Kind;
use crate::prose::words::Word;

/// Why sentence `n` needs no source, or `None` if it is a claim. In doubt it is a claim.
pub(super) fn exempt(draft: &Draft, n: usize, config: &Config) -> Option<&'static str> {
    let reading = &draft.readings[n];
    let lexicon = draft.lexicon;
    let text = reading.text.trim();
    let is = |word: &Word, class: Class| lexicon.is(&word.fold, class);
    match draft.kind(n) {
        Kind::Heading(_) => return Some("heading"),
        Kind::Note(_) => return Some("footnote"),
        Kind::Callout => return Some("callout"),
        _ => {}
    }
    let signs = || reading.words.iter().all(|word| word.capital || word.numeric || word.stop || word.sign);
    if text.starts_with(['—', '–', '-']) && (*draft.kind(n) == Kind::Quote || signs()) {
        return Some("attribution");
    }
    if is_header_row(draft, n) {
        return Some("table header");
    }
    let lower = text.to_lowercase();
    if config.common_knowledge.iter().any(|known| lower.contains(&known.to_lowercase())) {
        return Some("common knowledge");
    }
    let quoted = draft.quoted_spans(n);
    let outside = |word: &&Word| !quoted.iter().any(|span| span.overlaps(word.span));
    let quotes = quoted.iter().any(|span| span.len() > QUOTED_BYTES);
    let asks = text.trim_end_matches(['”', '"', '’', ')', '»']).ends_with('?');
    if asks && !quotes {
        return Some("question");
    }
    let content = reading.words.iter().filter(|word| !word.stop && !word.sign).count();
    if content == 0 || reading.words.len() < 3 && reading.figures().is_empty() && !quotes {
        return Some("no statement");
    }
    let figures = reading.figures().len();
    let dates = reading.dates().len();
    let names = reading.names().iter().filter(|name| name.words.start > 0 || name.words.len() > 1).count();
    let says = reading.words.iter().filter(outside).any(|word| is(word, Class::Speech));
    let superlative = reading.words.iter().filter(outside).any(|word| is(word, Class::Superlative));
    let facts = figures + dates + names + usize::from(quotes) + usize::from(says);
    let opinion = reading.words.iter().filter(outside).any(|word| is(word, Class::Opinion));
    let witness = reading.words.iter().filter(outside).any(|word| is(word, Class::FirstPerson));
    let leads = text.ends_with(':') && figures + dates == 0;
    let label = leads && (facts <= 1 || leads_to_quotation(draft, n)) && content <= LABEL_WORDS;
    if label {
        return Some("transition");
    }
    if witness && figures == 0 && names == 0 && !quotes && !says {
        return Some("first person");
    }
    if opinion && figures + dates == 0 && !quotes && !says && names <= 1 {
        return Some("opinion");
    }
    let short = content <= SHORT_WORDS;
    (facts == 0 && !superlative && short).then_some("no fact")
}

/// "Harrow told the hearing:" before a block quotation: the quotation is what needs the source.
fn leads_to_quotation(draft: &Draft, n: usize) -> bool {
    draft.blocks.get(draft.sentences[n].block + 1).is_some_and(|next| next.kind == Kind::Quote)
}

/// A quoted word or two is an expression, not a quotation.
const QUOTED_BYTES: usize = 16;
/// "Here is what we know:" and the like.
const LABEL_WORDS: usize = 6;
/// A sentence without figure, date, name or speech and with so few content words only leads on.
const SHORT_WORDS: usize = 2;

/// The first row of a table names its columns.
fn is_header_row(draft: &Draft, n: usize) -> bool {
    let block = draft.sentences[n].block;
    draft.blocks[block].kind == Kind::Row && (block == 0 || draft.blocks[block - 1].kind != Kind::Row)
}
