//! Finds the figures of a sentence.

use super::dates::Date;
use super::figures::{Figure, Unit, measure};
use super::words::{Reader, Word};
use crate::language::{Bound, Class, Lexicon};

/// All figures of a sentence that are no part of its dates.
pub(super) fn figures(text: &str, words: &[Word], dates: &[Date], lexicon: &Lexicon) -> Vec<Figure> {
    let reader = Reader { text, words, lexicon };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some(date) = dates.iter().find(|date| date.words.contains(&at)) {
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

/// A number and how far it reaches.
#[derive(Clone, Copy)]
struct Number {
    value: f64,
    step: f64,
    end: usize,
    ordinal: bool,
    magnitude: f64,
}

impl Reader<'_> {
    fn figure(&self, at: usize) -> Option<Figure> {
        if let Some(figure) = self.loose(at).or_else(|| self.share(at)) {
            return Some(figure);
        }
        let sign = self.sign(at);
        let start = at + usize::from(sign.is_some());
        let number = self.number(start)?;
        let (low, high, step, end) = self.range(start, number);
        if number.ordinal && end == number.end {
            return Some(self.finish(at, end, (low, low, 0.0), Unit::Ordinal));
        }
        let is_score = low >= high && end > number.end;
        if is_score {
            return Some(Figure { low, high, ..self.finish(at, end, (low, high, 0.0), Unit::Score) });
        }
        let (unit, factor, end) = match sign {
            Some(sign) => (Unit::Money(sign), 1.0, end),
            None => self.unit(end),
        };
        let anaphoric = self.noun(end).is_none()
            && !self.words[start].numeric
            && start > 0
            && matches!(self.fold(start - 1), "the" | "these" | "those");
        let lone_one = anaphoric && unit == Unit::Count || low == 1.0 && high == 1.0 && unit == Unit::Count && !self.words[start].numeric;
        if lone_one {
            return None;
        }
        Some(self.finish(at, end, (low * factor, high * factor, step * factor), unit))
    }

    fn finish(&self, start: usize, end: usize, (low, high, step): (f64, f64, f64), unit: Unit) -> Figure {
        let bound = self.bound(start);
        let span = self.words[start].span.join(self.words[end - 1].span);
        let of = start.checked_sub(2).filter(|_| matches!(self.fold(start - 1), "of" | "von" | "de"));
        let difference = of.is_some_and(|noun| self.lexicon.is(self.fold(noun), Class::Difference));
        Figure { words: start..end, span, low, high, bound, unit, step, loose: false, difference, noun: self.noun(end) }
    }

    fn bound(&self, start: usize) -> Bound {
        let from = start.saturating_sub(BOUND_WORDS);
        let mut before: Vec<&str> = self.words[from..start].iter().map(|word| word.fold.as_str()).collect();
        if matches!(before.last(), Some(&("the" | "a" | "an"))) && before.len() > 1 && before[before.len() - 2] != "in" {
            before.pop();
        }
        self.lexicon.bound_before(&before).map_or(Bound::Exact, |(_, bound)| bound)
    }

    fn sign(&self, at: usize) -> Option<&'static str> {
        let sign = ["$", "€", "£", "¥", "₴", "₽", "₹"].into_iter().find(|sign| self.fold(at) == *sign)?;
        (self.gap(at).trim().is_empty()).then_some(sign)
    }

    /// One number with its magnitude words.
    fn number(&self, at: usize) -> Option<Number> {
        let word = self.words.get(at)?;
        let mut number = if word.numeric { self.digits(word, at)? } else { self.spelled(at)? };
        while let Some(factor) =
            self.lexicon.magnitude(self.fold(number.end)).filter(|_| matches!(self.gap(number.end - 1), " " | "-" | "\u{a0}" | ""))
        {
            let short = self.fold(number.end).len() <= 2;
            if number.ordinal || short && self.fold(number.end) == "m" && self.words[number.end].capital {
                break;
            }
            number.value *= factor;
            number.step *= factor;
            number.magnitude *= factor;
            number.end += 1;
        }
        Some(number)
    }

    fn digits(&self, word: &Word, at: usize) -> Option<Number> {
        let raw = word.span.of(self.text).replace('\u{2212}', "-");
        let letters = raw.find(char::is_alphabetic).unwrap_or(raw.len());
        let (digits, suffix) = raw.split_at(letters);
        let suffix = suffix.to_lowercase();
        let (value, step) = parse_digits(digits, self.lexicon.language.decimal)?;
        let end = at + 1;
        if suffix.is_empty() {
            return Some(Number { value, step, end, ordinal: false, magnitude: 1.0 });
        }
        if self.lexicon.language.ordinal_suffixes.contains(&suffix.as_str()) {
            return Some(Number { value, step: 0.0, end, ordinal: true, magnitude: 1.0 });
        }
        let factor = self.lexicon.magnitude(&suffix)?;
        Some(Number { value: value * factor, step: step * factor, end, ordinal: false, magnitude: factor })
    }

    /// A number in words: "twenty-one", "a hundred and five", "two and a half".
    fn spelled(&self, at: usize) -> Option<Number> {
        let first = self.fold(at);
        if let Some(value) = self.lexicon.ordinal(first) {
            return Some(Number { value, step: 0.0, end: at + 1, ordinal: true, magnitude: 1.0 });
        }
        let article = matches!(first, "a" | "an" | "ein" | "eine" | "un" | "une")
            && self.lexicon.magnitude(self.fold(at + 1)).is_some_and(|_| self.fold(at + 1).len() > 2);
        let mut total = if article {
            1.0
        } else {
            self.lexicon.cardinal(first).or_else(|| self.lexicon.magnitude(first).filter(|_| first.len() > 2))?
        };
        let mut end = at + 1;
        while let Some(word) = self.words.get(end) {
            let joined = matches!(self.gap(end - 1), " " | "-" | "\u{a0}");
            let unit = self.lexicon.cardinal(&word.fold).filter(|unit| *unit < 10.0 && *unit > 0.0);
            let tens = total % 100.0 >= 20.0 && total % 10.0 == 0.0 && self.gap(end - 1) != "\u{a0}";
            match (joined, unit, self.lexicon.ordinal(&word.fold)) {
                (true, Some(unit), _) if tens => total += unit,
                (true, _, Some(unit)) if tens && unit < 10.0 && self.gap(end - 1) == "-" => {
                    return Some(Number { value: total + unit, step: 0.0, end: end + 1, ordinal: true, magnitude: 1.0 });
                }
                (true, _, _) if word.fold == "hundred" && total < 100.0 => total *= 100.0,
                (true, _, _)
                    if word.fold == "and"
                        && total % 100.0 == 0.0
                        && total > 0.0
                        && self.lexicon.cardinal(self.fold(end + 1)).is_some()
                        && total < 1000.0 =>
                {
                    total += self.lexicon.cardinal(self.fold(end + 1)).unwrap_or(0.0);
                    end += 1;
                }
                _ => break,
            }
            end += 1;
        }
        let half = self.fold(end) == "and" && self.fold(end + 1) == "a" && self.fold(end + 2) == "half";
        if half {
            total += 0.5;
            end += 3;
        }
        Some(Number { value: total, step: if half { 0.5 } else { 1.0 }, end, ordinal: false, magnitude: 1.0 })
    }

    /// "26 to 31 million", "10-15", "3–2": (first, second, precision, end).
    fn range(&self, start: usize, first: Number) -> (f64, f64, f64, usize) {
        let single = (first.value, first.value, capped_step(first), first.end);
        if first.ordinal {
            return single;
        }
        let gap = self.gap(first.end - 1);
        let dash = matches!(gap, "-" | "–" | "—" | " - " | " – ") && self.words.get(first.end).is_some_and(|word| word.numeric);
        let between = start
            .checked_sub(1)
            .is_some_and(|before| matches!(self.fold(before), "between" | "from" | "zwischen" | "von" | "entre" | "de"));
        let joiner = self.lexicon.is(self.fold(first.end), Class::Joiner) && gap == " " && (between || self.fold(first.end) != "and");
        let to = if dash {
            first.end
        } else if joiner {
            first.end + 1
        } else {
            return single;
        };
        let to = to + usize::from(self.sign(to).is_some());
        let Some(second) = self.number(to).filter(|second| !second.ordinal) else { return single };
        // "rose to 31 from 26" is no range, "or" joins neighbours only ("five or six").
        if joiner && second.value <= first.value {
            return single;
        }
        let low = if first.magnitude == 1.0 && second.magnitude > 1.0 { first.value * second.magnitude } else { first.value };
        (low, second.value, capped_step(second), second.end)
    }

    /// Unit after a number: (unit, factor to its base, end).
    fn unit(&self, end: usize) -> (Unit, f64, usize) {
        let (gap, word) = (self.gap(end - 1), self.fold(end));
        if !matches!(gap, " " | "-" | "" | "\u{a0}" | "\u{202f}") {
            return (Unit::Count, 1.0, end);
        }
        if matches!(word, "percentage") && matches!(self.fold(end + 1), "points" | "point") {
            return (Unit::Points, 1.0, end + 2);
        }
        if word == "per" && self.fold(end + 1) == "cent" || word == "pour" && self.fold(end + 1) == "cent" {
            return (Unit::Percent, 1.0, end + 2);
        }
        let year = matches!(word, "year" | "years") && matches!(self.fold(end + 1), "old");
        if year {
            return (Unit::Age, 1.0, end + 2);
        }
        if matches!(word, "€" | "£" | "¥" | "₴" | "₽") {
            let sign = ["€", "£", "¥", "₴", "₽"].into_iter().find(|sign| *sign == word).unwrap_or("€");
            return (Unit::Money(sign), 1.0, end + 1);
        }
        match self.lexicon.unit(word) {
            Some("%") => (Unit::Percent, 1.0, end + 1),
            Some("pp") if word != "points" => (Unit::Points, 1.0, end + 1),
            Some("$") => (Unit::Money("$"), 1.0, end + 1),
            Some("€") => (Unit::Money("€"), 1.0, end + 1),
            Some("¢") => (Unit::Money("$"), 0.01, end + 1),
            Some(unit) => measure(unit).map_or((Unit::Count, 1.0, end), |(dimension, factor)| (Unit::Measure(dimension), factor, end + 1)),
            None => (Unit::Count, 1.0, end),
        }
    }

    /// "dozens of", "several thousand".
    fn loose(&self, at: usize) -> Option<Figure> {
        let (mut low, mut high) = self.lexicon.loose(self.fold(at))?;
        let mut end = at + 1;
        if low < 10.0 {
            let factor = self.lexicon.magnitude(self.fold(end))?;
            (low, high, end) = (low.min(2.0) * factor, high * factor, end + 1);
        }
        if self.fold(end) == "of"
            && let Some((_, upper)) = self.lexicon.loose(self.fold(end + 1)).filter(|_| low >= 10.0)
        {
            // "hundreds of thousands"
            (low, high, end) = (low * 1000.0, upper.max(high * 1000.0), end + 2);
        }
        Some(Figure { loose: true, bound: Bound::Exact, ..self.finish(at, end, (low, high, 0.0), Unit::Count) })
    }

    /// "half of", "two-thirds", "a quarter", "one in five": a share as a percentage.
    fn share(&self, at: usize) -> Option<Figure> {
        let whole = |value: f64, end: usize| self.finish(at, end, (value * 100.0, value * 100.0, SHARE_STEP), Unit::Percent);
        if let (Some(part), "in" | "of", Some(total)) =
            (self.lexicon.cardinal(self.fold(at)), self.fold(at + 1), self.lexicon.cardinal(self.fold(at + 2)))
            && part < total
            && self.fold(at + 1) == "in"
        {
            return Some(whole(part / total, at + 3));
        }
        if self.fold(at) == "half" || self.fold(at) == "halfte" || self.fold(at) == "moitie" {
            let magnitude = self.fold(at + 1) == "a" && self.lexicon.magnitude(self.fold(at + 2)).is_some();
            if magnitude {
                let value = self.lexicon.magnitude(self.fold(at + 2)).unwrap_or(0.0) / 2.0;
                return Some(self.finish(at, at + 3, (value, value, value / 5.0), Unit::Count));
            }
            let of = matches!(self.fold(at + 1), "of" | "the" | "its" | "their" | "his" | "her" | "all" | "der" | "des" | "de");
            return of.then(|| whole(0.5, at + 1));
        }
        let numerator = match self.fold(at) {
            "a" | "ein" | "un" => Some(1.0),
            word => self.lexicon.cardinal(word),
        }?;
        let fraction = self.lexicon.fraction(self.fold(at + 1)).filter(|_| matches!(self.gap(at), " " | "-"))?;
        let of = matches!(self.fold(at + 2), "of" | "the" | "der" | "des" | "de");
        (of && numerator * fraction < 1.0).then(|| whole(numerator * fraction, at + 2))
    }

    /// The word that names what is counted: the head of the words that follow, "of" passed over.
    fn noun(&self, end: usize) -> Option<usize> {
        let mut at = end;
        let mut last = None;
        while at < self.words.len() && at < end + NOUN_WORDS {
            let gap = self.gap(at - 1);
            if at > end && !matches!(gap, " " | "-" | "\u{a0}") || at == end && gap.contains(['.', ',', ';', ':', '(', ')']) {
                break;
            }
            let word = &self.words[at];
            let passes =
                matches!(word.fold.as_str(), "of" | "the" | "other" | "more" | "von" | "der" | "de" | "des" | "d'" | "its" | "his")
                    && last.is_none();
            if passes {
                at += 1;
                continue;
            }
            if word.stop || word.numeric || word.sign {
                break;
            }
            last = Some(at);
            let plural = word.fold.ends_with('s') && !word.fold.ends_with("ss") && !word.fold.ends_with("'s") && !word.capital
                || word.fold == "people";
            if plural {
                break;
            }
            at += 1;
        }
        last
    }
}

/// A bare integer's trailing zeros may be rounding, but not by more than a twentieth of its value.
fn capped_step(number: Number) -> f64 {
    if number.magnitude > 1.0 { number.step } else { number.step.min((number.value.abs() * ROUNDING).max(1.0)) }
}

/// Value and printed precision of digits with separators. `decimal` is the language's own decimal mark.
fn parse_digits(digits: &str, decimal: char) -> Option<(f64, f64)> {
    let other = if decimal == '.' { ',' } else { '.' };
    let groups_of = |mark: char| digits.split(mark).skip(1).all(|group| group.len() == 3) && digits.contains(mark);
    // A mark followed by anything but groups of three is a decimal mark, whatever the language (8,5 in English copy).
    let point = match (digits.contains(decimal), digits.contains(other)) {
        (true, true) => {
            if digits.rfind(decimal) > digits.rfind(other) {
                decimal
            } else {
                other
            }
        }
        (true, false) => {
            if digits.matches(decimal).count() > 1 {
                '\0'
            } else {
                decimal
            }
        }
        (false, true) => {
            if groups_of(other) {
                '\0'
            } else {
                other
            }
        }
        (false, false) => '\0',
    };
    let plain: String =
        digits.chars().filter_map(|c| if c == point { Some('.') } else { (c.is_ascii_digit() || c == '-').then_some(c) }).collect();
    let value: f64 = plain.parse().ok()?;
    let step = match plain.split_once('.') {
        Some((_, decimals)) => 10f64.powi(-i32::try_from(decimals.len()).unwrap_or(9)),
        None => 10f64.powi(i32::try_from(plain.len() - plain.trim_end_matches('0').len()).unwrap_or(0)),
    };
    Some((value, if value == 0.0 { 1.0 } else { step }))
}

/// "a maximum of", "no fewer than": bounds are at most this many words, an article allowed for.
const BOUND_WORDS: usize = 4;
/// "260 recently trained North Korean infantry soldiers": adjectives before a head noun.
const NOUN_WORDS: usize = 6;
/// A share in words is good to about this many percentage points: "a third" for 32 % is fair, for 28 % is not.
const SHARE_STEP: f64 = 5.0;
/// Greatest rounding that bare trailing zeros excuse: 12,000 for 11,800, but not 100 for 120.
const ROUNDING: f64 = 0.05;
