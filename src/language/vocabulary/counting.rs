//! The little words that numbers, figures and dates are built with, as data.

use crate::language::vocabulary::bound::Bound;

/// How a language counts, all in folded form.
#[derive(Debug)]
pub struct Counting {
    /// Before a magnitude or a fraction: "a hundred", "a third".
    pub articles: &'static [&'static str],
    /// Between the parts of a spelled number: "a hundred and five".
    pub and: &'static [&'static str],
    /// Behind a whole number: "two and a *half*", and before a whole: "*half* of the town".
    pub halves: &'static [&'static str],
    /// Between a share and its whole: "half *of*", "a third *of the*".
    pub of: &'static [&'static str],
    /// Between the two numbers of a share: "one *in* five".
    pub out_of: &'static [&'static str],
    /// Whether a number in words may be one word: einundzwanzig.
    pub compounds: bool,
    /// A score that a number before it multiplies: quatre-vingts.
    pub scores: &'static [&'static str],
    /// Before the first of two numbers of a range: "between", "from".
    pub range_openers: &'static [&'static str],
    /// Words of a range that need such an opener: "between 3 *and* 5".
    pub weak_joiners: &'static [&'static str],
    /// Before the start, the end and the size of a change: "rose *from* 3 *to* 5", "*by* 2".
    pub from: &'static [&'static str],
    pub to: &'static [&'static str],
    pub by: &'static [&'static str],
    /// Verbs and adverbs of change: "rose", "up".
    pub motions: &'static [&'static str],
    /// A change by a factor: the word, and the change in per cent: "doubled" is 100 more.
    pub multiples: &'static [(&'static str, f64)],
    /// Before the unit of a rate: "40 *per* hour", "$5 *a* day".
    pub per: &'static [&'static str],
    /// Before all parts of a whole: "12 sailors *made up of* …".
    pub made_of: &'static [&'static str],
    /// Before some parts of a whole: "*including* three children".
    pub among: &'static [&'static str],
    /// Before the year of a birth, and of a death.
    pub born: &'static [&'static str],
    pub died: &'static [&'static str],
    /// Before a number below zero.
    pub minus: &'static [&'static str],
    /// Before a decade of somebody's life: "in *his* 40s".
    pub possessives: &'static [&'static str],
    /// Between minutes and hour: "half *past* four", "a quarter *to* five".
    pub past: &'static [&'static str],
    pub till: &'static [&'static str],
    /// Before an age: "*aged* 43".
    pub aged: &'static [&'static str],
    /// Words that a number behind them only names: "season 2", "number 1".
    pub labels: &'static [&'static str],
    /// Nouns that every other noun of people may stand for: "people".
    pub people: &'static [&'static str],
    /// What a number is said to be after it: "12 *or more*".
    pub bounds_after: &'static [(&'static str, Bound)],
    /// Marks of the years before our era: "331 BC".
    pub before_era: &'static [&'static str],
    /// Before a day that a count holds on, and no event happens: "as of".
    pub as_of: &'static [&'static str],
    /// Before a date that something happened before, or after.
    pub before: &'static [&'static str],
    pub after: &'static [&'static str],
    /// Behind a span of time: "two weeks *ago*"; or before it: "*vor* zwei Wochen".
    pub ago: &'static [&'static str],
    /// Between a weekday and its date: "Dienstag, *dem* 16. Juni".
    pub day_articles: &'static [&'static str],
    /// Words that a number of the year follows: "in 1447".
    pub year_prepositions: &'static [&'static str],
}
