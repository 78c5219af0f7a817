//! `conflicting-name`: a name, title or place differs from the source's in an otherwise matching sentence.

use crate::config::Level;
use crate::matching::Candidate;
use crate::matching::evidence::Evidence;
use crate::matching::evidence::alignment::same;
use crate::matching::evidence::gathering::{may_be_held, same_language};
use crate::matching::statements::comparison::NEAREST;
use crate::matching::statements::difference::Kind;
use crate::matching::statements::names::misplaced_names::misplaced_name;
use crate::matching::statements::names::name_comparison::{
    OtherName, displaced_names, is_same_sentence, other_given_names, other_names, rank_at_start,
};
use crate::prose::Reading;
use crate::prose::words::{Word, words as read};
use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::finding::{Edit, Fix, Proof, Remark, cite, stop};
use crate::rules::rule::{Rule, Run};
use crate::rules::statements::{name_spelling, thresholds};
use crate::text::Span;
use std::ops::Range;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::ConflictingName,
    summary: "A source names another person, place or office here.",
    docs: include_str!("../../../docs/rules/conflicting-name.md"),
    level: Level::Warning,
    since: "0.1.0",
    run: Run::Sentence(run),
};

fn run(scene: &Scene<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    let reading = scene.reading;
    let is_retold = |one: &Evidence| {
        one.alignment.closeness() >= thresholds::CONFLICTING_NAME_CLOSE && one.topic >= thresholds::SAME_STORY
    };
    if !scene.is_comparable() || scene.is_no_sentence() {
        return found;
    }
    if let Some(best) = scene
        .support
        .evidence
        .first()
        .filter(|best| is_retold(best) && same_language(scene.lexicon, &best.candidate))
        && let Some(name) = rank_at_start(reading, best, scene.lexicon)
    {
        return vec![other_rank(scene, &name.draft, &name.source, best)];
    }
    let skip = |at: usize| scene.is_quoted(at);
    let near = scene.support.evidence.iter().take(NEAREST);
    let mut near = near.filter(|one| may_be_held(scene.lexicon, &one.candidate));
    let misplaced = near.find_map(|one| misplaced_name(scene.pair(one, &skip)).map(|name| (one, name)));
    if let Some((one, name)) = misplaced.filter(|(_, name)| !is_speaker_of_changed(scene, &name.draft)) {
        let remark = report(scene, &name.draft, &name.source, one);
        return vec![Remark { difference: Some(Kind::Misplaced), ..remark }];
    }
    // Where every noun is capitalised, nothing shows which word is a name.
    if scene.lexicon.language.capital_nouns {
        return found;
    }
    // A name one letter off is a slip of the pen, not another person.
    if name_spelling::in_sentence(scene).is_some() {
        return found;
    }
    let mut given = other_given_names(reading, &scene.support.evidence).into_iter();
    if let Some((name, one)) = given.find(|(_, one)| same_language(scene.lexicon, &one.candidate)) {
        found.push(report(scene, &name.draft, &name.source, one));
        return found;
    }
    let alike = scene.support.evidence.iter().filter(|one| {
        one.topic >= thresholds::ALIKE
            && one.alignment.closeness() >= thresholds::CONFLICTING_NAME_CLOSE
            && one.direct(&scene.support.terms) >= thresholds::ALIKE
            && may_be_held(scene.lexicon, &one.candidate)
    });
    for one in alike {
        let mut names = other_names(reading, one, scene.lexicon);
        if one.topic >= thresholds::SAME_STORY {
            names.extend(displaced_names(reading, one));
        }
        // A rank more or less counts only against the nearest passage: others may speak of another office.
        let nearest =
            scene.support.evidence.first().is_some_and(|first| first.candidate.id == one.candidate.id);
        let counts = |name: &OtherName| nearest || !name.draft.is_empty() && !name.source.is_empty();
        let leads = |name: &OtherName| is_label(scene, &name.draft);
        let judged = |name: &OtherName| is_speaker_of_changed(scene, &name.draft);
        names.sort_by_key(|name| scene.touches_quotation(&name.draft));
        let unsaid = names
            .into_iter()
            .filter(counts)
            .filter(|name| !judged(name) && !leads(name) && !opens_quotation(scene, &name.draft))
            .find(|name| !is_borne_out(scene, &name.draft, one, &scene.support.evidence));
        if let Some(name) = unsaid {
            found.push(report(scene, &name.draft, &name.source, one));
            break;
        }
    }
    found
}

/// Whether another passage about as near carries the draft's name, or the passage's own surroundings do.
fn is_borne_out(scene: &Scene<'_>, words: &Range<usize>, against: &Evidence, all: &[Evidence]) -> bool {
    let reading = scene.reading;
    if words.is_empty() {
        return false;
    }
    let carried = |one: &Evidence| {
        words
            .clone()
            .all(|at| one.candidate.reading.words.iter().any(|theirs| same(&reading.words[at], theirs)))
    };
    if is_of_outlet(reading, words, &against.candidate) {
        return true;
    }
    // Against the sentence itself only the same sentence elsewhere counts.
    if is_same_sentence(reading, against) {
        let as_near = |one: &&Evidence| one.alignment.same_words() >= against.alignment.same_words();
        return all.iter().filter(as_near).any(carried);
    }
    let around = words.clone().all(|at| {
        scene
            .support
            .terms
            .iter()
            .zip(&against.hits)
            .any(|(term, hit)| reading.words[term.word].stem == reading.words[at].stem && *hit > 0.0)
    });
    around
        || all
            .iter()
            .any(|one| one.topic >= against.topic - thresholds::CONFLICTING_NAME_NEARER && carried(one))
}

/// "The Herald said": the name is that of the source's publisher or author.
fn is_of_outlet(reading: &Reading, words: &Range<usize>, candidate: &Candidate) -> bool {
    let source = &candidate.source;
    let named = |name: &Option<String>| read(name.as_deref().unwrap_or_default(), candidate.lexicon);
    let known: Vec<Word> = [&source.publisher, &source.author].into_iter().flat_map(named).collect();
    words.clone().all(|at| known.iter().any(|word| same(&reading.words[at], word)))
}

fn report(scene: &Scene<'_>, draft: &Range<usize>, source: &Range<usize>, one: &Evidence) -> Remark {
    let candidate = &one.candidate;
    let marked = candidate.reading.span(source);
    let value = marked.of(&candidate.passage.text);
    if draft.is_empty() || source.is_empty() {
        return other_rank(scene, draft, source, one);
    }
    let span = scene.reading.span(draft);
    let printed = scene.printed(draft);
    let fixes = if value.contains(char::is_control) {
        Vec::new()
    } else {
        vec![Fix {
            title: format!("Use the source's name: {value}"),
            edits: vec![Edit { span, text: value.to_owned() }],
        }]
    };
    let finding = Remark {
        evidence: vec![Proof::marking(candidate, one.score, marked)],
        fixes,
        difference: Some(Kind::Name),
        ..RULE.remark(
            span,
            format!(
                "The draft has {printed}, {} has {value}{} Check the name.",
                cite(candidate),
                stop(value)
            ),
        )
    };
    scene.softened(draft, finding)
}

/// The speaker of a quotation that is not the source's: that quotation's own rules speak of it.
fn is_speaker_of_changed(scene: &Scene<'_>, words: &Range<usize>) -> bool {
    let span = scene.reading.span(words);
    scene.around.judged_speakers.iter().any(|speaker| speaker.overlaps(span))
}

/// The first word in marks or in brackets: its capital tells no name, and in brackets it is the writer's own.
fn opens_quotation(scene: &Scene<'_>, words: &Range<usize>) -> bool {
    let start = scene.reading.span(words).start;
    let opened = scene.around.quoted.iter().any(|span| span.start == start);
    opened
        || scene.touches_quotation(words)
            && scene.reading.text[..start as usize].ends_with(['[', '“', '"', '(', '‘'])
}

/// "READ:", "Copyright 2017": a first word before a colon or a number names nobody.
fn is_label(scene: &Scene<'_>, words: &Range<usize>) -> bool {
    let reading = scene.reading;
    let next = reading.words.get(words.end).filter(|_| words.start == 0 && !words.is_empty());
    let colon = words.start == 0 && reading.span(words).of(&reading.text).contains(':');
    colon
        || next.is_some_and(|next| {
            next.numeric || reading.text[reading.words[words.end - 1].span.end as usize..].starts_with(':')
        })
}

/// The name or the office that begins at word `at`.
fn office(scene: &Scene<'_>, at: usize) -> Span {
    let names = scene.reading.names();
    let words =
        names.iter().find(|name| name.words.contains(&at)).map_or(at..at + 1, |name| at..name.words.end);
    scene.reading.span(&words)
}

/// "Deputy" or "former" on one side only: another office.
fn other_rank(scene: &Scene<'_>, draft: &Range<usize>, source: &Range<usize>, one: &Evidence) -> Remark {
    let candidate = &one.candidate;
    let marked = candidate.reading.span(source);
    let (span, message) = if draft.is_empty() {
        (
            office(scene, draft.start),
            format!(
                "{} has “{}” before this office. Keep it.",
                cite(candidate),
                marked.of(&candidate.passage.text)
            ),
        )
    } else {
        let span = scene.reading.span(draft);
        (
            span,
            format!(
                "{} has no “{}” before this office. Check the title.",
                cite(candidate),
                scene.printed(draft)
            ),
        )
    };
    let evidence = if source.is_empty() {
        Proof::of(candidate, one.score)
    } else {
        Proof::marking(candidate, one.score, marked)
    };
    Remark { evidence: vec![evidence], difference: Some(Kind::Name), ..RULE.remark(span, message) }
}
