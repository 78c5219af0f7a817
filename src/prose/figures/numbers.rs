//! Numbers as printed: digits and words, magnitudes, ranges (docs/conventions.md, N1, N2).

use crate::prose::words::{Reader, Word};

/// A number and how far it reaches.
#[derive(Clone, Copy, Debug)]
pub(in crate::prose) struct Number {
    pub value: f64,
    /// Width of the interval that the printed digits leave open.
    pub step: f64,
    /// Index behind its last word.
    pub end: usize,
    pub ordinal: bool,
    pub magnitude: f64,
    /// The unit symbol that clings to it: `95m`, `20ft`.
    pub unit: Option<&'static str>,
}

/// One number, or two that span a range or make a score.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    pub low: f64,
    pub high: f64,
    pub step: f64,
    pub end: usize,
    pub unit: Option<&'static str>,
    /// The second number's magnitude is meant for the first too: "26 to 31 million".
    pub shares_magnitude: bool,
}

impl Number {
    fn plain(value: f64, step: f64, end: usize) -> Self {
        Self { value, step, end, ordinal: false, magnitude: 1.0, unit: None }
    }

    fn ordinal(value: f64, end: usize) -> Self {
        Self { ordinal: true, ..Self::plain(value, 0.0, end) }
    }
}

impl Reader<'_> {
    /// One number with its magnitude words. `money` tells that a currency's sign stands before it.
    pub(in crate::prose) fn number(&self, at: usize, money: bool) -> Option<Number> {
        let word = self.words.get(at)?;
        let mut number = if word.numeric { self.digits(word, at, money)? } else { self.spelled(at)? };
        while !number.ordinal
            && number.unit.is_none()
            && let Some(factor) = self.magnitude_at(number.end, money)
        {
            number.value *= factor;
            number.step *= factor;
            number.magnitude *= factor;
            number.end += 1;
        }
        Some(number)
    }

    /// "5 million", "5-million"; a lone letter is a magnitude only of money ("£5 m"), else a unit.
    fn magnitude_at(&self, at: usize, money: bool) -> Option<f64> {
        let word = self.fold(at);
        let joined = matches!(self.gap(at.checked_sub(1)?), " " | "-" | "\u{a0}" | "\u{202f}" | "");
        let factor = self.lexicon.magnitude(word).filter(|_| joined)?;
        (word.len() > 1 || money).then_some(factor)
    }

    /// "1 250 000" with spaces between the groups, where a comma is the decimal mark: the digits, and how
    /// many words they are.
    fn grouped(&self, word: &Word, at: usize) -> Option<(String, usize)> {
        let plain = |word: &Word, least: usize, most: usize| {
            word.fold.bytes().all(|byte| byte.is_ascii_digit()) && (least..=most).contains(&word.fold.len())
        };
        let spaced = self.lexicon.language.decimal == ',' && plain(word, 1, 3);
        let more = (at + 1..self.words.len())
            .take_while(|next| self.gap(next - 1) == " " && plain(&self.words[*next], 3, 3))
            .count();
        (spaced && more > 0)
            .then(|| (self.words[at..=at + more].iter().map(|word| word.fold.as_str()).collect(), more + 1))
    }

    fn digits(&self, word: &Word, at: usize, money: bool) -> Option<Number> {
        if let Some((digits, count)) = self.grouped(word, at) {
            let (value, step) = parse_digits(&digits, self.lexicon.language.decimal)?;
            return Some(Number::plain(value, step, at + count));
        }
        let raw = word.span.of(self.text).replace('\u{2212}', "-");
        let letters = raw.find(char::is_alphabetic).unwrap_or(raw.len());
        let (digits, printed) = raw.split_at(letters);
        let suffix = printed.to_lowercase();
        let (value, step) = parse_digits(digits, self.lexicon.language.decimal)?;
        let end = at + 1;
        let number = Number::plain(value, step, end);
        if suffix.is_empty() {
            return Some(match self.fraction_sign(at) {
                Some(part) => Number::plain(value + part, 0.25, end),
                None => number,
            });
        }
        if self.lexicon.language.ordinal_suffixes.contains(&suffix.as_str()) {
            return Some(Number::ordinal(value, end));
        }
        // "95m" is money or people by the million, else metres.
        let counts = money
            || self
                .words
                .get(end)
                .is_some_and(|next| !next.stop && !next.capital && !next.numeric && self.gap(at) == " ");
        let unit = match printed {
            "C" => Some("°C"),
            "F" => Some("°F"),
            _ => self.lexicon.unit(&suffix),
        };
        match (self.lexicon.magnitude(&suffix), unit) {
            (Some(factor), unit) if unit.is_none() || counts => {
                Some(Number { value: value * factor, step: step * factor, magnitude: factor, ..number })
            }
            (_, Some(unit)) => Some(Number { unit: Some(unit), ..number }),
            _ => None,
        }
    }

    /// "3½": the sign clings to the number and is no word.
    fn fraction_sign(&self, at: usize) -> Option<f64> {
        let sign = self.text.get(self.words[at].span.end as usize..)?.chars().next()?;
        Some(match sign {
            '½' => 0.5,
            '¼' => 0.25,
            '¾' => 0.75,
            '⅓' => 1.0 / 3.0,
            '⅔' => 2.0 / 3.0,
            _ => return None,
        })
    }

    /// A number in words: "twenty-one", "a hundred and five", "two and a half", "quatre-vingt-dix",
    /// "einundzwanzig".
    fn spelled(&self, at: usize) -> Option<Number> {
        let counting = &self.lexicon.language.counting;
        let first = self.fold(at);
        if let Some(value) = self.lexicon.ordinal(first) {
            return Some(Number::ordinal(value, at + 1));
        }
        let article = counting.articles.contains(&first) && self.magnitude_at(at + 1, false).is_some();
        let magnitude = || self.lexicon.magnitude(first).filter(|_| first.len() > 2);
        let mut total = if article { 1.0 } else { self.cardinal(first).or_else(magnitude)? };
        let mut end = at + 1;
        while let Some(word) = self.words.get(end) {
            if !matches!(self.gap(end - 1), " " | "-" | "\u{a0}") {
                break;
            }
            let hyphen = self.gap(end - 1) == "-";
            let unit = self.cardinal(&word.fold).filter(|unit| *unit > 0.0);
            let dix = hyphen && !counting.scores.is_empty() && total == 10.0;
            let tens = total % 100.0 >= 20.0 && total % 10.0 == 0.0 || dix;
            // Sixty and eighty take numbers up to nineteen in a language that counts by scores.
            let room = if counting.scores.is_empty() || total % 20.0 != 0.0 { 10.0 } else { 20.0 };
            if tens && let Some(unit) = unit.filter(|unit| *unit < room) {
                total += unit;
            } else if tens
                && hyphen
                && let Some(unit) = self.lexicon.ordinal(&word.fold).filter(|unit| *unit < 10.0)
            {
                return Some(Number::ordinal(total + unit, end + 1));
            } else if total == 4.0 && hyphen && counting.scores.contains(&word.fold.as_str()) {
                total = 80.0;
            } else if self.lexicon.magnitude(&word.fold) == Some(100.0) && (1.0..100.0).contains(&total) {
                total *= 100.0;
            } else if total % 100.0 == 0.0
                && (100.0..1000.0).contains(&total)
                && let Some(unit) = unit.filter(|unit| *unit < 100.0)
            {
                total += unit;
            } else if counting.and.contains(&word.fold.as_str())
                && let Some(unit) = self.after_and(end + 1, total, hyphen)
            {
                total += unit;
                end += 1;
            } else {
                break;
            }
            end += 1;
        }
        let whole = Number::plain(total, 1.0, end);
        let is = |at: usize, words: &[&str]| words.contains(&self.fold(at));
        if is(end, counting.and) {
            let has_article = is(end + 1, counting.articles);
            let part = end + 1 + usize::from(has_article);
            if is(part, counting.halves) {
                return Some(Number::plain(total + 0.5, 0.5, part + 1));
            }
            // "One and a quarter million", but "one and a quarter of the others".
            let fraction = self.lexicon.fraction(self.fold(part)).filter(|_| has_article);
            if let Some(fraction) = fraction.filter(|_| self.magnitude_at(part + 1, false).is_some()) {
                return Some(Number::plain(total + fraction, fraction, part + 1));
            }
        }
        Some(whole)
    }

    /// What "and" adds: "a hundred *and five*", "vingt *et un*".
    fn after_and(&self, at: usize, total: f64, hyphen: bool) -> Option<f64> {
        let counting = &self.lexicon.language.counting;
        let hundreds = total % 100.0 == 0.0 && (100.0..1000.0).contains(&total);
        let scores = !counting.scores.is_empty() && total % 10.0 == 0.0 && (20.0..80.0).contains(&total);
        let article = counting.articles.contains(&self.fold(at)).then_some(1.0);
        if hundreds {
            return self.cardinal(self.fold(at));
        }
        (scores && (hyphen || article.is_some())).then(|| self.cardinal(self.fold(at)).or(article)).flatten()
    }

    /// The value of a number word, compounds such as "zweihundertfünfzig" included.
    pub(in crate::prose) fn cardinal(&self, word: &str) -> Option<f64> {
        self.lexicon
            .cardinal(word)
            .or_else(|| self.lexicon.language.counting.compounds.then(|| self.compound(word, 0)).flatten())
    }

    fn compound(&self, word: &str, depth: usize) -> Option<f64> {
        let counting = &self.lexicon.language.counting;
        if let Some(value) = self.lexicon.cardinal(word) {
            return Some(value);
        }
        if depth > COMPOUND_DEPTH || word.len() > COMPOUND_BYTES {
            return None;
        }
        let part = |word: &str, empty: f64| {
            if word.is_empty() { Some(empty) } else { self.compound(word, depth + 1) }
        };
        // One before a magnitude or a ten loses its ending: "einhundert", "einundzwanzig".
        let head =
            |word: &str| if counting.articles.first() == Some(&word) { Some(1.0) } else { part(word, 1.0) };
        let magnitudes = || {
            self.lexicon
                .language
                .magnitudes
                .iter()
                .filter(|(name, factor)| name.len() > 5 && *factor <= 1000.0)
        };
        for (name, factor) in magnitudes()
            .filter(|(_, factor)| *factor == 1000.0)
            .chain(magnitudes().filter(|(_, factor)| *factor == 100.0))
        {
            if let Some((before, after)) = word.split_once(name) {
                return Some(head(before)? * factor + part(after, 0.0)?);
            }
        }
        let and = counting.and.first()?;
        let (unit, tens) = word.split_once(and)?;
        let tens = self.lexicon.cardinal(tens).filter(|tens| *tens >= 20.0)?;
        Some(tens + head(unit).filter(|unit| *unit < 10.0)?)
    }

    /// "26 to 31 million", "10-15", "3–2". `start` is where `first` begins, its sign included; `money` as for
    /// [`Self::number`]; `change` tells that the words describe one, in which "from 3 to 5" is no range.
    pub(super) fn range(&self, first: Number, start: usize, money: bool, change: bool) -> Range {
        let counting = &self.lexicon.language.counting;
        let single = Range {
            low: first.value,
            high: first.value,
            step: capped_step(first),
            end: first.end,
            unit: first.unit,
            shares_magnitude: false,
        };
        if first.ordinal {
            return single;
        }
        let gap = self.gap(first.end - 1);
        let dash = matches!(gap, "-" | "–" | "—" | " - " | " – ")
            && self.words.get(first.end).is_some_and(|word| word.numeric);
        let opener = start.checked_sub(1).map_or("", |before| self.fold(before));
        let opened = counting.range_openers.contains(&opener) && !(change && counting.from.contains(&opener));
        let joiner = self.fold(first.end);
        let joins = self.lexicon.is(joiner, crate::language::Class::Joiner)
            && gap == " "
            && (opened || !counting.weak_joiners.contains(&joiner))
            && !(change && counting.to.contains(&joiner));
        let to = match (dash, joins) {
            (true, _) => first.end,
            (_, true) => first.end + 1,
            _ => return single,
        };
        let sign = self.sign(to).is_some();
        let Some(second) =
            self.number(to + usize::from(sign), money || sign).filter(|second| !second.ordinal)
        else {
            return single;
        };
        // "Rose to 31 from 26" is no range; "or" joins neighbours only ("five or six"). "By 61 to 38" is a
        // result.
        if joins && second.value <= first.value {
            let result =
                counting.to.contains(&joiner) && !opened && first.magnitude == 1.0 && second.unit.is_none();
            return if result { Range { high: second.value, end: second.end, ..single } } else { single };
        }
        let shares_magnitude = first.magnitude == 1.0 && second.magnitude > 1.0;
        let low = if shares_magnitude { first.value * second.magnitude } else { first.value };
        Range {
            low,
            shares_magnitude,
            high: second.value,
            step: capped_step(second),
            end: second.end,
            unit: second.unit.or(first.unit),
        }
    }

    /// The sign of a currency at a word.
    pub(super) fn sign(&self, at: usize) -> Option<&'static str> {
        let sign = ["$", "€", "£", "¥", "₴", "₽", "₹"].into_iter().find(|sign| self.fold(at) == *sign)?;
        self.gap(at).trim().is_empty().then_some(sign)
    }
}

/// Trailing zeros may be rounding, but not by more than a twentieth of the value.
fn capped_step(number: Number) -> f64 {
    number.step.min((number.value.abs() * ROUNDING).max(number.magnitude))
}

/// Value and printed precision of digits with separators. `decimal` is the language's own decimal mark.
fn parse_digits(digits: &str, decimal: char) -> Option<(f64, f64)> {
    let other = if decimal == '.' { ',' } else { '.' };
    let groups_of =
        |mark: char| digits.split(mark).skip(1).all(|group| group.len() == 3) && digits.contains(mark);
    // A mark followed by anything but groups of three is a decimal mark, whatever the language (8,5 in
    // English copy).
    let point = match (digits.contains(decimal), digits.contains(other)) {
        (true, true) if digits.rfind(decimal) > digits.rfind(other) => decimal,
        (true, true) => other,
        (true, false) if digits.matches(decimal).count() > 1 => '\0',
        (true, false) => decimal,
        (false, true) if groups_of(other) => '\0',
        (false, true) => other,
        (false, false) => '\0',
    };
    let plain: String = digits
        .chars()
        .filter_map(|c| if c == point { Some('.') } else { (c.is_ascii_digit() || c == '-').then_some(c) })
        .collect();
    let value: f64 = plain.parse().ok()?;
    let step = match plain.split_once('.') {
        Some((_, decimals)) => 10f64.powi(-i32::try_from(decimals.len()).unwrap_or(9)),
        None => 10f64.powi(i32::try_from(plain.len() - plain.trim_end_matches('0').len()).unwrap_or(0)),
    };
    Some((value, if value == 0.0 { 1.0 } else { step }))
}

/// Greatest rounding that bare trailing zeros excuse: 12,000 for 11,800, but not 100 for 120.
const ROUNDING: f64 = 0.05;
/// The longest number words are some sixty bytes; hostile ones are not taken apart.
const COMPOUND_BYTES: usize = 80;
const COMPOUND_DEPTH: usize = 6;
