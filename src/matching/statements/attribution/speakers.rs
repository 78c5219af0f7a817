//! What a source has somebody else say.

use crate::language::{Lexicon, Voice};
use crate::matching::Candidate;
use crate::matching::evidence::alignment::same;
use crate::matching::statements::attribution::content::said;
use crate::matching::statements::attribution::parties::Party;
use crate::matching::statements::clauses::tells_or_counts;
use crate::matching::statements::company::{Company, LEAST};
use crate::matching::statements::difference::{Difference, Kind, Stands};
use crate::matching::statements::pair::Pair;
use crate::matching::statements::thresholds;
use crate::prose::Reading;
use crate::prose::reports::Report;
use crate::prose::syntax::{Relation, Upos};
use crate::prose::words::Word;

/// What the draft has one party say and the passage another, whom the source knows apart.
pub fn other_speaker(pair: Pair<'_>) -> Option<Difference> {
    let lexicon = pair.lexicon;
    let own = pair.reading.reports();
    if own.is_empty() || !pair.is_readable() {
        return None;
    }
    own.iter().find_map(|report| {
        let party =
            Party::of(pair.reading, report).filter(|party| party.is_told(lexicon) && !party.is_joined())?;
        let told = said(pair.reading, report, pair.skip);
        if !is_word(report) || (pair.skip)(party.head) || told.words.len() < LEAST || has_report(own, report)
        {
            return None;
        }
        let theirs = reported(&told, report.voice, pair.theirs());
        let (other, share) = theirs.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
        if share < thresholds::SAME_WORD {
            return None;
        }
        let own_words = Party::of(pair.theirs(), other)?;
        let speaker = meant(pair, &own_words, other)?;
        // "The minister will go, the paper reported": the draft may have it from herself; and who accuses whom is told by the
        // parties.
        let is_told_of = |head: &Word, reading: &Reading, report: &Report| {
            report.content.iter().any(|word| same(head, &reading.words[*word]))
        };
        if is_told_of(&pair.reading.words[party.head], pair.theirs(), other)
            || is_told_of(&speaker.reading.words[speaker.head], pair.reading, report)
        {
            return None;
        }
        let settles = |reading: &Reading| bears_out(&told, &party, (other, share), reading, lexicon);
        let mut readings = [pair.theirs()].into_iter().chain(pair.others().map(|one| &one.reading));
        if party.may_be(&speaker, lexicon) || readings.any(settles) {
            return None;
        }
        let is_known = [pair.theirs()]
            .into_iter()
            .chain(own_document(pair))
            .any(|reading| knows_apart(&party, &speaker, reading, lexicon));
        is_known.then(|| Difference {
            kind: Kind::Speaker,
            stands: Stands::Excluded,
            draft: party.range(),
            source: own_words.range(),
            means: own_words.is_pronoun(lexicon).then(|| speaker.printed().to_owned()),
        })
    })
}

/// The passages around this one, and the others found of its source.
fn own_document<'p>(pair: Pair<'p>) -> impl Iterator<Item = &'p Reading> {
    let key = &pair.evidence.candidate.source.key;
    let others: Vec<&'p Candidate> = pair.others().filter(|one| one.source.key == *key).collect();
    others.into_iter().map(|one| &one.reading)
}

/// Whom the speaker of a report means; a pronoun the nearest person before who does something.
fn meant<'p>(pair: Pair<'p>, speaker: &Party<'p>, report: &Report) -> Option<Party<'p>> {
    let lexicon = pair.lexicon;
    if !speaker.is_pronoun(lexicon) {
        return Some(speaker.clone()).filter(|speaker| speaker.is_told(lexicon));
    }
    let told = |reading: &'p Reading, before: usize| {
        let tree = reading.tree();
        let subject = |token: &usize| tree.nodes[*token].label.relation == Relation::Nsubj;
        let subjects = (0..tree.nodes.len()).filter(subject).filter_map(|token| Party::at(reading, token));
        let mut before = subjects.filter(|party| party.head < before && !party.is_pronoun(lexicon));
        before.find(|party| party.is_told(lexicon) && party.is_person(lexicon))
    };
    let own = pair.theirs();
    let start = report.content.iter().copied().min().unwrap_or(0).min(report.cue.start);
    told(own, start).or_else(|| pair.previous().and_then(|one| told(&one.reading, one.reading.words.len())))
}

/// Whether it is what somebody says, and no deed that is told by a verb of saying: "described the leak".
fn is_word(report: &Report) -> bool {
    report.is_clause || report.voice == Voice::Claims
}

/// Whether what is said has a report of its own inside: whose word is whose cannot be told from the words alone.
fn has_report(all: &[Report], report: &Report) -> bool {
    all.iter().any(|other| !other.speaker.is_empty() && report.content.contains(&other.cue.start))
}

/// The reports of a passage, each with the share of what is told that it has, 0 to 1.
fn reported<'r>(told: &Company<'_>, voice: Voice, reading: &'r Reading) -> Vec<(&'r Report, f64)> {
    let alike = |report: &&Report| (report.voice == Voice::Rejects) == (voice == Voice::Rejects);
    let all = reading.reports().iter().filter(|report| !report.speaker.is_empty()).filter(alike);
    let all = all.filter(|report| is_word(report));
    all.map(|report| (report, told.shared(&said(reading, report, &|_| false)).0)).collect()
}

/// Whether a passage gives the same as the draft's party's word, as nobody's, or as somebody's whom it does not name; one report
/// apart, which says that it is another's.
fn bears_out(
    told: &Company<'_>,
    own: &Party<'_>,
    (against, share): (&Report, f64),
    reading: &Reading,
    lexicon: &Lexicon,
) -> bool {
    let as_near = |other: f64| other >= share - thresholds::WORD_AS_NEAR;
    let reports = reported(told, against.voice, reading);
    let by_own = |report: &Report| {
        let is_other = std::ptr::eq(report, against);
        let party = Party::of(reading, report);
        !is_other && party.is_none_or(|party| !party.is_told(lexicon) || own.may_be(&party, lexicon))
    };
    if reports.iter().any(|(report, share)| as_near(*share) && by_own(report)) {
        return true;
    }
    let theirs: Vec<usize> = reports.iter().flat_map(|(report, _)| report.content.iter().copied()).collect();
    let rest = (0..reading.words.len())
        .filter(|word| !theirs.contains(word) && tells_or_counts(&reading.words[*word]));
    as_near(told.shared(&Company { reading, words: rest.collect() }).0)
}

/// Whether a passage speaks of the draft's party, and not as of the one whose word it is.
fn knows_apart(own: &Party<'_>, speaker: &Party<'_>, reading: &Reading, lexicon: &Lexicon) -> bool {
    let tree = reading.tree();
    let head = &own.reading.words[own.head];
    let mentions = (0..reading.words.len()).filter(|word| same(head, &reading.words[*word]));
    mentions.filter_map(|word| tree.token(word)).any(|token| {
        let top = topmost(reading, token);
        Party::at(reading, top).is_some_and(|party| !party.may_be(speaker, lexicon))
    })
}

/// The head of the phrase that names somebody: of "chief executive Priya Lindholm" whichever the parser took.
fn topmost(reading: &Reading, token: usize) -> usize {
    let tree = reading.tree();
    let mut at = token;
    for _ in 0..tree.nodes.len() {
        let node = &tree.nodes[at];
        let goes_on = matches!(
            node.label.relation,
            Relation::Appos | Relation::Flat | Relation::Compound | Relation::Nmod
        );
        let named = |head: &usize| matches!(tree.nodes[*head].upos, Upos::Noun | Upos::Propn);
        match node.head.filter(|_| goes_on).filter(named) {
            Some(head) => at = head,
            None => break,
        }
    }
    at
}
