//! What the rules of sentences say of each sentence, judged again only where its scene changed.

use crate::prose::figures::ABOUT;
use crate::rules::{Assessment, Case, Exempt, Finding, QuoteCase, Recalled, Scene, Surroundings, table};
use crate::text::Span;
use rayon::prelude::*;

/// What the rules of sentences say of each sentence, in the order of the draft; judged again only where the
/// scene changed.
pub(super) fn of_sentences(case: &Case<'_>, recalled: &Recalled<'_>) -> Vec<Finding> {
    let speakers = judged_speakers(case);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 500")]
    let about = (case.config.about.unwrap_or(ABOUT) * 1e3).round() as u16;
    let remark = |(n, assessment): (usize, &Assessment)| {
        let sentence = &case.draft.sentences[n];
        let of_sentence =
            |(block, span): &(usize, Span)| *block == sentence.block && span.overlaps(sentence.span);
        let within = |span: Span| Span {
            start: span.start.max(sentence.span.start) - sentence.span.start,
            end: span.end.min(sentence.span.end) - sentence.span.start,
        };
        let all_within = |spans: &[(usize, Span)]| {
            spans.iter().filter(|span| of_sentence(span)).map(|(_, span)| within(*span)).collect()
        };
        let around = Surroundings {
            about,
            verdict: assessment.verdict(),
            is_claim: assessment.exempt.is_none(),
            is_statement: assessment.exempt.is_none_or(Exempt::is_statement),
            linked: all_within(&case.draft.link_texts),
            quoted: case.draft.quoted_spans(n).to_vec(),
            judged_speakers: all_within(&speakers),
        };
        let scene = Scene {
            reading: &case.draft.readings[n],
            support: &assessment.support,
            context: &assessment.context,
            around: &around,
            lexicon: case.draft.lexicon,
            date: case.draft.date,
            snapshot: case.snapshot,
        };
        let found = recalled.remarks(&scene, || table::judge(&scene));
        found
            .iter()
            .map(|finding| {
                finding
                    .clone()
                    .placed(&scene.reading.text, &case.draft.text, |span| case.draft.file_span(n, span))
            })
            .collect::<Vec<_>>()
    };
    case.sentences.par_iter().enumerate().flat_map_iter(remark).collect()
}

/// Where speakers are named of whom the rules of quotations speak: the words are not the source's, or it
/// gives them to somebody else.
fn judged_speakers(case: &Case<'_>) -> Vec<(usize, Span)> {
    let to_another = |quote: &QuoteCase| {
        let speakers = quote.outcome.laid().iter().filter_map(|one| one.place.speaker());
        case.named_speaker(quote)
            .is_some_and(|named| speakers.into_iter().any(|speaker| !case.same_person(named, speaker)))
    };
    let judged = case.quotations.iter().filter(|quote| !quote.outcome.is_exact() || to_another(quote));
    judged.filter_map(|quote| case.quotation(quote).speaker.as_ref()?.place).collect()
}
