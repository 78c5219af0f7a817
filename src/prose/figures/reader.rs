//! Finds the figures of a sentence.

use crate::language::{Bound, Class, Lexicon};
use crate::prose::dates::Date;
use crate::prose::figures::measures::measure;
use crate::prose::figures::numbers::Range;
use crate::prose::figures::{CENTS, Course, Figure, Unit};
use crate::prose::words::{Reader, Word};

/// All figures of a sentence that are no part of its dates.
pub(in crate::prose) fn figures(
    text: &str,
    words: &[Word],
    dates: &[Date],
    lexicon: &Lexicon,
) -> Vec<Figure> {
    let reader = Reader { text, words, lexicon };
    let mut found = Vec::new();
    let mut ahead = dates.iter().peekable();
    let mut at = 0;
    while at < words.len() {
        while ahead.next_if(|date| date.words.end <= at).is_some() {}
        if let Some(date) = ahead.peek().filter(|date| date.words.contains(&at)) {
            at = date.words.end;
        } else if let Some(figure) = reader.figure(at) {
            at = figure.words.end;
            found.push(figure);
        } else {
            at += 1;
        }
    }
    found
}

impl Reader<'_> {
    fn figure(&self, at: usize) -> Option<Figure> {
        // "COVID-19", "F-16": part of a name.
        let clings = at > 0
            && self.gap(at - 1) == "-"
            && !self.words[at - 1].numeric
            && self.words[at].numeric
            && self.words[at - 1].capital;
        if clings {
            return None;
        }
        if let Some(figure) = self.loose(at).or_else(|| self.share(at)).or_else(|| self.multiple(at)) {
            return Some(figure);
        }
        let sign = self.sign(at);
        let start = at + usize::from(sign.is_some());
        let number = self.number(start, sign.is_some())?;
        if let Some((total, end)) = self.full_marks(number.end).filter(|_| sign.is_none() && !number.ordinal)
        {
            return Some(self.finish(at, end, (number.value, number.value, number.step), Unit::OutOf(total)));
        }
        let Range { low, high, step, end, unit, shares_magnitude } =
            self.range(number, at, sign.is_some(), self.is_change(at));
        if number.ordinal && end == number.end {
            return Some(self.finish(at, end, (low, low, 0.0), Unit::Ordinal));
        }
        if low >= high && end > number.end {
            return Some(Figure { low, high, ..self.finish(at, end, (low, high, 0.0), Unit::Score) });
        }
        let spelled = !self.words[start].numeric;
        let (unit, factor, offset, end) = match (sign, unit) {
            (Some(sign), _) => (Unit::Money(sign), 1.0, 0.0, end),
            (_, Some(symbol)) => measured(symbol, end)?,
            _ => self.unit(end),
        };
        // Nothing weighs millions of pounds but money.
        let (unit, factor) =
            if self.lexicon.language.grammar.pounds.contains(&self.fold(end - 1)) && low >= POUNDS {
                (Unit::Money("£"), 1.0)
            } else {
                (unit, factor)
            };
        if unit == Unit::Count {
            if let Some(unit) = self.named(at, end, low) {
                let noun = (unit == Unit::Label).then(|| at - 1);
                return Some(Figure { noun, ..self.finish(at, end, (low, high, step), unit) });
            }
            // "The two", "one": they point at something said before, and count nothing.
            let anaphoric = self.noun(end).is_none()
                && spelled
                && start > 0
                && self.lexicon.language.grammar.pointers.contains(&self.fold(start - 1));
            if anaphoric || low == 1.0 && high == 1.0 && spelled {
                return None;
            }
        }
        let negative = at > 0
            && self.bound_words(at) == 0
            && self.lexicon.language.counting.minus.contains(&self.fold(at - 1));
        let sign = if negative { -1.0 } else { 1.0 };
        let course = self.course(at, end, unit);
        let offset = if course == Course::By { 0.0 } else { offset };
        let figure = self.finish(
            at,
            end,
            (sign * low * factor + offset, sign * high * factor + offset, step * factor),
            unit,
        );
        // "26 to 31 million" is plain; with a sign before each number it is not.
        let signs = self.words[at..end].iter().filter(|word| word.sign).count();
        Some(Figure { course, shares_magnitude: shares_magnitude && signs > 1, ..figure })
    }

    /// "7.2/10", "8.6 out of 10": the whole, and where it ends.
    fn full_marks(&self, end: usize) -> Option<(u16, usize)> {
        let slash = self.gap(end - 1) == "/";
        let phrase = self
            .lexicon
            .language
            .counting
            .out_of
            .iter()
            .find(|phrase| phrase.contains(' ') && self.stands(end, phrase));
        let at = if slash { end } else { end + phrase?.split(' ').count() };
        let total: u16 = self.fold(at).parse().ok()?;
        (MARKS.contains(&total) && !(slash && self.gap(at) == "/")).then_some((total, at + 1))
    }

    pub(super) fn finish(
        &self,
        start: usize,
        end: usize,
        (low, high, step): (f64, f64, f64),
        unit: Unit,
    ) -> Figure {
        let bound_words = self.bound_words(start);
        let bound = match self.bound(start) {
            Bound::Exact => self.bound_after(end),
            bound => bound,
        };
        let span = self.words[start].span.join(self.words[end - 1].span);
        let (course, noun, per) = (self.course(start, end, unit), self.noun(end), self.per(end));
        Figure {
            words: start..end,
            span,
            low,
            high,
            bound,
            bound_words,
            shares_magnitude: false,
            unit,
            step,
            loose: false,
            course,
            per,
            noun,
        }
    }

    /// An age or a label: a number that counts nothing. "Maria Lund, 43, said"; "season 2", "Boeing 737".
    fn named(&self, at: usize, end: usize, value: f64) -> Option<Unit> {
        let counting = &self.lexicon.language.counting;
        let before = at.checked_sub(1)?;
        let word = &self.words[before];
        let is_age = value.fract() == 0.0 && (1.0..=115.0).contains(&value);
        if is_age && counting.aged.iter().any(|phrase| self.ends_before(at, phrase)) {
            return Some(Unit::Age);
        }
        let closes = self.words.get(end).is_none() || self.gap(end - 1).starts_with([',', ')', '.']);
        let apposed = word.capital && !word.stop && self.gap(before) == ", " && end == at + 1;
        if apposed && is_age && closes && self.words[at].numeric {
            return Some(Unit::Age);
        }
        let plain = self.words[at].fold.bytes().all(|byte| byte.is_ascii_digit());
        let near = matches!(self.gap(before), " " | ". " | "\u{a0}") && plain;
        let counted = self.noun(end).is_some_and(|noun| self.is_plural(noun));
        let label = counting.labels.contains(&word.fold.as_str())
            || word.capital && !word.stop && self.gap(before) != ". ";
        // A capital at the start tells a name only where a verb follows: "Cars 3 has".
        let told = before > 0 || self.words.get(end).is_some_and(|next| next.stop);
        (near && label && told && !counted).then_some(Unit::Label)
    }

    /// Which part of a change the figure gives.
    fn course(&self, start: usize, end: usize, unit: Unit) -> Course {
        let counting = &self.lexicon.language.counting;
        let is = |at: usize, words: &[&str]| words.contains(&self.fold(at));
        let difference = |at: usize| self.lexicon.is(self.fold(at), Class::Difference);
        let of = start
            .checked_sub(2)
            .is_some_and(|noun| counting.of.contains(&self.fold(start - 1)) && difference(noun));
        let shared = matches!(unit, Unit::Percent | Unit::Money(_) | Unit::Measure(_));
        if unit == Unit::Points
            || of
            || self.is_left_out(start)
            || shared && difference(end) && self.gap(end - 1) == " "
        {
            return Course::By;
        }
        let before = start - self.bound_words(start);
        let Some(last) = before.checked_sub(1) else { return Course::Level };
        let moves = self.is_change(last);
        if moves && is(last, counting.by) || is(last, counting.motions) {
            Course::By
        } else if moves && is(last, counting.to) {
            Course::To
        } else if (moves || self.follows_change(end)) && is(last, counting.from) {
            Course::From
        } else {
            Course::Level
        }
    }

    /// "All but two": the number is the rest, and none of what is told.
    fn is_left_out(&self, start: usize) -> bool {
        let degrees = &self.lexicon.language.degrees;
        self.lexicon.exceptions().iter().any(|phrase| {
            let Some(from) = start.checked_sub(phrase.len()) else { return false };
            let is_here = phrase.iter().enumerate().all(|(n, part)| self.fold(from + n) == *part);
            // "But" alone begins a clause.
            let of_all = || from > 0 && degrees.wholes.contains(&self.fold(from - 1));
            is_here && (!self.lexicon.is(phrase[0], Class::Contrast) || of_all())
        })
    }

    /// Whether a verb of change stands a few words before `at`.
    fn is_change(&self, at: usize) -> bool {
        let counting = &self.lexicon.language.counting;
        let moves = |word: &Word| {
            counting.motions.contains(&word.fold.as_str())
                || counting.multiples.iter().any(|(multiple, _)| *multiple == word.fold)
        };
        self.words[at.saturating_sub(CHANGE_WORDS)..at].iter().any(moves)
    }

    /// "From 3 percent to 5": the end of a change follows.
    fn follows_change(&self, end: usize) -> bool {
        let counting = &self.lexicon.language.counting;
        let (noun, next) = (self.noun(end).map_or(end, |noun| noun + 1), |at: usize| {
            self.words.get(at + 1).is_some_and(|word| word.numeric)
        });
        [end, noun].into_iter().any(|at| counting.to.contains(&self.fold(at)) && next(at))
    }

    /// The unit of time behind a rate: "40 *a day*", "5 metres *per second*".
    fn per(&self, end: usize) -> Option<(&'static str, usize)> {
        let counting = &self.lexicon.language.counting;
        let from = self.noun(end).map_or(end, |noun| noun + 1);
        [end, from].into_iter().filter(|at| counting.per.contains(&self.fold(*at))).find_map(|at| {
            let unit = self.lexicon.unit(self.fold(at + 1))?;
            matches!(unit, "s" | "min" | "h" | "d" | "wk" | "mo" | "y").then_some((unit, at + 2))
        })
    }

    /// Words of the bound before a figure.
    fn bound_words(&self, start: usize) -> usize {
        let before: Vec<&str> = self.words[start.saturating_sub(BOUND_WORDS)..start]
            .iter()
            .map(|word| word.fold.as_str())
            .collect();
        self.lexicon.bound_before(&before).map_or(0, |(length, _)| length)
    }

    pub(super) fn bound(&self, start: usize) -> Bound {
        let from = start.saturating_sub(BOUND_WORDS);
        let mut before: Vec<&str> = self.words[from..start].iter().map(|word| word.fold.as_str()).collect();
        let grammar = &self.lexicon.language.grammar;
        if before.last().is_some_and(|word| grammar.bound_articles.contains(word))
            && before.len() > 1
            && !grammar.inside.contains(&before[before.len() - 2])
        {
            before.pop();
        }
        self.lexicon.bound_before(&before).map_or(Bound::Exact, |(_, bound)| bound)
    }

    /// "12 or more", "12 people at least".
    fn bound_after(&self, end: usize) -> Bound {
        let from = self.noun(end).map_or(end, |noun| noun + 1);
        let after = &self.lexicon.language.counting.bounds_after;
        let found =
            [end, from].into_iter().find_map(|at| after.iter().find(|(phrase, _)| self.stands(at, phrase)));
        // "Killed 12, at least 3 of them children": the bound belongs to the number behind it.
        found
            .filter(|(phrase, _)| {
                let behind = [end, from].into_iter().find(|at| self.stands(*at, phrase)).unwrap_or(end)
                    + phrase.split(' ').count();
                self.words.get(behind).is_none_or(|word| !word.numeric && self.cardinal(&word.fold).is_none())
            })
            .map_or(Bound::Exact, |(_, bound)| *bound)
    }

    /// Unit after a number: (unit, factor and offset to its base, end).
    pub(super) fn unit(&self, end: usize) -> (Unit, f64, f64, usize) {
        let nothing = (Unit::Count, 1.0, 0.0, end);
        let joined = |at: usize| matches!(self.gap(at), " " | "-" | "" | "\u{a0}" | "\u{202f}");
        let mut phrase = String::new();
        let mut found = nothing;
        for length in 0..UNIT_WORDS {
            let at = end + length;
            if at >= self.words.len() || !(joined(at - 1) || length > 0 && self.gap(at - 1) == "/") {
                break;
            }
            if length > 0 {
                phrase.push(' ');
            }
            phrase.push_str(self.fold(at));
            // "117 F": a letter of degrees is a capital.
            let letter = (length == 0 && self.words[at].capital)
                .then(|| self.words[at].span.of(self.text))
                .and_then(degrees);
            found = letter
                .or_else(|| self.lexicon.unit(&phrase))
                .and_then(|symbol| measured(symbol, at + 1))
                .unwrap_or(found);
        }
        let sign = ["€", "£", "¥", "₴", "₽"]
            .into_iter()
            .find(|sign| *sign == self.fold(end))
            .filter(|_| joined(end - 1));
        sign.map_or(found, |sign| (Unit::Money(sign), 1.0, 0.0, end + 1))
    }

    /// The word that names what is counted: the head of the words that follow, "of" passed over.
    fn noun(&self, end: usize) -> Option<usize> {
        let mut at = end;
        let mut last = None;
        let hyphen = end > 0 && self.gap(end - 1) == "-";
        while at < self.words.len() && at < end + NOUN_WORDS {
            let gap = self.gap(at - 1);
            if at > end && !matches!(gap, " " | "-" | "\u{a0}")
                || at == end && gap.contains(['.', ',', ';', ':', '(', ')', '—', '–'])
            {
                break;
            }
            let word = &self.words[at];
            let passes = last.is_none()
                && (self.lexicon.language.grammar.others.contains(&word.fold.as_str())
                    || self.lexicon.language.counting.of.contains(&word.fold.as_str()));
            if passes {
                at += 1;
                continue;
            }
            if word.stop || word.numeric || word.sign {
                break;
            }
            last = Some(at);
            // "A 9-bit console": the word at the hyphen is what is counted.
            if hyphen || self.is_plural(at) {
                break;
            }
            at += 1;
        }
        last
    }

    fn is_plural(&self, at: usize) -> bool {
        let word = &self.words[at];
        let plural = word.fold.ends_with('s')
            && !self.lexicon.language.grammar.no_plurals.iter().any(|ending| word.fold.ends_with(ending))
            && !word.capital;
        plural || self.lexicon.language.counting.people.contains(&word.fold.as_str())
    }
}

fn degrees(letter: &str) -> Option<&'static str> {
    match letter {
        "C" => Some("°C"),
        "F" => Some("°F"),
        _ => None,
    }
}

/// What a unit symbol says: (unit, factor and offset to its base, end).
fn measured(symbol: &'static str, end: usize) -> Option<(Unit, f64, f64, usize)> {
    Some(match symbol {
        "%" => (Unit::Percent, 1.0, 0.0, end),
        "pp" => (Unit::Points, 1.0, 0.0, end),
        "age" => (Unit::Age, 1.0, 0.0, end),
        "$" | "€" => (Unit::Money(symbol), 1.0, 0.0, end),
        "¢" => (Unit::Money(CENTS), 0.01, 0.0, end),
        _ => {
            let measure = measure(symbol)?;
            (Unit::Measure(measure.dimension), measure.factor, measure.offset, end)
        }
    })
}

/// "8.2 million pounds".
const POUNDS: f64 = 1e6;
/// The wholes that marks are given out of.
const MARKS: [u16; 4] = [5, 10, 20, 100];
/// "a maximum of", "no fewer than": bounds are at most this many words, an article allowed for.
const BOUND_WORDS: usize = 4;
/// "260 recently trained North Korean infantry soldiers": adjectives before a head noun.
const NOUN_WORDS: usize = 6;
/// "kilometres per hour": units are at most this many words.
const UNIT_WORDS: usize = 3;
/// "fell by nearly 2 points, from 9 percent *to* 7": a verb of change stands at most this many words before
/// its figures.
const CHANGE_WORDS: usize = 8;
