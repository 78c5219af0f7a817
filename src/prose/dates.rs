//! Dates as partial calendar knowledge, and how two of them stand to each other.

mod clock;
pub(super) mod reader;

use crate::prose::values::Relation;
use crate::text::Span;
use jiff::civil;
use std::ops::Range;

/// What a text says of a day: any part may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Date {
    /// Indices into the sentence's words.
    pub words: Range<usize>,
    /// The same in bytes of the sentence.
    pub span: Span,
    pub year: Option<i16>,
    pub month: Option<i8>,
    pub day: Option<i8>,
    /// The last day of a stretch: "9 to 25 February".
    pub last_day: Option<i8>,
    /// 1 (Monday) to 7.
    pub weekday: Option<i8>,
    /// Days from the document's own date.
    pub shift: Option<i8>,
    /// Minutes after midnight.
    pub time: Option<i16>,
    /// The time is one of two, twelve hours apart: "half past four".
    pub half_open: bool,
    /// Minutes that the clock's zone is ahead of Greenwich.
    pub zone: Option<i16>,
    /// The year stands for its decade: "the 1990s".
    pub decade: bool,
    /// "3/4/24": day and month cannot be told apart.
    pub ambiguous: bool,
    /// "Last month", "by year's end": periods from the document's own, the period's symbol, and whether its
    /// end is meant.
    pub period: Option<(i16, char, bool)>,
}

impl Date {
    /// The day meant, with the year taken from the document's own date where the text leaves it out.
    pub fn resolve(&self, reference: Option<civil::Date>) -> Option<civil::Date> {
        if let Some(shift) = self.shift {
            return reference?.checked_add(jiff::Span::new().days(shift)).ok();
        }
        let (month, day) = (self.month?, self.day?);
        if let Some(year) = self.year {
            return civil::Date::new(year, month, day).ok();
        }
        let reference = reference?;
        // "December 30" in a January article is last year's: the nearest such day is meant.
        let near = [-1i16, 0, 1]
            .into_iter()
            .filter_map(|offset| civil::Date::new(reference.year() + offset, month, day).ok());
        near.min_by_key(|date| days_between(*date, reference).abs())
    }

    /// The first and the last day that it may mean: a year's or a month's where it says no more.
    pub fn within(&self, reference: Option<civil::Date>) -> Option<(civil::Date, civil::Date)> {
        let year = || {
            let first = civil::Date::new(self.year?, 1, 1).ok()?;
            Some((first, first.last_of_year()))
        };
        self.stretch(reference).or_else(year)
    }

    /// Whether the calendar has no such day, or gives it another weekday. `reference` supplies a missing
    /// year.
    pub fn impossible(&self, reference: Option<civil::Date>) -> Option<Impossible> {
        let (month, day) = (self.month?, self.day?);
        let year = self.year.or(reference.map(civil::Date::year));
        // 29 February exists in some year; without one nothing can be said.
        if civil::Date::new(year.unwrap_or(2024), month, day).is_err() {
            return Some(Impossible::NoSuchDay);
        }
        let date = self.resolve(reference)?;
        let weekday = self.weekday?;
        let real = date.weekday().to_monday_one_offset();
        (real != weekday).then_some(Impossible::Weekday { date, real })
    }

    /// How this date of a draft stands to `source`; each with its document's own date. `None` when nothing
    /// can be said.
    pub fn against(
        &self,
        own: Option<civil::Date>,
        source: &Self,
        theirs: Option<civil::Date>,
    ) -> Option<Relation> {
        let verdict = |same: bool| Some(if same { Relation::Agrees } else { Relation::Conflicts });
        if let (Some(a), Some(b)) = (self.time, source.time) {
            if self.half_open || source.half_open {
                return verdict((a - b).rem_euclid(DAY / 2) == 0);
            }
            return match (self.zone, source.zone) {
                (Some(east), Some(other)) if east == other => verdict(a == b),
                // "Eastern time" is an hour more in summer.
                (Some(east), Some(other)) => {
                    let apart = ((a - east) - (b - other)).rem_euclid(DAY);
                    verdict(matches!(apart, 0 | 60) || apart == DAY - 60)
                }
                (None, None) => verdict(a == b),
                // Whose clock is meant cannot be told.
                _ => (a == b).then_some(Relation::Agrees),
            };
        }
        if self.time.is_some() != source.time.is_some() || self.ambiguous || source.ambiguous {
            return None;
        }
        if let (Some(a), Some(b)) = (self.period, source.period) {
            // The end of a period is no statement about another period as a whole.
            return if a.2 == b.2 && (own == theirs || own.is_none() || theirs.is_none()) {
                verdict(a == b)
            } else {
                None
            };
        }
        if self.period.is_some() || source.period.is_some() {
            let ((first, last), (from, to)) = (self.stretch(own)?, source.stretch(theirs)?);
            // "Next week", in a report of another year, is of another event.
            let apart = days_between(first, to).abs().min(days_between(from, last).abs());
            let is_years = |date: &Self| matches!(date.period, None | Some((_, 'y', _)));
            let is_other_event = apart > YEAR && !(is_years(self) && is_years(source));
            return if is_other_event { None } else { verdict(first <= to && from <= last) };
        }
        if self.decade || source.decade {
            return verdict(self.year?.div_euclid(10) == source.year?.div_euclid(10));
        }
        if let (Some(a), Some(b)) = (self.month, source.month) {
            let differs = a != b
                || !self.meets(source)
                || differ(self.year, source.year)
                || differ(self.weekday, source.weekday);
            let real = source
                .resolve(theirs)
                .or_else(|| self.resolve(own))
                .map(|date| date.weekday().to_monday_one_offset());
            let misnamed = self.day.is_some() && self.day == source.day && differ(self.weekday, real);
            return verdict(!differs && !misnamed);
        }
        if let (Some(a), Some(b)) = (self.weekday, source.weekday) {
            return verdict(a == b);
        }
        if let (Some(a), Some(b)) = (self.shift, source.shift)
            && (own.is_none() || theirs.is_none() || own == theirs)
        {
            return verdict(a == b);
        }
        if self.is_year_only() || source.is_year_only() {
            let (a, b) = (self.year?, source.year?);
            return verdict(a == b);
        }
        match (self.named_day(own), source.named_day(theirs)) {
            (Day::Exact(a), Day::Exact(b)) => verdict(a == b),
            (Day::Weekday(weekday), Day::Exact(date)) => by_weekday(weekday, date, own),
            (Day::Exact(date), Day::Weekday(weekday)) => by_weekday(weekday, date, theirs),
            _ => None,
        }
    }

    /// The first and the last day meant, periods counted from the document's own date: "last month", "two
    /// weeks ago". A count of periods is a round number, half a period off on either side.
    fn stretch(&self, reference: Option<civil::Date>) -> Option<(civil::Date, civil::Date)> {
        let Some((shift, symbol, is_end)) = self.period else {
            let month =
                civil::Date::new(self.year.or(reference.map(civil::Date::year))?, self.month.unwrap_or(1), 1)
                    .ok()?;
            return self.days(reference).or_else(|| self.month.map(|_| (month, month.last_of_month())));
        };
        let (today, shift) = (reference.filter(|_| !is_end)?, i64::from(shift));
        if shift.abs() > 1 {
            let (there, slack) = match symbol {
                'w' => (jiff::Span::new().weeks(shift), 4),
                'm' => (jiff::Span::new().months(shift), 16),
                'y' => (jiff::Span::new().years(shift), 366),
                _ => return None,
            };
            let day = today.checked_add(there).ok()?;
            let around = |days: i64| day.checked_add(jiff::Span::new().days(days)).ok();
            return Some((around(-slack)?, around(slack)?));
        }
        match symbol {
            'w' => {
                let monday = today
                    .checked_add(
                        jiff::Span::new()
                            .days(7 * shift - i64::from(today.weekday().to_monday_zero_offset())),
                    )
                    .ok()?;
                Some((monday, monday.checked_add(jiff::Span::new().days(6)).ok()?))
            }
            'm' => {
                let first = today.first_of_month().checked_add(jiff::Span::new().months(shift)).ok()?;
                Some((first, first.last_of_month()))
            }
            'y' => {
                let year = i16::try_from(i64::from(today.year()) + shift).ok()?;
                Some((civil::Date::new(year, 1, 1).ok()?, civil::Date::new(year, 12, 31).ok()?))
            }
            _ => None,
        }
    }

    /// The first and the last day that it may mean.
    fn days(&self, reference: Option<civil::Date>) -> Option<(civil::Date, civil::Date)> {
        if let Some(day) = self.resolve(reference) {
            return Some((day, day));
        }
        let year = self.year?;
        let first = civil::Date::new(year, self.month.unwrap_or(1), 1).ok()?;
        let last = civil::Date::new(year, self.month.unwrap_or(12), 1).ok()?.last_of_month();
        Some((first, last))
    }

    /// How a date that is only a limit ("before 1990" where `before`, else "after 1990") stands to a source's
    /// date.
    pub fn limits(
        &self,
        before: bool,
        own: Option<civil::Date>,
        source: &Self,
        theirs: Option<civil::Date>,
    ) -> Option<Relation> {
        let ((first, last), (from, to)) = (self.days(own)?, source.days(theirs)?);
        let (holds, fails) = if before { (to < first, from >= first) } else { (from > last, to <= last) };
        match (holds, fails) {
            (true, _) => Some(Relation::Agrees),
            (_, true) => Some(Relation::Conflicts),
            _ => None,
        }
    }

    /// Whether the days of the month that two dates name have one in common.
    fn meets(&self, other: &Self) -> bool {
        let (Some(first), Some(from)) = (self.day, other.day) else { return true };
        let (last, to) = (self.last_day.unwrap_or(first), other.last_day.unwrap_or(from));
        // Two stretches are the same or they are not.
        if self.last_day.is_some() && other.last_day.is_some() {
            first == from && last == to
        } else {
            first <= to && from <= last
        }
    }

    fn is_year_only(&self) -> bool {
        self.year.is_some() && self.month.is_none()
    }

    fn named_day(&self, reference: Option<civil::Date>) -> Day {
        match (self.resolve(reference), self.weekday) {
            (Some(date), _) => Day::Exact(date),
            (None, Some(weekday)) => Day::Weekday(weekday),
            _ => Day::Unknown,
        }
    }

    /// Whether the two give the same kind of information, so that one could stand in the other's place.
    pub fn same_kind(&self, other: &Self) -> bool {
        let is_dated = |date: &Self| date.time.is_none() && (date.year.is_some() || date.month.is_some());
        if is_dated(self) && other.period.is_some()
            || self.period.is_some() && is_dated(other)
            || self.year.is_some() && other.decade
        {
            return true;
        }
        let years = self.year.is_some() && other.year.is_some();
        if years && (self.is_year_only() || other.is_year_only()) {
            return true;
        }
        let kind = |date: &Self| {
            (
                date.time.is_some(),
                date.period.is_some(),
                date.month.is_some() || date.weekday.is_some() || date.shift.is_some(),
            )
        };
        kind(self) == kind(other)
    }
}

/// Days after which two reports hardly tell of one event by words like "next week".
const YEAR: i32 = 366;
/// Minutes of a day.
const DAY: i16 = 1440;

enum Day {
    Exact(civil::Date),
    Weekday(i8),
    Unknown,
}

/// A bare weekday bears out a date of that weekday; it contradicts one only in the week of its own document.
fn by_weekday(weekday: i8, date: civil::Date, document: Option<civil::Date>) -> Option<Relation> {
    if date.weekday().to_monday_one_offset() == weekday {
        return Some(Relation::Agrees);
    }
    let same_week = days_between(date, document?).abs() < 7;
    same_week.then_some(Relation::Conflicts)
}

fn differ<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

fn days_between(a: civil::Date, b: civil::Date) -> i32 {
    (a - b).get_days()
}

/// Why a date cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// 31 April.
    NoSuchDay,
    /// The day exists and falls on weekday `real`, 1 (Monday) to 7.
    Weekday { date: civil::Date, real: i8 },
}
