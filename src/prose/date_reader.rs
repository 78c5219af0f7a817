//! Finds the dates and clock times of a sentence.

use super::dates::Date;
use super::words::{Reader, Word};
use crate::language::Lexicon;

/// All dates of a sentence, in order.
pub(super) fn dates(text: &str, words: &[Word], lexicon: &Lexicon) -> Vec<Date> {
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
        self.words.get(at + 1).is_some() && self.gap(at).chars().all(|c| c.is_whitespace() || matches!(c, ',' | '.'))
    }

    fn date(&self, at: usize) -> Option<(Date, usize)> {
        self.iso(at)
            .or_else(|| self.time(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.calendar_day(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.period(at))
            .or_else(|| self.year(at))
    }

    fn iso(&self, at: usize) -> Option<(Date, usize)> {
        let parts = [self.fold(at), self.fold(at + 1), self.fold(at + 2)];
        let joined = self.gap(at) == "-" && self.gap(at + 1) == "-" && parts[0].len() == 4 && parts[1].len() == 2 && parts[2].len() == 2;
        if !joined {
            return None;
        }
        let date = Date { year: parts[0].parse().ok(), month: parts[1].parse().ok(), day: parts[2].parse().ok(), ..Date::default() };
        date.month.is_some_and(|month| (1..=12).contains(&month)).then_some((date, at + 3))
    }

    fn weekday(&self, at: usize) -> Option<(Date, usize)> {
        let word = self.words.get(at)?;
        let day = self.lexicon.weekday(&word.fold).filter(|_| word.capital || self.lexicon.language.code != "en")?;
        let weekday = i8::try_from(day).ok();
        if self.close(at)
            && let Some((date, end)) = self.calendar_day(at + 1).filter(|(date, _)| date.day.is_some())
        {
            return Some((Date { weekday, ..date }, end));
        }
        Some((Date { weekday, ..Date::default() }, at + 1))
    }

    /// "October 13, 2024", "13 October", "13th of October", "9. Mai", "June 2024", "in June".
    fn calendar_day(&self, at: usize) -> Option<(Date, usize)> {
        let word = self.words.get(at)?;
        if let Some(day) = self.day_number(at) {
            let of = usize::from(self.fold(at + 1) == "of");
            let month = at + 1 + of;
            let month_word = self.words.get(month).filter(|word| word.capital || self.lexicon.language.code != "en")?;
            let number = self.lexicon.month(&month_word.fold).filter(|_| self.close(at))?;
            let date = Date { day: Some(day), month: i8::try_from(number).ok(), ..Date::default() };
            return Some(self.with_year(date, month));
        }
        let month = self.lexicon.month(&word.fold).filter(|_| word.capital || self.lexicon.language.code != "en")?;
        let date = Date { month: i8::try_from(month).ok(), ..Date::default() };
        if let Some(day) = self.day_number(at + 1).filter(|_| self.close(at) && !self.gap(at).contains(',')) {
            return Some(self.with_year(Date { day: Some(day), ..date }, at + 1));
        }
        let (date, end) = self.with_year(date, at);
        let ambiguous = matches!(word.fold.as_str(), "may" | "march" | "mar") && date.year.is_none() && !self.after_month_preposition(at);
        (!ambiguous && word.fold.len() > 2).then_some((date, end))
    }

    fn after_month_preposition(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            matches!(
                self.fold(before),
                "in" | "since" | "until" | "by" | "of" | "last" | "next" | "late" | "early" | "mid" | "im" | "en" | "seit"
            )
        })
    }

    /// A day of the month in digits, "13", "13th", "9."; never one with a unit of its own.
    fn day_number(&self, at: usize) -> Option<i8> {
        let word = self.words.get(at).filter(|word| word.numeric)?;
        let digits = word.fold.trim_end_matches(char::is_alphabetic);
        let suffix = &word.fold[digits.len()..];
        let fits = digits.len() <= 2 && (suffix.is_empty() || self.lexicon.language.ordinal_suffixes.contains(&suffix));
        let unit_follows = matches!(self.fold(at + 1), "percent" | "million" | "billion" | "people");
        let day: i8 = digits.parse().ok()?;
        (fits && !unit_follows && (1..=31).contains(&day)).then_some(day)
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
        (word.fold.len() == 4 && YEARS.contains(&year)).then_some(year)
    }

    /// A bare number is a year unless it counts something: "2000 people", "in 2000".
    fn year(&self, at: usize) -> Option<(Date, usize)> {
        let year = self.year_number(at)?;
        let before = at.checked_sub(1).map_or("", |n| self.fold(n));
        let signed = matches!(before, "$" | "€" | "£" | "¥");
        let next = self.words.get(at + 1);
        let counts = next.is_some_and(|word| {
            let lower_plural = !word.capital && !word.stop && word.fold.ends_with('s')
                || matches!(word.fold.as_str(), "people" | "percent" | "million" | "billion");
            lower_plural && self.gap(at) == " " || self.lexicon.unit(&word.fold).is_some() && !word.stop
        });
        (!signed && !counts).then_some((Date { year: Some(year), ..Date::default() }, at + 1))
    }

    /// "last year", "by year's end", "the end of the month".
    fn period(&self, at: usize) -> Option<(Date, usize)> {
        let language = self.lexicon.language;
        let named = |at: usize| language.periods.iter().find(|(word, _)| *word == self.fold(at)).map(|(_, symbol)| *symbol);
        let shift = |at: usize| language.period_shifts.iter().find(|(word, _)| *word == self.fold(at)).map(|(_, shift)| *shift);
        if let (Some(shift), Some(symbol)) = (shift(at), named(at + 1)) {
            return Some((Date { period: Some((shift, symbol, false)), ..Date::default() }, at + 2));
        }
        let end = |at: usize| self.fold(at) == "end";
        if let (Some(symbol), true) = (named(at), end(at + 1)) {
            return Some((Date { period: Some((0, symbol, true)), ..Date::default() }, at + 2));
        }
        let of_the = end(at) && self.fold(at + 1) == "of" && matches!(self.fold(at + 2), "the" | "this");
        let symbol = named(at + 3).filter(|_| of_the)?;
        Some((Date { period: Some((0, symbol, true)), ..Date::default() }, at + 4))
    }

    fn relative(&self, at: usize) -> Option<(Date, usize)> {
        let shift = self.lexicon.relative_day(self.fold(at))?;
        Some((Date { shift: Some(shift), ..Date::default() }, at + 1))
    }

    /// "11.42 p.m.", "11:42", "7 a.m.", "19.30 Uhr", "19 h 30".
    fn time(&self, at: usize) -> Option<(Date, usize)> {
        let word = self.words.get(at).filter(|word| word.numeric)?;
        let (hour, minute, end) = if self.gap(at) == ":" && self.words.get(at + 1).is_some_and(|next| next.numeric && next.fold.len() == 2)
        {
            (word.fold.parse().ok()?, self.fold(at + 1).parse().ok()?, at + 2)
        } else if let Some((hour, minute)) = word.fold.split_once('.').filter(|(_, minute)| minute.len() == 2) {
            (hour.parse().ok()?, minute.parse().ok()?, at + 1)
        } else {
            (word.fold.parse().ok()?, 0i16, at + 1)
        };
        let colon = end == at + 2;
        let half: i16 = match self.fold(end) {
            "pm" if hour < 12 => 720,
            "am" if hour == 12 => -720,
            "am" | "pm" | "uhr" | "gmt" => 0,
            "h" if self.lexicon.language.code == "fr" => 0,
            _ if colon && hour < 24 => 0,
            _ => return None,
        };
        let end = end + usize::from(matches!(self.fold(end), "am" | "pm" | "uhr" | "h" | "gmt"));
        let fits = (0..24i16).contains(&hour) && (0..60i16).contains(&minute);
        fits.then(|| (Date { time: Some(hour * 60 + minute + half), ..Date::default() }, end))
    }
}

/// Numbers outside these are counts, not years of the news.
const YEARS: std::ops::RangeInclusive<i16> = 1500..=2099;
