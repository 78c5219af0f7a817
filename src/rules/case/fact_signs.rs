//! Whether a sentence tells a fact: its signs, counted and weighed on a card (docs/conventions.md, 3.7).

use crate::language::{Class, Lexicon};
use crate::prose::Reading;
use crate::prose::figures::{Figure, Unit};
use crate::prose::words::Word;
use crate::rules::case::exempt::Exempt;
use crate::rules::case::thresholds;

/// A sentence as its signs are counted.
pub(super) struct Signs<'a> {
    pub reading: &'a Reading,
    pub lexicon: &'a Lexicon,
    /// Whether a word is the writer's own, outside quotation marks.
    pub own: &'a dyn Fn(&Word) -> bool,
    /// Words or two in quotation marks that quote nobody.
    pub scare: usize,
}

/// What a sign is made of.
#[derive(Clone, Copy)]
enum Sign {
    Class(Class),
    /// Measures, money, shares, and counts that nobody keeps on his fingers.
    Measure,
    /// Other counts from two up.
    Count,
    Date,
    Name,
    /// Forms of the past.
    Past,
    /// Words of speech and of records.
    Source,
    /// An expression kept at arm's length by quotation marks.
    Scare,
    /// A word that leads on, at the start.
    Lead,
    /// The writer alone.
    Writer,
    /// Fewer words than this.
    Short(usize),
}

/// A sign, what each of it tells for a fact (below zero: against one), how many of it count, and what it
/// makes of a sentence where it tells most against. Weights of a logistic regression, times ten, on 1,955
/// sentences of debates and 489 of news and comment labelled by hand, each kind weighing the same; by
/// five-fold cross-validation F1 0.72 and balanced accuracy 0.80.
const CARD: &[(Sign, i32, i32, Exempt)] = &[
    (Sign::Measure, 19, 2, Exempt::NoFact),
    (Sign::Date, 11, 2, Exempt::NoFact),
    (Sign::Source, 9, 2, Exempt::NoFact),
    (Sign::Count, 7, 1, Exempt::NoFact),
    (Sign::Class(Class::Law), 5, 2, Exempt::NoFact),
    (Sign::Past, 4, 3, Exempt::NoFact),
    (Sign::Class(Class::Comparison), 4, 2, Exempt::NoFact),
    (Sign::Class(Class::Time), 4, 1, Exempt::NoFact),
    (Sign::Name, 2, 4, Exempt::NoFact),
    (Sign::Lead, -2, 1, Exempt::NoFact),
    (Sign::Short(8), -2, 1, Exempt::NoFact),
    (Sign::Short(14), -4, 1, Exempt::NoFact),
    (Sign::Class(Class::Wondering), -3, 1, Exempt::Opinion),
    (Sign::Writer, -3, 2, Exempt::FirstPerson),
    (Sign::Class(Class::State), -5, 1, Exempt::NoFact),
    (Sign::Class(Class::Mind), -5, 2, Exempt::Opinion),
    (Sign::Class(Class::Future), -6, 2, Exempt::Prediction),
    (Sign::Class(Class::Duty), -7, 2, Exempt::Advice),
    (Sign::Class(Class::Booster), -7, 3, Exempt::Opinion),
    (Sign::Class(Class::Judgement), -8, 2, Exempt::Opinion),
    (Sign::Class(Class::Wish), -8, 1, Exempt::Advice),
    (Sign::Scare, -9, 1, Exempt::Opinion),
];

/// Points from which a sentence with any sign of a view is a claim, and one without: in doubt it is one.
const CLAIM: i32 = 3;
const PLAIN_CLAIM: i32 = -2;

impl Signs<'_> {
    /// Why the sentence tells no fact that needs a source, if it tells none.
    pub(super) fn no_fact(&self) -> Option<Exempt> {
        // A figure, a name and an act: whatever view goes with it.
        let is_dated = self.count(Sign::Measure) + self.count(Sign::Count) + self.count(Sign::Date) > 0;
        if is_dated && self.count(Sign::Name) > 0 && self.count(Sign::Past) > 0 {
            return None;
        }
        // That somebody by name says it has a source, whatever it is; and so have the plans of those who are
        // named, where nobody weighs them.
        let views =
            [Class::Judgement, Class::Booster, Class::Duty, Class::Wish, Class::Mind, Class::Wondering];
        let is_view = || views.iter().any(|class| self.count(Sign::Class(*class)) > 0);
        let is_told = self.count(Sign::Name) > 0 && self.count(Sign::Source) > 0;
        let is_planned =
            || self.count(Sign::Name) > 1 && self.count(Sign::Class(Class::Future)) > 0 && !is_view();
        if self.count(Sign::Writer) == 0 && (is_told || is_planned()) {
            return None;
        }
        let told: Vec<(i32, Exempt)> = CARD
            .iter()
            .map(|(sign, points, most, reason)| {
                (points * i32::try_from(self.count(*sign)).unwrap_or(*most).min(*most), *reason)
            })
            .collect();
        // "The busiest port in Sweden" (N11).
        if self.count(Sign::Name) > 0 && self.words().any(|word| self.is_superlative(word)) {
            return None;
        }
        // "We walked along the pier": the writer was there.
        let witnessed =
            self.words().next().is_some_and(|word| self.lexicon.is(&word.fold, Class::FirstPerson));
        if witnessed && !is_dated && self.count(Sign::Name) + self.count(Sign::Source) == 0 {
            return Some(Exempt::FirstPerson);
        }
        let against = |reason: Exempt| {
            told.iter().filter(|(_, of)| *of == reason).map(|(points, _)| points).sum::<i32>()
        };
        let views = [Exempt::Opinion, Exempt::Advice, Exempt::Prediction, Exempt::FirstPerson];
        let view = views.into_iter().filter(|view| against(*view) < 0).min_by_key(|view| against(*view));
        let least = if view.is_some() { CLAIM } else { PLAIN_CLAIM };
        let points: i32 = told.iter().map(|(points, _)| points).sum();
        (points < least).then_some(view.unwrap_or(Exempt::NoFact))
    }

    fn count(&self, sign: Sign) -> usize {
        let words = || self.words();
        // "Unfortunately, the port was fined": the first word is the writer's, the rest is told.
        let is_aside = |n: usize| n == 0 && self.count_past() > 0;
        let of = |class: Class| {
            let counts = |(n, word): &(usize, &Word)| {
                self.lexicon.is(&word.fold, class) && !(class == Class::Booster && is_aside(*n))
            };
            words().enumerate().filter(counts).count()
        };
        let figures = |counts: &dyn Fn(&Figure) -> bool| {
            self.reading.figures().iter().filter(|figure| counts(figure)).count()
        };
        let is_few = |figure: &Figure| {
            figure.low < thresholds::MANY && matches!(figure.unit, Unit::Count | Unit::Ordinal | Unit::Label)
        };
        match sign {
            Sign::Class(class) => of(class),
            Sign::Measure => figures(&|figure| !is_few(figure)),
            Sign::Count => {
                figures(&|figure| is_few(figure) && figure.unit == Unit::Count && figure.low >= 2.0)
            }
            Sign::Date => self.reading.dates().len(),
            // Where every noun has a capital, a capital tells no name.
            Sign::Name if self.lexicon.language.capital_nouns => 0,
            Sign::Name => self
                .reading
                .names()
                .iter()
                .filter(|name| name.words.start > 0 || name.words.len() > 1)
                .count(),
            Sign::Past => self.count_past(),
            Sign::Source => words()
                .filter(|word| {
                    self.lexicon.is(&word.fold, Class::Record) || self.lexicon.is(&word.fold, Class::Speech)
                })
                .count(),
            Sign::Scare => self.scare,
            Sign::Lead => {
                words().next().filter(|word| self.lexicon.is(&word.fold, Class::Lead)).map_or(0, |_| 1)
            }
            Sign::Writer => of(Class::FirstPerson).saturating_sub(of(Class::Together)),
            Sign::Short(most) => usize::from(words().count() < most),
        }
    }

    fn words(&self) -> impl Iterator<Item = &Word> {
        self.reading.words.iter().filter(|word| !word.sign && (self.own)(word))
    }

    fn count_past(&self) -> usize {
        self.words().filter(|word| self.is_past(word)).count()
    }

    fn is_superlative(&self, word: &Word) -> bool {
        let ending = self.lexicon.language.checkworthiness.superlative_ending;
        !ending.is_empty()
            && !word.capital
            && word.fold.len() > ending.len() + 1
            && word.fold.ends_with(ending)
    }

    fn is_past(&self, word: &Word) -> bool {
        let ending = self.lexicon.language.checkworthiness.past_ending;
        let ends = || !word.capital && word.fold.len() > ending.len() + 2 && word.fold.ends_with(ending);
        self.lexicon.is(&word.fold, Class::Past) || ends()
    }
}
