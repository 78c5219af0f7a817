//! Attributions that stand inside a quotation: `“I came,” she said, “and I saw.”` (docs/conventions.md, Q6).

use crate::language::{Class, Lexicon};
use crate::prose::quotations::quotation::{Part, Quotation};
use crate::prose::words;
use crate::text::Span;

/// Whether `part` goes on with the quotation `before` it: nothing but an attribution between commas stands
/// between them, and no sentence has ended.
pub(super) fn interrupts(before: &Quotation, part: Part, text: &str, lexicon: &Lexicon) -> bool {
    let Some(last) =
        before.parts.last().filter(|last| last.block == part.block && !before.nested && !before.block)
    else {
        return false;
    };
    if last.outer.end > part.outer.start {
        return false;
    }
    let between = Span { start: last.outer.end, end: part.outer.start }.of(text);
    let (ahead, behind) = (last.inner.of(text).trim_end(), between.trim());
    let opens = ahead.ends_with([',', '—', '–', '-', '…']) || behind.starts_with([',', '—', '–']);
    let closes = behind.ends_with([',', '—', '–']) && behind.chars().count() > 2;
    let words = words::words(behind, lexicon);
    opens
        && closes
        && !behind.contains(['.', ';', ':', '?', '!'])
        && words.len() <= LONGEST
        && words.iter().any(|word| lexicon.is(&word.fold, Class::Speech))
}

/// "the mayor of Port Averel, Ilse Harrow, told reporters on Friday evening"
const LONGEST: usize = 14;
