//! What a sentence adds up to: parts and whole, things listed, ages, changes (docs/conventions.md, N5, N10).

use crate::language::{Bound, Lexicon};
use crate::prose::Reading;
use crate::prose::figures::{Course, Figure, Unit};
use crate::rules::values::thresholds;
use crate::text::Span;
use jiff::civil;

/// A sum that does not come out: where, and what is wrong with it.
#[derive(Clone, Debug)]
pub(super) struct Slip {
    /// Bytes of the sentence.
    pub span: Span,
    /// What comes out instead, and what to do.
    pub message: String,
}

/// Every slip of one sentence.
pub(super) fn slips(reading: &Reading, date: Option<civil::Date>, lexicon: &Lexicon) -> Vec<Slip> {
    if reading.figures().len() > MOST_FIGURES || reading.dates().len() > MOST_FIGURES {
        return Vec::new();
    }
    let mut found: Vec<Slip> = parts_and_whole(reading, lexicon).into_iter().collect();
    found.extend(percentages(reading));
    found.extend(listed(reading, lexicon));
    found.extend(age(reading, date, lexicon));
    found.extend(change(reading));
    found.extend(conversion(reading));
    found
}

/// "12 sailors: seven from Averel and four from Skerry".
fn parts_and_whole(reading: &Reading, lexicon: &Lexicon) -> Option<Slip> {
    let counts =
        |figure: &&Figure| figure.unit == Unit::Count && is_plain(figure) && figure.low.fract() == 0.0;
    let all: Vec<&Figure> = reading.figures().iter().collect();
    (0..all.len()).find_map(|n| {
        let whole = Some(all[n]).filter(counts)?;
        let opened = opens_parts(reading, whole, lexicon)?;
        let parts: Vec<&Figure> =
            all[n + 1..].iter().copied().take_while(|part| is_within(reading, opened, part)).collect();
        // The parts follow at once, one upon the other; a clause with numbers in it names none.
        let follows = |from: usize, part: &Figure| {
            reading.words[..part.words.start].iter().filter(|word| word.span.start as usize >= from).count()
        };
        let close = parts.first().is_some_and(|first| follows(opened.0, first) <= 1)
            && parts.windows(2).all(|pair| follows(pair[0].span.end as usize, pair[1]) <= PART_WORDS);
        if parts.len() < 2
            || !close
            || !parts.iter().all(counts)
            || parts.iter().any(|part| part.low > whole.low)
        {
            return None;
        }
        let sum: f64 = parts.iter().map(|part| part.low).sum();
        // Of parts that may share members, or be some among more, nothing can be said.
        let whole_told = !is_open_list(reading, opened, lexicon);
        (sum != whole.low && whole_told).then(|| Slip {
            span: whole.span.join(parts.last().map_or(whole.span, |last| last.span)),
            message: format!(
                "{} make {}, not {}. Check the parts and the whole.",
                named(reading, &parts),
                shown(sum),
                printed(reading, whole)
            ),
        })
    })
}

/// Where the parts of a whole begin: behind a colon, a dash, a bracket or "made up of". A byte of the text,
/// and what closes them.
fn opens_parts(reading: &Reading, whole: &Figure, lexicon: &Lexicon) -> Option<(usize, &'static [char])> {
    // "Fourteen people were killed in the blast: nine soldiers and …".
    let colon = reading.text[whole.span.end as usize..].find(": ").map(|at| whole.span.end as usize + at + 2);
    let told = colon.filter(|colon| {
        reading.text[whole.span.end as usize..*colon].split_whitespace().count() <= TOLD_WORDS
    });
    let is_next = |colon: &usize| {
        let mut between = reading
            .figures()
            .iter()
            .filter(|figure| figure.span.start > whole.span.start && (figure.span.start as usize) < *colon);
        between.next().is_none()
    };
    if let Some(colon) = told.filter(is_next).filter(|_| whole.noun.is_some()) {
        return Some((colon, &['.', ';']));
    }
    let behind = whole.noun.filter(|noun| *noun >= whole.words.end).map_or(whole.words.end, |noun| noun + 1);
    let last = reading.words.get(behind.checked_sub(1)?)?.span.end as usize;
    let gap_end = reading.words.get(behind)?.span.start as usize;
    match &reading.text[last..gap_end] {
        ": " => Some((gap_end, &['.', ';'])),
        " — " | " – " | " - " | "—" => Some((gap_end, &['—', '–', '.', ';'])),
        " (" => Some((gap_end, &[')'])),
        _ => {
            let folds: Vec<&str> =
                reading.words[behind..].iter().take(3).map(|word| word.fold.as_str()).collect();
            let made_of = lexicon
                .language
                .counting
                .made_of
                .iter()
                .any(|phrase| folds.starts_with(&phrase.split(' ').collect::<Vec<_>>()));
            made_of.then_some((gap_end, &['.', ';'] as &[char]))
        }
    }
}

fn is_within(reading: &Reading, (from, closers): (usize, &'static [char]), part: &Figure) -> bool {
    let (start, text) = (part.span.start as usize, &reading.text);
    start >= from
        && !text[from..start]
            .char_indices()
            .any(|(at, c)| closers.contains(&c) && !is_decimal(text, from + at))
}

fn is_decimal(text: &str, at: usize) -> bool {
    text[at..].starts_with('.') && text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
}

/// "Including three children", "among them": not all parts are named, or they overlap.
fn is_open_list(reading: &Reading, (from, _): (usize, &'static [char]), lexicon: &Lexicon) -> bool {
    let open = &lexicon.language.counting.among;
    reading.words.iter().any(|word| word.span.start as usize >= from && open.contains(&word.fold.as_str()))
}

/// Three shares or more behind a colon are those of one whole.
fn percentages(reading: &Reading) -> Option<Slip> {
    let colon = reading.text.find(": ")?;
    let shares: Vec<&Figure> = reading
        .figures()
        .iter()
        .filter(|figure| {
            figure.span.start as usize > colon
                && figure.unit == Unit::Percent
                && figure.course == Course::Level
        })
        .collect();
    let sum: f64 = shares.iter().map(|figure| figure.low).sum();
    // Each share may be half a unit off.
    #[expect(clippy::cast_precision_loss, reason = "a handful of shares")]
    let rounding = shares.iter().map(|figure| figure.step / 2.0).sum::<f64>().max(shares.len() as f64 * 0.5);
    // A list of shares begins at the colon and goes on to the end.
    let words_between = |from: usize, to: usize| {
        reading.text.get(from..to).map_or(usize::MAX, |text| text.split_whitespace().count())
    };
    let stops = shares.iter().map(|figure| (figure.span.start as usize, figure.span.end as usize));
    let ends: Vec<(usize, usize)> =
        std::iter::once((0, colon)).chain(stops).chain([(reading.text.len(), 0)]).collect();
    let dense = ends.windows(2).all(|pair| words_between(pair[0].1, pair[1].0) <= PART_WORDS);
    let misses = (sum - 100.0).abs() > rounding && (sum - 100.0).abs() <= thresholds::NEAR_WHOLE;
    (shares.len() >= 3 && shares.iter().all(|figure| is_plain(figure)) && dense && misses).then(|| Slip {
        span: shares[0].span.join(shares[shares.len() - 1].span),
        message: format!("These shares make {} per cent. Check them, or name the rest.", shown(sum)),
    })
}

/// "Three priorities: schools and roads".
fn listed(reading: &Reading, lexicon: &Lexicon) -> Option<Slip> {
    let counting = &lexicon.language.counting;
    let figure = reading.figures().iter().find(|figure| {
        figure.unit == Unit::Count
            && is_plain(figure)
            && (2.0..=12.0).contains(&figure.low)
            && figure.low.fract() == 0.0
    })?;
    let noun = figure.noun?;
    let (_, rest) = reading.text[reading.words[noun].span.end as usize..]
        .split_once(':')
        .filter(|(between, _)| between.is_empty())?;
    let start = reading.text.len() - rest.len();
    let behind =
        reading.figures().iter().any(|other| other.span.start as usize > start && other.unit == Unit::Count);
    let items = rest.trim().trim_end_matches(['.', '!', '?', '”', '"']);
    // A heading, or a sentence, is no list.
    let plain = !reading.words[noun].capital && !items.contains(['.', '(', '—', '“', '"', ':']);
    if items.is_empty() || behind || !plain {
        return None;
    }
    let mark = if items.contains(';') { ';' } else { ',' };
    let is_and = |word: &str| counting.and.contains(&word);
    let segments: Vec<&str> = items.split(mark).map(str::trim).filter(|item| !item.is_empty()).collect();
    if segments.iter().any(|item| item.split_whitespace().count() > ITEM_WORDS) {
        return None;
    }
    let ands =
        segments.iter().flat_map(|item| item.split_whitespace().skip(1)).filter(|word| is_and(word)).count();
    // "Roads and bridges" may be one item or two; the last "and" always parts two.
    let oxford = segments.last().is_some_and(|last| last.split_whitespace().next().is_some_and(is_and));
    let least = segments.len()
        + usize::from(
            !oxford && segments.last().is_some_and(|last| last.split_whitespace().skip(1).any(is_and)),
        );
    let most = segments.len() + ands;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "2 to 12")]
    let told = figure.low as usize;
    // One segment without "and" is a sentence, no list.
    (segments.len() + ands > 1 && (told < least || told > most)).then(|| Slip {
        span: figure.span.join(reading.words[noun].span),
        message: format!(
            "{} announced, {} listed. Check the number, or the list.",
            printed(reading, figure),
            if told < least { least } else { most }
        ),
    })
}

/// "Born in 1916, died in 1997 aged 90"; without a year of death, the draft's own.
fn age(reading: &Reading, date: Option<civil::Date>, lexicon: &Lexicon) -> Option<Slip> {
    let counting = &lexicon.language.counting;
    let years: Vec<(i16, usize)> = reading
        .dates()
        .iter()
        .filter_map(|date| Some((date.year.filter(|_| !date.decade)?, date.words.start)))
        .collect();
    let after = |words: &[&str], at: usize| {
        reading.words[at.saturating_sub(AGE_WORDS)..at].iter().any(|word| words.contains(&word.fold.as_str()))
    };
    let born = years.iter().find(|(_, at)| after(counting.born, *at))?;
    let dies = || reading.words.iter().any(|word| counting.died.contains(&word.fold.as_str()));
    let now = || date.map(civil::Date::year).filter(|year| years.len() == 1 && dies() && *year > born.0);
    let died = years
        .iter()
        .find(|(year, at)| year > &born.0 && after(counting.died, *at))
        .map(|(year, _)| *year)
        .or_else(now)?;
    let figure = reading.figures().iter().find(|figure| figure.unit == Unit::Age && is_plain(figure))?;
    let old = f64::from(died - born.0);
    (figure.low > old || figure.low < old - 1.0).then(|| Slip {
        span: figure.span,
        message: format!(
            "From {} to {} is {} or {} years, not {}. Check the age and the years.",
            born.0,
            died,
            old - 1.0,
            old,
            shown(figure.low)
        ),
    })
}

/// "Rose 50 percent, from 10 to 12".
fn change(reading: &Reading) -> Option<Slip> {
    let of = |course: Course| {
        let mut of_course = reading.figures().iter().filter(move |figure| figure.course == course);
        of_course.next().filter(|_| of_course.next().is_none()).filter(|figure| is_plain(figure))
    };
    let (from, by) = (of(Course::From)?, of(Course::By)?);
    // "71.4 percent, up 4.2 points from 68.2": the level that has risen.
    let level =
        || of(Course::Level).filter(|level| level.unit == from.unit && level.span.start < by.span.start);
    let to = of(Course::To).or_else(level)?;
    // "To 150 million euros from 120 million".
    let bare = from.unit == Unit::Count && from.noun.is_none();
    if from.unit != to.unit && !bare || from.low == 0.0 {
        return None;
    }
    let rise = to.low - from.low;
    let (real, tolerance) = match by.unit {
        Unit::Percent if from.unit != Unit::Percent => {
            (rise / from.low * 100.0, (from.step + to.step) / from.low.abs() * 100.0)
        }
        // Of two percentages, per cent may be said for points: a usage, and no slip of arithmetic.
        Unit::Percent => return None,
        Unit::Points if from.unit == Unit::Percent => (rise, from.step + to.step),
        unit if unit == from.unit => (rise, from.step + to.step),
        _ => return None,
    };
    let off = (real.abs() - by.low.abs()).abs();
    (off > tolerance + by.step + real.abs() * thresholds::CHANGE_ROUNDING).then(|| Slip {
        span: by.span,
        message: format!(
            "From {} to {} is {}, not {}. Check the change.",
            printed(reading, from),
            printed(reading, to),
            shown_change(real, by),
            printed(reading, by)
        ),
    })
}

/// "381 metres (1,520 feet)": a conversion in brackets (N6).
fn conversion(reading: &Reading) -> Option<Slip> {
    let pairs = reading.figures().windows(2).filter_map(|pair| match pair {
        [a, b] => Some((a, b)),
        _ => None,
    });
    pairs.into_iter().find_map(|(a, b)| {
        let (Unit::Measure(dimension), true) = (a.unit, a.unit == b.unit) else { return None };
        let (from, to) = (a.span.end as usize, b.span.start as usize);
        let bracketed = matches!(&reading.text[from..to], " (" | "\u{a0}(")
            && reading.text[b.span.end as usize..].starts_with(')');
        let plain = is_plain(b) && !a.loose && a.low == a.high;
        // Degrees have no zero to take a share of.
        let rounded =
            if dimension == "temperature" { 1.0 } else { a.low.abs() * thresholds::CONVERSION_ROUNDING };
        let off = (a.low - b.low).abs() > a.step.max(b.step) + rounded;
        (bracketed && plain && off).then(|| Slip {
            span: a.span.join(b.span),
            message: format!("{} is not {}. Check the conversion.", printed(reading, a), printed(reading, b)),
        })
    })
}

fn shown_change(real: f64, by: &Figure) -> String {
    let rounded = (real.abs() * 10.0).round() / 10.0;
    match by.unit {
        Unit::Percent => format!("{rounded} per cent"),
        Unit::Points => format!("{rounded} points"),
        _ => shown(rounded),
    }
}

fn is_plain(figure: &Figure) -> bool {
    figure.bound == Bound::Exact && !figure.loose && figure.low == figure.high
}

fn printed<'r>(reading: &'r Reading, figure: &Figure) -> &'r str {
    figure.span.of(&reading.text)
}

fn named(reading: &Reading, parts: &[&Figure]) -> String {
    let all: Vec<&str> = parts.iter().map(|part| printed(reading, part)).collect();
    match all.split_last() {
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

fn shown(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    format!("{rounded}")
}

/// "Fourteen people were killed in the blast near Gao": words from a whole to the colon before its parts.
const TOLD_WORDS: usize = 10;
/// A sentence with more is a table in disguise, or no sentence.
const MOST_FIGURES: usize = 24;
/// "Seven sailors from the port of Averel, and four": words from one part to the next.
const PART_WORDS: usize = 7;
/// An item of a list in a sentence is at most this long; what is longer is a clause.
const ITEM_WORDS: usize = 8;
/// "Born in March 1916", "died in hospital in 1997".
const AGE_WORDS: usize = 4;
