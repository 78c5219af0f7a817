//! What a source has as somebody's word alone, told as fact (H1).

use crate::language::Voice;
use crate::matching::statements::attribution::content::{asserted, said};
use crate::matching::statements::attribution::parties::Party;
use crate::matching::statements::certainty::hedges::is_softened;
use crate::matching::statements::company::LEAST;
use crate::matching::statements::difference::{Difference, Kind, Stands};
use crate::matching::statements::pair::Pair;
use crate::matching::statements::thresholds;
use crate::prose::Reading;
use crate::prose::reports::Report;

/// What the passage only has somebody claim, and the draft tells as its own.
pub fn lost_attribution(pair: Pair<'_>) -> Option<Difference> {
    let (reading, theirs) = (pair.reading, pair.theirs());
    if !pair.is_readable() || !has_claim(pair) || is_softened(reading, pair.lexicon) {
        return None;
    }
    let own = asserted(reading, pair.skip);
    let claims = theirs.reports().iter().filter(|report| is_claim(pair, report));
    claims.filter(|claim| claim.content.len() >= LEAST).find_map(|claim| {
        let content = said(theirs, claim, &|_| false);
        let (told, claimed) = (own.shared(&content), content.shared(&own));
        if told.0 < thresholds::SAME_CLAIM || claimed.0 < thresholds::SAME_CLAIM || told.1 < LEAST {
            return None;
        }
        let tells = |reading: &Reading| {
            own.shared(&asserted(reading, &|_| false)).0 >= told.0 - thresholds::WORD_AS_NEAR
        };
        if tells(theirs) || pair.others().any(|one| tells(&one.reading)) {
            return None;
        }
        Some(Difference {
            kind: Kind::Attribution,
            stands: Stands::Stronger,
            draft: 0..reading.words.len(),
            source: claim.cue.clone(),
            means: Party::of(theirs, claim).map(|party| party.printed().to_owned()),
        })
    })
}

/// Whether any word of the passage claims, or reports what one of it or of the next denies: most are not parsed for it.
fn has_claim(pair: Pair<'_>) -> bool {
    let has = |reading: &Reading, voice: Voice| {
        reading.words.iter().any(|word| pair.lexicon.voices().of_verb(&word.stem) == Some(voice))
    };
    let own = pair.theirs();
    has(own, Voice::Claims)
        || has(own, Voice::Says)
            && (has(own, Voice::Rejects)
                || pair.next().is_some_and(|next| has(&next.reading, Voice::Rejects)))
}

/// Whether it is one side's word: it is claimed, or somebody says next to it that it is not so.
fn is_claim(pair: Pair<'_>, report: &Report) -> bool {
    let here = pair.theirs().reports().iter().filter(|other| other.cue.start > report.cue.start);
    let rejects = |report: &Report| report.voice == Voice::Rejects && !report.speaker.is_empty();
    let is_disputed = || {
        here.into_iter().any(rejects)
            || pair.next().is_some_and(|next| next.reading.reports().iter().any(rejects))
    };
    match report.voice {
        Voice::Claims => true,
        Voice::Says => report.is_clause && !report.speaker.is_empty() && is_disputed(),
        Voice::Rejects => false,
    }
}
