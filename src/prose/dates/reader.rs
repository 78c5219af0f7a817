//! Finds the dates and clock times of a sentence.

use crate::language::{Class, Lexicon};
use crate::prose::dates::Date;
use crate::prose::words::{Reader, Word};

/// All dates of a sentence, in order.
pub(in crate::prose) fn dates(text: &str, words: &[Word], lexicon: &Lexicon) -> Vec<Date> {
    let reader = Reader { text, words, lexicon };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match reader.date(at) {
            Some((date, end)) => {
                let span = words[at].span.join(words[end - 1].span);
                found.push(Date { words: at..end, span, ..date });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

impl Reader<'_> {
    /// Words `at` and the next stand together as parts of one date do.
    fn close(&self, at: usize) -> bool {
        self.words.get(at + 1).is_some()
            && self.gap(at).chars().all(|c| c.is_whitespace() || matches!(c, ',' | '.'))
    }

    fn date(&self, at: usize) -> Option<(Date, usize)> {
        self.iso(at)
            .or_else(|| self.figures_only(at))
            .or_else(|| self.time(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.calendar_day(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.period(at))
            .or_else(|| self.before_now(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.before_era(at))
            .or_else(|| self.year(at))
    }

    fn iso(&self, at: usize) -> Option<(Date, usize)> {
        let parts = [self.fold(at), self.fold(at + 1), self.fold(at + 2)];
        let joined = self.gap(at) == "-"
            && self.gap(at + 1) == "-"
            && parts[0].len() == 4
            && parts[1].len() == 2
            && parts[2].len() == 2;
        if !joined {
            return None;
        }
        let date = Date {
            year: parts[0].parse().ok(),
            month: parts[1].parse().ok(),
            day: parts[2].parse().ok(),
            ..Date::default()
        };
        date.month.is_some_and(|month| (1..=12).contains(&month)).then_some((date, at + 3))
    }

    /// "3/4/24", and "13.9." where a comma is the decimal mark. Where both numbers may be months, only a
    /// language that puts the day first tells which is which.
    fn figures_only(&self, at: usize) -> Option<(Date, usize)> {
        let day_first = self.lexicon.language.decimal == ',';
        let word = self.words.get(at).filter(|word| word.numeric)?;
        let year = |text: &str| -> Option<i16> {
            let year: i16 = text.parse().ok()?;
            (text.len() == 4 && YEARS.contains(&year))
                .then_some(year)
                .or((text.len() == 2).then_some(2000 + year))
        };
        if let Some((day, rest)) = word.fold.split_once('.').filter(|_| day_first) {
            let (month, printed) =
                rest.split_once('.').map_or((rest, None), |(month, year)| (month, Some(year)));
            let closed = printed.is_some()
                || self.text[word.span.end as usize..].starts_with('.') && self.words.len() > at + 1;
            return numbered(day, month, printed.and_then(year))
                .filter(|_| closed)
                .map(|date| (date, at + 1));
        }
        let slashes = self.gap(at) == "/" && self.gap(at + 1) == "/";
        let (a, b, year) = (self.fold(at), self.fold(at + 1), year(self.fold(at + 2)).filter(|_| slashes)?);
        let (as_day, as_month) = (numbered(a, b, Some(year)), numbered(b, a, Some(year)));
        let date = match (as_day, as_month) {
            (Some(date), None) | (None, Some(date)) => date,
            (Some(date), Some(_)) if day_first || a == b => date,
            (Some(_), Some(_)) => Date { year: Some(year), ambiguous: true, ..Date::default() },
            (None, None) => return None,
        };
        Some((date, at + 3))
    }

    fn weekday(&self, at: usize) -> Option<(Date, usize)> {
        let word = self.words.get(at)?;
        let day = self
            .lexicon
            .weekday(&word.fold)
            .filter(|_| word.capital || !self.lexicon.language.grammar.capital_calendar)?;
        let weekday = i8::try_from(day).ok();
        // "Dienstag, dem 16. Juni", "Tuesday (16 June)".
        let article = usize::from(self.lexicon.language.counting.day_articles.contains(&self.fold(at + 1)));
        if (self.close(at) || self.gap(at) == " (")
            && let Some((date, end)) =
                self.calendar_day(at + 1 + article).filter(|(date, _)| date.day.is_some())
        {
            return Some((Date { weekday, ..date }, end));
        }
        Some((Date { weekday, ..Date::default() }, at + 1))
    }

    /// "October 13, 2024", "13 October", "13th of October", "9. Mai", "June 2024", "in June".
    fn calendar_day(&self, at: usize) -> Option<(Date, usize)> {
        let word = self.words.get(at)?;
        if let Some(day) = self.day_number(at) {
            let (last_day, behind) = self.last_day(at, day);
            let of = usize::from(self.lexicon.language.grammar.day_of.contains(&self.fold(behind)));
            let month = behind + of;
            let month_word = self
                .words
                .get(month)
                .filter(|word| word.capital || !self.lexicon.language.grammar.capital_calendar)?;
            let number = self.lexicon.month(&month_word.fold).filter(|_| self.close(behind - 1))?;
            let date = Date { day: Some(day), last_day, month: i8::try_from(number).ok(), ..Date::default() };
            return Some(self.with_year(date, month));
        }
        let month = self
            .lexicon
            .month(&word.fold)
            .filter(|_| word.capital || !self.lexicon.language.grammar.capital_calendar)?;
        let date = Date { month: i8::try_from(month).ok(), ..Date::default() };
        if let Some(day) = self.day_number(at + 1).filter(|_| self.close(at) && !self.gap(at).contains(',')) {
            let (last_day, behind) = self.last_day(at + 1, day);
            return Some(self.with_year(Date { day: Some(day), last_day, ..date }, behind - 1));
        }
        let (date, end) = self.with_year(date, at);
        // "Quatre-vingt-sept": a number, and no September.
        if date.year.is_none() && self.lexicon.cardinal(&word.fold).is_some() {
            return None;
        }
        let ambiguous = self.lexicon.language.grammar.common_months.contains(&word.fold.as_str())
            && date.year.is_none()
            && !self.after_month_preposition(at);
        (!ambiguous && word.fold.len() > 2).then_some((date, end))
    }

    fn after_month_preposition(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| self.lexicon.language.grammar.month_leads.contains(&self.fold(before)))
    }

    /// A day of the month in digits, "13", "13th", "9."; never one with a unit of its own.
    fn day_number(&self, at: usize) -> Option<i8> {
        let word = self.words.get(at).filter(|word| word.numeric)?;
        let digits = word.fold.trim_end_matches(char::is_alphabetic);
        let suffix = &word.fold[digits.len()..];
        let fits = digits.len() <= 2
            && (suffix.is_empty() || self.lexicon.language.ordinal_suffixes.contains(&suffix));
        let unit_follows = self.lexicon.language.grammar.counted.contains(&self.fold(at + 1));
        let day: i8 = digits.parse().ok()?;
        (fits && !unit_follows && (1..=31).contains(&day)).then_some(day)
    }

    /// "9-25", "9 to 25": the second day, and where it ends; else where the first ends.
    fn last_day(&self, at: usize, first: i8) -> (Option<i8>, usize) {
        let dash = matches!(self.gap(at), "-" | "–" | " - " | " – ");
        let to = self.lexicon.language.counting.to.contains(&self.fold(at + 1)) && self.gap(at) == " ";
        let next = if dash { at + 1 } else { at + 2 };
        match self.day_number(next).filter(|last| (dash || to) && *last > first) {
            Some(last) => (Some(last), next + 1),
            None => (None, at + 1),
        }
    }

    fn with_year(&self, date: Date, last: usize) -> (Date, usize) {
        match self.year_number(last + 1).filter(|_| self.close(last)) {
            Some(year) => (Date { year: Some(year), ..date }, last + 2),
            None => (date, last + 1),
        }
    }

    fn year_number(&self, at: usize) -> Option<i16> {
        let word = self.words.get(at)?;
        let year: i16 = word.fold.parse().ok()?;
        // Older years are told from counts by the word before them alone.
        let told = || {
            self.lexicon.language.counting.year_prepositions.iter().any(|phrase| self.ends_before(at, phrase))
        };
        (word.fold.len() == 4 && (YEARS.contains(&year) || OLD_YEARS.contains(&year) && told()))
            .then_some(year)
    }

    /// A bare number is a year unless it counts something: "2000 people", "in 2000".
    fn year(&self, at: usize) -> Option<(Date, usize)> {
        let year = self.year_number(at)?;
        let before = at.checked_sub(1).map_or("", |n| self.fold(n));
        let signed = matches!(before, "$" | "€" | "£" | "¥");
        let next = self.words.get(at + 1);
        let counts = next.is_some_and(|word| {
            let lower_plural = !word.capital && !word.stop && word.fold.ends_with('s')
                || self.lexicon.language.grammar.counted.contains(&word.fold.as_str());
            lower_plural && self.gap(at) == " " || self.lexicon.unit(&word.fold).is_some() && !word.stop
        });
        // "The 1960 and 2007 seasons": a year after a year counts nothing.
        let after_year = at >= 2
            && self.lexicon.is(self.fold(at - 1), Class::Joiner)
            && self.year_number(at - 2).is_some();
        // "The 2016-17 season" is in neither year alone.
        let season = matches!(self.gap(at), "-" | "–" | "/")
            && self.fold(at + 1).len() == 2
            && self.fold(at + 1).parse() == Ok((year + 1) % 100);
        let end = at + 1 + usize::from(season);
        (!signed && (season || !counts || after_year))
            .then_some((Date { year: Some(year).filter(|_| !season), ..Date::default() }, end))
    }

    /// "the 1990s".
    fn decade(&self, at: usize) -> Option<(Date, usize)> {
        let year: i16 = self.fold(at).strip_suffix('s')?.parse().ok()?;
        let date = Date { year: Some(year), decade: true, ..Date::default() };
        (YEARS.contains(&year) && year % 10 == 0).then_some((date, at + 1))
    }

    /// "331 BC".
    fn before_era(&self, at: usize) -> Option<(Date, usize)> {
        let marks = self.lexicon.language.counting.before_era;
        let mark = marks.iter().find(|mark| self.stands(at + 1, mark))?;
        let year: i16 = self.fold(at).parse().ok().filter(|year| (1..=9999).contains(year))?;
        Some((Date { year: Some(-year), ..Date::default() }, at + 1 + mark.split(' ').count()))
    }

    /// "two weeks ago", "vor zwei Wochen".
    fn before_now(&self, at: usize) -> Option<(Date, usize)> {
        let ago = self.lexicon.language.counting.ago;
        let before =
            ago.iter().find(|phrase| self.stands(at, phrase)).map_or(0, |phrase| phrase.split(' ').count());
        let number = self
            .number(at + before, false)
            .filter(|number| !number.ordinal && number.unit.is_none() && number.value <= MOST_AGO)?;
        let unit = self.lexicon.unit(self.fold(number.end))?;
        let behind = ago
            .iter()
            .find(|phrase| self.stands(number.end + 1, phrase))
            .map_or(0, |phrase| phrase.split(' ').count());
        if (before == 0) == (behind == 0) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "at most a few thousand")]
        let count = number.value as i16;
        let date = match unit {
            "d" => Date { shift: Some(i8::try_from(-count).ok()?), ..Date::default() },
            "wk" => Date { period: Some((-count, 'w', false)), ..Date::default() },
            "mo" => Date { period: Some((-count, 'm', false)), ..Date::default() },
            "y" => Date { period: Some((-count, 'y', false)), ..Date::default() },
            _ => return None,
        };
        Some((date, number.end + 1 + behind))
    }

    /// "last year", "by year's end", "the end of the month".
    fn period(&self, at: usize) -> Option<(Date, usize)> {
        let language = self.lexicon.language;
        let named = |at: usize| {
            language.periods.iter().find(|(word, _)| *word == self.fold(at)).map(|(_, symbol)| *symbol)
        };
        let shift = |at: usize| {
            language.period_shifts.iter().find(|(word, _)| *word == self.fold(at)).map(|(_, shift)| *shift)
        };
        if let (Some(shift), Some(symbol)) = (shift(at), named(at + 1)) {
            return Some((Date { period: Some((shift.into(), symbol, false)), ..Date::default() }, at + 2));
        }
        let grammar = &self.lexicon.language.grammar;
        let end = |at: usize| grammar.period_ends.contains(&self.fold(at));
        if let (Some(symbol), true) = (named(at), end(at + 1)) {
            return Some((Date { period: Some((0, symbol, true)), ..Date::default() }, at + 2));
        }
        let of_the = end(at)
            && grammar.day_of.contains(&self.fold(at + 1))
            && grammar.this.contains(&self.fold(at + 2));
        let symbol = named(at + 3).filter(|_| of_the)?;
        Some((Date { period: Some((0, symbol, true)), ..Date::default() }, at + 4))
    }

    fn relative(&self, at: usize) -> Option<(Date, usize)> {
        // "USA Today".
        let name = at > 0 && self.words[at].capital && !self.lexicon.language.capital_nouns;
        let shift = self.lexicon.relative_day(self.fold(at)).filter(|_| !name)?;
        Some((Date { shift: Some(shift), ..Date::default() }, at + 1))
    }
}

fn numbered(day: &str, month: &str, year: Option<i16>) -> Option<Date> {
    let (day, month): (i8, i8) = (day.parse().ok()?, month.parse().ok()?);
    let fits = (1..=31).contains(&day) && (1..=12).contains(&month);
    fits.then(|| Date { day: Some(day), month: Some(month), year, ..Date::default() })
}

/// Longer ago nobody counts in years.
const MOST_AGO: f64 = 3000.0;
/// Years that a preposition must tell from counts.
const OLD_YEARS: std::ops::RangeInclusive<i16> = 1000..=1499;
/// Numbers outside these are counts, not years of the news.
const YEARS: std::ops::RangeInclusive<i16> = 1500..=2099;
