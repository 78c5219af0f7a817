//! Figures as values: an interval, a bound, a unit, what is counted; and how two of them stand to each other.

use crate::language::Bound;
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
    pub unit: Unit,
    /// Width of the interval that the printed digits leave open.
    pub step: f64,
    /// "Dozens": an interval by nature.
    pub loose: bool,
    /// A difference, not a total: "a margin of 300 votes".
    pub difference: bool,
    /// Index of the word that names what is counted.
    pub noun: Option<usize>,
}

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    /// Things counted.
    Count,
    /// A place in a series.
    Ordinal,
    /// A share of a whole, in hundredths.
    Percent,
    /// A difference of two percentages.
    Points,
    /// Money by its sign.
    Money(&'static str),
    /// A measure by its dimension; the value is in the dimension's base unit.
    Measure(&'static str),
    /// A result of two numbers; `low` and `high` hold them in order.
    Score,
    /// A person's age in years.
    Age,
}

/// How a draft's figure stands to a source's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The draft's value follows from the source's.
    Agrees,
    /// The source gives a bound, the draft prints its value as exact (N3).
    BoundLost,
    /// The draft is more precise than the source (N4), yet not against it.
    FalsePrecision,
    /// The two cannot both be right.
    Conflicts,
}

impl Figure {
    /// How this figure of a draft stands to `source`; `None` when they measure different things.
    pub fn against(&self, source: &Self) -> Option<Relation> {
        if self.unit != source.unit || self.difference != source.difference {
            return None;
        }
        if self.unit == Unit::Score {
            let same = self.low == source.low && self.high == source.high;
            return Some(if same { Relation::Agrees } else { Relation::Conflicts });
        }
        let (low, high) = self.meant();
        let (source_low, source_high) = source.meant();
        let overlap = low.max(source_low) <= low_tolerance(high.min(source_high));
        // "Hundreds" against "more than 20": true, and says nothing.
        if overlap && (self.loose && source.is_open() || source.loose && self.is_open()) {
            return None;
        }
        if self.loose || source.loose {
            return Some(if overlap { Relation::Agrees } else { Relation::Conflicts });
        }
        if self.bound == source.bound && self.low == source.low && self.high == source.high {
            return Some(Relation::Agrees);
        }
        // "6 to 12": each value between the ends is compatible with the range.
        if source.low < source.high && self.is_exact() && overlap {
            return Some(if self.low == source.low && self.high == source.high { Relation::Agrees } else { Relation::FalsePrecision });
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
        self.low == other.low && self.is_lower_bound() != other.is_lower_bound() && self.is_open() && other.is_open()
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

    /// The values this figure admits: bounds, approximation (N3) and printed precision (N4) taken into account.
    fn meant(&self) -> (f64, f64) {
        let half = self.step / 2.0;
        match self.bound {
            Bound::Exact => (self.low - half, self.high + half),
            Bound::About => (self.low - (self.low.abs() * ABOUT).max(half), self.high + (self.high.abs() * ABOUT).max(half)),
            Bound::AtLeast => (self.low, f64::INFINITY),
            Bound::MoreThan => (self.low + self.low.abs() * 1e-9 + 1e-9, f64::INFINITY),
            Bound::AtMost => (f64::NEG_INFINITY, self.high),
            Bound::LessThan => (f64::NEG_INFINITY, self.high - self.high.abs() * 1e-9 - 1e-9),
            Bound::Nearly => (self.low - (self.low.abs() * ABOUT).max(half), self.high),
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

/// Floating-point room for values that were multiplied by conversion factors.
fn low_tolerance(value: f64) -> f64 {
    value + value.abs() * 1e-9 + 1e-9
}

/// "More than 100" follows from "more than 120"; below this share of the source's own bound it is another bound.
const SAME_BOUND: f64 = 0.75;

/// What "about" and "nearly" allow (rules.md N3, N4).
const ABOUT: f64 = 0.10;

/// Dimension and factor to its base unit of a unit symbol (SI and NIST SP 811, appendix B).
pub fn measure(unit: &str) -> Option<(&'static str, f64)> {
    Some(match unit {
        "mm" => ("length", 0.001),
        "cm" => ("length", 0.01),
        "m" => ("length", 1.0),
        "km" => ("length", 1000.0),
        "in" => ("length", 0.0254),
        "ft" => ("length", 0.3048),
        "yd" => ("length", 0.9144),
        "mi" => ("length", 1609.344),
        "g" => ("mass", 0.001),
        "kg" => ("mass", 1.0),
        "t" => ("mass", 1000.0),
        "ton" => ("ton", 1.0),
        "lb" => ("pound", 1.0),
        "oz" => ("mass", 0.028_349_523_125),
        "ha" => ("area", 10_000.0),
        "ac" => ("area", 4_046.856_422_4),
        "l" => ("volume", 1.0),
        "gal" => ("gallon", 1.0),
        "bbl" => ("barrel", 1.0),
        "kn" => ("speed", 1.852),
        "kmh" => ("speed", 1.0),
        "mph" => ("speed", 1.609_344),
        "s" => ("time", 1.0),
        "min" => ("time", 60.0),
        "h" => ("time", 3_600.0),
        "d" => ("days", 1.0),
        "wk" => ("days", 7.0),
        "mo" => ("months", 1.0),
        "y" => ("months", 12.0),
        "MW" => ("power", 1.0),
        "MWh" => ("energy", 1.0),
        _ => return None,
    })
}
