//! `name-spelling`: two spellings of one name in a draft, one that the house does not use, one that every
//! source writes otherwise (docs/conventions.md, Na3, Na4).

use crate::config::Level;
use crate::language::anywhere;
use crate::prose::Reading;
use crate::prose::names::transliteration::transliteration;
use crate::prose::words::Word;
use crate::rules::case::Case;
use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::finding::{Edit, Finding, Fix, Proof, Remark, cite};
use crate::rules::rule::{Rule, Run};
use crate::rules::statements::thresholds;
use crate::text::Span;
use crate::text::fold::fold;
use rustc_hash::{FxHashMap, FxHashSet};

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::NameSpelling,
    summary: "A name is spelt in two ways, or otherwise than every source or the house spells it.",
    docs: include_str!("../../../docs/rules/name-spelling.md"),
    level: Level::Warning,
    since: "0.2.0",
    run: Run::Both(|scene| in_sentence(scene).into_iter().collect(), in_draft),
};

/// A name that the corpus has nowhere, one letter away from one that a passage near the sentence has.
pub(super) fn in_sentence(scene: &Scene<'_>) -> Option<Remark> {
    let reading = scene.reading;
    // Where every noun is capitalised, nothing shows which word is a name.
    if scene.lexicon.language.capital_nouns {
        return None;
    }
    let quoted = |word: &Word| scene.around.quoted.iter().any(|span| span.overlaps(word.span));
    let unknown = named(reading)
        .filter(|word| !quoted(word) && scene.snapshot.frequency(&word.stem) == 0)
        .take(MOST_UNKNOWN);
    let misspelt = unknown.filter_map(|word| {
        scene.support.evidence.iter().filter(|one| one.topic >= thresholds::NEAR).find_map(|one| {
            let candidate = &one.candidate;
            let theirs =
                named(&candidate.reading).find(|other| is_slip(bare(&word.fold), bare(&other.fold)))?;
            let (span, right) =
                (without_possessive(reading, word), without_possessive(&candidate.reading, theirs));
            let (printed, value) = (span.of(&reading.text), right.of(&candidate.reading.text));
            let message = format!(
                "Possibly misspelt: {} has {value}, no source has {printed}. Check the spelling.",
                cite(candidate)
            );
            let evidence = vec![Proof::marking(candidate, one.score, right)];
            let fixes = vec![Fix {
                title: format!("Spell it {value}"),
                edits: vec![Edit { span, text: value.to_owned() }],
            }];
            // A letter doubled is as often the house's way as a slip.
            let doubled = transliteration(bare(&word.fold)) == transliteration(bare(&theirs.fold));
            let level = if doubled { Level::Hint } else { RULE.level };
            Some(Remark { level, evidence, fixes, ..RULE.remark(span, message) })
        })
    });
    misspelt.into_iter().next()
}

/// One letter more, less, other or out of place, or a letter doubled; no usual transliteration else.
fn is_slip(a: &str, b: &str) -> bool {
    // Endings in -y, -yy and -ii are transliterations.
    let doubles = |kept: &str, c: char| kept.ends_with(c) && !matches!(c, 'y' | 'i');
    let single = |name: &str| {
        name.chars()
            .fold(String::new(), |kept, c| if doubles(&kept, c) { kept } else { kept + &c.to_string() })
    };
    strsim::osa_distance(a, b) == 1 && (transliteration(a) != transliteration(b) || single(a) == single(b))
}

/// Names that a draft spells in two ways, or in a way that the house does not.
pub(super) fn in_draft(case: &Case<'_>) -> Vec<Finding> {
    let draft = case.draft;
    let mut found = house(case);
    // Where every noun is capitalised, nothing shows which word is a name.
    if draft.lexicon.language.capital_nouns {
        return found;
    }
    let mut said: FxHashSet<(String, String)> = FxHashSet::default();
    let mut first: FxHashMap<(&str, &str), (&str, u32)> = FxHashMap::default();
    for (n, reading) in draft.readings.iter().enumerate() {
        let quoted = draft.quoted_spans(n);
        let mut names = reading.names().iter().peekable();
        for at in
            places(reading).filter(|at| !quoted.iter().any(|span| span.overlaps(reading.words[*at].span)))
        {
            let word = &reading.words[at];
            while names.next_if(|name| name.words.end <= at).is_some() {}
            let span = without_possessive(reading, word);
            let printed = span.of(&reading.text);
            // Given names are two people's unless the family is one.
            let inside = names.peek().is_some_and(|name| name.words.contains(&(at + 1)));
            let family = if inside { reading.words[at + 1].spelling.as_str() } else { "" };
            let (form, line) = *first
                .entry((word.spelling.as_str(), family))
                .or_insert((printed, draft.lines.line(draft.sentences[n].file.start)));
            // Capitals, accents and a lost apostrophe make no other spelling.
            let (one, other) = (fold(form), fold(printed));
            let lost = one == format!("{other}s") || other == format!("{one}s");
            if one != other && !lost && said.insert((one, other)) {
                let message =
                    format!("{printed} here, {form} in line {line}: one name in two spellings. Keep to one.");
                found.push(hint(case, n, span, message, form));
            }
        }
    }
    found
}

/// Spellings that `[names]` of the settings replaces. Inside a quotation a name is verbatim (Na7).
fn house(case: &Case<'_>) -> Vec<Finding> {
    let draft = case.draft;
    let mut found = Vec::new();
    let spellings = || {
        case.config
            .names
            .iter()
            .flat_map(|(right, others)| others.iter().map(move |other| (right, other.trim())))
    };
    for (right, other) in spellings().filter(|(_, other)| !other.is_empty()) {
        for (n, reading) in draft.readings.iter().enumerate() {
            for (at, _) in reading.text.match_indices(other) {
                let span = Span::new(at, at + other.len());
                let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                let part = letter(reading.text[..at].chars().next_back())
                    || letter(reading.text[span.end as usize..].chars().next());
                if !part && !draft.quoted_spans(n).iter().any(|quoted| quoted.overlaps(span)) {
                    found.push(hint(
                        case,
                        n,
                        span,
                        format!("The house spells it {right}, not {other}."),
                        right,
                    ));
                }
            }
        }
    }
    found
}

/// A hint at some bytes of a sentence, with a fix unless markup stands among them.
fn hint(case: &Case<'_>, n: usize, span: Span, message: String, right: &str) -> Finding {
    let draft = case.draft;
    let file = draft.file_span(n, span);
    let plain = file.of(&draft.text) == span.of(&draft.readings[n].text);
    let fix =
        Fix { title: format!("Spell it {right}"), edits: vec![Edit { span: file, text: right.to_owned() }] };
    Finding {
        level: Level::Hint,
        fixes: plain.then_some(fix).into_iter().collect(),
        ..RULE.finding(file, message)
    }
}

/// Words of names, but for those that begin the sentence, and short ones: those that differ in a letter are
/// other names.
fn named(reading: &Reading) -> impl Iterator<Item = &Word> {
    places(reading).map(|at| &reading.words[at])
}

fn places(reading: &Reading) -> impl Iterator<Item = usize> {
    let all = reading.names().iter().flat_map(|name| name.words.clone()).filter(|at| *at > 0);
    let long = |word: &Word| word.fold.chars().count() >= LEAST_LETTERS;
    all.filter(move |at| {
        let word = &reading.words[*at];
        word.capital && !word.numeric && !word.stop && long(word)
    })
}

fn bare(fold: &str) -> &str {
    fold.strip_suffix(anywhere::POSSESSIVE).unwrap_or_else(|| fold.trim_end_matches('\''))
}

fn without_possessive(reading: &Reading, word: &Word) -> Span {
    let raw = word.span.of(&reading.text);
    let marks = ['\'', '’', '‘', '`', '´'];
    let length = raw
        .strip_suffix(['s', 'S'])
        .filter(|rest| rest.ends_with(marks))
        .unwrap_or(raw)
        .trim_end_matches(marks)
        .len();
    Span { end: word.span.start + Span::new(0, length).end, ..word.span }
}

const LEAST_LETTERS: usize = 5;
/// A sentence with more unknown names is in another language, or no sentence.
const MOST_UNKNOWN: usize = 8;
