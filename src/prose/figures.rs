//! Figures as values: an interval, a bound, a unit, what is counted; and how two of them stand to each other.

mod measures;
mod numbers;
pub(super) mod reader;
mod shares;

use crate::language::Bound;
use crate::prose::values::Relation;
use crate::text::Span;
use std::ops::Range;

/// A quantity as a text gives it.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Indices into the sentence's words: number, sign, magnitude and unit.
    pub words: Range<usize>,
    /// The same in bytes of the sentence.
    pub span: Span,
    /// Least and greatest value meant, in the unit's base; equal for a plain number.
    pub low: f64,
    pub high: f64,
    pub bound: Bound,
    /// How many words before the figure say so.
    pub bound_words: usize,
    /// One magnitude stands for both ends: "$26 to $31 million" (N2).
    pub shares_magnitude: bool,
    pub unit: Unit,
    /// Width of the interval that the printed digits leave open.
    pub step: f64,
    /// "Dozens": an interval by nature.
    pub loose: bool,
    /// Its part in a change, if it is one.
    pub course: Course,
    /// Symbol of the unit of time that it is a rate of, and the index behind it: "40 a day".
    pub per: Option<(&'static str, usize)>,
    /// Index of the word that names what is counted.
    pub noun: Option<usize>,
}

/// Which part of a change a figure gives: "rose by 2 from 26 to 28".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// None: a state, or the end of a change.
    Level,
    From,
    To,
    /// The difference itself: "by 2", "a margin of 300 votes".
    By,
}

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    /// Things counted.
    Count,
    /// A place in a series.
    Ordinal,
    /// A name in digits: "season 2", "Boeing 737".
    Label,
    /// A share of a whole, in hundredths.
    Percent,
    /// A difference of two percentages.
    Points,
    /// Money by its sign.
    Money(&'static str),
    /// A measure by its dimension; the value is in the dimension's base unit.
    Measure(&'static str),
    /// A mark out of so many: "8.6 out of 10".
    OutOf(u16),
    /// A result of two numbers; `low` and `high` hold them in order.
    Score,
    /// A person's age in years.
    Age,
}

impl Figure {
    /// How this figure of a draft stands to `source`; `None` when they measure different things.
    pub fn against(&self, source: &Self) -> Option<Relation> {
        self.against_within(source, ABOUT)
    }

    /// The same where "about" allows the share `about` of a number.
    pub fn against_within(&self, source: &Self, about: f64) -> Option<Relation> {
        if let (Unit::Money(_), Unit::Money(_)) = (self.unit, source.unit)
            && self.unit != source.unit
        {
            // Cents are of every money that has them.
            let cents = [self.unit, source.unit].contains(&Unit::Money(CENTS));
            return if cents { self.as_values(source, about) } else { Some(Relation::OtherCurrency) };
        }
        // Two points and two per cent are different changes (N5).
        let hundredths = |unit| matches!(unit, Unit::Percent | Unit::Points);
        if self.unit != source.unit && hundredths(self.unit) && hundredths(source.unit) {
            let one_change =
                self.course == Course::By && source.course == Course::By && self.low == source.low;
            return one_change.then_some(Relation::Conflicts);
        }
        if let (Unit::Label, Unit::Count) | (Unit::Count, Unit::Label) = (self.unit, source.unit) {
            return (self.low == source.low).then_some(Relation::Agrees);
        }
        if self.unit != source.unit {
            return None;
        }
        let relation = self.as_values(source, about)?;
        // The start of a change, or the difference, is no level; a level may be said anywhere.
        let comparable = match (self.course, source.course) {
            (Course::Level, Course::To) | (Course::To, Course::Level) => true,
            (Course::Level, Course::From) | (Course::From, Course::Level) => relation == Relation::Agrees,
            // "To 15 percent" for "by 15 percent".
            (Course::To, Course::By) | (Course::By, Course::To) if self.low == source.low => {
                return Some(Relation::Conflicts);
            }
            (a, b) => a == b,
        };
        let per_days = |figure: &Self| figure.per.and_then(|(unit, _)| days(unit));
        match (per_days(self), per_days(source)) {
            (Some(own), Some(theirs)) if own != theirs => {
                let same = (self.low / own) / (source.low / theirs);
                let agrees = (1.0 - RATE_ROUNDING..=1.0 + RATE_ROUNDING).contains(&same);
                Some(if agrees { Relation::Agrees } else { Relation::Conflicts })
            }
            // A sum without its time may be of another time.
            (Some(_), None) | (None, Some(_)) => {
                (comparable && relation == Relation::Agrees).then_some(relation)
            }
            _ => comparable.then_some(relation),
        }
    }

    /// The same for values of one unit.
    fn as_values(&self, source: &Self, about: f64) -> Option<Relation> {
        if self.unit == Unit::Score {
            let same = self.low == source.low && self.high == source.high;
            return Some(if same { Relation::Agrees } else { Relation::Conflicts });
        }
        let (low, high) = self.meant(about);
        let (source_low, source_high) = source.meant(about);
        let overlap = low.max(source_low) <= low_tolerance(high.min(source_high));
        // "Hundreds" against "more than 20": true, and says nothing.
        if overlap && (self.loose && source.is_open() || source.loose && self.is_open()) {
            return None;
        }
        // "Dozens" ends where "hundreds" begins.
        let meet = self.loose && source.loose && (self.low >= source.high || source.low >= self.high);
        let overlap = overlap && !meet;
        if self.loose || source.loose {
            return Some(if overlap { Relation::Agrees } else { Relation::Conflicts });
        }
        if self.bound == source.bound && self.low == source.low && self.high == source.high {
            return Some(Relation::Agrees);
        }
        // "Weeks 15 to 17" are not "weeks 16 to 17".
        let open = self.step.max(source.step);
        let apart = (self.low - source.low).abs().max((self.high - source.high).abs()) >= open;
        if self.is_exact() && source.is_exact() && self.low < self.high && source.low < source.high && apart {
            return Some(Relation::Conflicts);
        }
        // "6 to 12": each value between the ends is compatible with the range.
        if source.low < source.high && self.is_exact() && overlap {
            return Some(if self.low == source.low && self.high == source.high {
                Relation::Agrees
            } else {
                Relation::FalsePrecision
            });
        }
        // "Up to 250 km/h", "up to 155 mph".
        if self.same_side(source) && (self.low - source.low).abs() <= self.step.max(source.step) / 2.0 {
            return Some(Relation::Agrees);
        }
        if self.same_side(source) && self.low < source.low * SAME_BOUND {
            return Some(Relation::Conflicts);
        }
        let inside = low <= low_tolerance(source.floor()) && source.ceiling() <= low_tolerance(high);
        Some(match (self.is_exact(), source.is_exact()) {
            _ if inside => Relation::Agrees,
            (true, true) if overlap && self.step < source.step => Relation::FalsePrecision,
            (true, true) => Relation::Conflicts,
            (true, false) if self.low == source.low && self.high == source.high => match source.bound {
                Bound::About => Relation::FalsePrecision,
                _ => Relation::BoundLost,
            },
            (true, false) if overlap => Relation::FalsePrecision,
            (false, false) if self.is_reversed(source) => Relation::Conflicts,
            (false, _) if overlap && !self.same_side(source) => Relation::FalsePrecision,
            _ => Relation::Conflicts,
        })
    }

    fn is_exact(&self) -> bool {
        self.bound == Bound::Exact && !self.loose
    }

    /// At least 40 against up to 40.
    fn is_reversed(&self, other: &Self) -> bool {
        self.low == other.low
            && self.is_lower_bound() != other.is_lower_bound()
            && self.is_open()
            && other.is_open()
    }

    /// Whether it admits values far from its number.
    pub fn is_wide(&self) -> bool {
        self.is_open() || self.loose
    }

    /// Both say "or more", or both "or less": then a different number is a different statement.
    fn same_side(&self, other: &Self) -> bool {
        self.is_open() && other.is_open() && self.is_lower_bound() == other.is_lower_bound()
    }

    fn is_lower_bound(&self) -> bool {
        matches!(self.bound, Bound::AtLeast | Bound::MoreThan)
    }

    fn is_open(&self) -> bool {
        self.is_lower_bound() || matches!(self.bound, Bound::AtMost | Bound::LessThan)
    }

    /// The values this figure admits: bounds, approximation (N3) and printed precision (N4) taken into
    /// account.
    fn meant(&self, about: f64) -> (f64, f64) {
        let half = self.step / 2.0;
        match self.bound {
            Bound::Exact => (self.low - half, self.high + half),
            Bound::About => (
                self.low - (self.low.abs() * about).max(half),
                self.high + (self.high.abs() * about).max(half),
            ),
            Bound::AtLeast => (self.low, f64::INFINITY),
            Bound::MoreThan => (self.low + strictly(self.low), f64::INFINITY),
            Bound::AtMost => (f64::NEG_INFINITY, self.high),
            Bound::LessThan => (f64::NEG_INFINITY, self.high - strictly(self.high)),
            Bound::Nearly => (self.low - (self.low.abs() * about).max(half), self.high),
        }
    }

    /// The least value a source's figure certainly gives: its own number, open only where a bound opens it.
    fn floor(&self) -> f64 {
        if matches!(self.bound, Bound::AtMost | Bound::LessThan) { f64::NEG_INFINITY } else { self.low }
    }

    fn ceiling(&self) -> f64 {
        if self.is_lower_bound() { f64::INFINITY } else { self.high }
    }

    /// The slip that would explain the difference, for the message (N10).
    pub fn slip(&self, source: &Self) -> Option<&'static str> {
        match (self.unit, source.unit) {
            (Unit::Percent, Unit::Points) => return Some("per cent for percentage points"),
            (Unit::Points, Unit::Percent) => return Some("percentage points for per cent"),
            _ if self.course != source.course && self.course == Course::By => {
                return Some("the size of the change for its end");
            }
            _ if self.course != source.course && source.course == Course::By => {
                return Some("the end of the change for its size");
            }
            _ => {}
        }
        let ratio = self.low / source.low;
        let near = |factor: f64| (ratio / factor - 1.0).abs() < 1e-6;
        let digits = |value: f64| {
            let mut digits: Vec<char> = format!("{value}").chars().filter(char::is_ascii_digit).collect();
            digits.sort_unstable();
            digits
        };
        if near(1e3) || near(1e-3) || near(1e6) || near(1e-6) {
            Some("a thousand, a million or a billion out")
        } else if near(10.0) || near(0.1) {
            Some("a factor of ten out")
        } else if self.low >= 10.0 && self.low != source.low && digits(self.low) == digits(source.low) {
            Some("two digits changed places")
        } else {
            None
        }
    }
}

/// The sign of hundredths of a dollar, a euro and others.
pub const CENTS: &str = "¢";

/// What lies between a value and the least value beyond it: well above the room for rounding errors.
fn strictly(value: f64) -> f64 {
    value.abs() * 1e-7 + 1e-7
}

/// Days in a unit of time.
fn days(unit: &str) -> Option<f64> {
    Some(match unit {
        "s" => 1.0 / 86_400.0,
        "min" => 1.0 / 1_440.0,
        "h" => 1.0 / 24.0,
        "d" => 1.0,
        "wk" => 7.0,
        "mo" => 30.44,
        "y" => 365.25,
        _ => return None,
    })
}

/// "40 a day" and "1,200 a month".
const RATE_ROUNDING: f64 = 0.05;

/// Floating-point room for values that were multiplied by conversion factors.
fn low_tolerance(value: f64) -> f64 {
    value + value.abs() * 1e-9 + 1e-9
}

/// "More than 100" follows from "more than 120"; below this share of the source's own bound it is another
/// bound.
const SAME_BOUND: f64 = 0.75;

/// What "about" and "nearly" allow where the settings say nothing (docs/conventions.md, N3, N4).
pub const ABOUT: f64 = 0.10;
