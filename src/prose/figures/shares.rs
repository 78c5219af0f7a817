//! Figures without a number of their own: "dozens", "half of", "one in five", "doubled", "in his 40s"
//! (docs/conventions.md, N1, N5).

use crate::language::Bound;
use crate::prose::figures::{Course, Figure, Unit};
use crate::prose::words::Reader;

impl Reader<'_> {
    /// "dozens of", "several thousand", "in his 40s".
    pub(super) fn loose(&self, at: usize) -> Option<Figure> {
        if let Some(decade) = self.decade_of_life(at) {
            return Some(decade);
        }
        let (mut low, mut high) = self.lexicon.loose(self.fold(at))?;
        let mut end = at + 1;
        if low < 10.0 {
            let factor = self.lexicon.magnitude(self.fold(end))?;
            (low, high, end) = (low.min(2.0) * factor, high * factor, end + 1);
        }
        let of = |at: usize| self.lexicon.language.counting.of.contains(&self.fold(at));
        if of(end)
            && let Some((_, upper)) = self.lexicon.loose(self.fold(end + 1)).filter(|_| low >= 10.0)
        {
            // "hundreds of thousands"
            (low, high, end) = (low * 1000.0, upper.max(high * 1000.0), end + 2);
        }
        Some(Figure {
            loose: true,
            bound: Bound::Exact,
            ..self.finish(at, end, (low, high, 0.0), Unit::Count)
        })
    }

    fn decade_of_life(&self, at: usize) -> Option<Figure> {
        let whose = self.fold(at.checked_sub(1)?);
        let possessive = self.lexicon.language.counting.possessives.contains(&whose);
        let word = self.words.get(at).filter(|word| word.numeric && possessive)?;
        let age: f64 = word
            .fold
            .strip_suffix('s')?
            .parse()
            .ok()
            .filter(|age| (20.0..=100.0).contains(age) && age % 10.0 == 0.0)?;
        Some(Figure {
            loose: true,
            bound: Bound::Exact,
            ..self.finish(at, at + 1, (age, age + 9.0, 0.0), Unit::Age)
        })
    }

    /// "half of", "two-thirds", "a quarter", "one in five": a share as a percentage.
    pub(super) fn share(&self, at: usize) -> Option<Figure> {
        let counting = &self.lexicon.language.counting;
        let of = |at: usize| counting.of.contains(&self.fold(at));
        let whole = |value: f64, end: usize| {
            self.finish(at, end, (value * 100.0, value * 100.0, SHARE_STEP), Unit::Percent)
        };
        if let Some((part, total, end)) = self.part_of_total(at).filter(|(part, total, _)| part < total) {
            // "One in five" rounds, "1 in 161,000" does not.
            let share = part / total * 100.0;
            let step = if self.words[at].numeric { share * ROUNDING } else { SHARE_STEP };
            return Some(self.finish(at, end, (share, share, step), Unit::Percent));
        }
        if counting.halves.contains(&self.fold(at)) {
            let magnitude = self
                .lexicon
                .magnitude(self.fold(at + 2))
                .filter(|_| counting.articles.contains(&self.fold(at + 1)));
            if let Some(magnitude) = magnitude {
                let value = magnitude / 2.0;
                return Some(self.finish(at, at + 3, (value, value, value / 5.0), Unit::Count));
            }
            return of(at + 1).then(|| whole(0.5, at + 1));
        }
        let article = counting.articles.contains(&self.fold(at)).then_some(1.0);
        let numerator = article.or_else(|| self.cardinal(self.fold(at)))?;
        let fraction =
            self.lexicon.fraction(self.fold(at + 1)).filter(|_| matches!(self.gap(at), " " | "-"))?;
        (of(at + 2) && numerator * fraction < 1.0).then(|| whole(numerator * fraction, at + 2))
    }

    /// "one in five", "two out of three".
    fn part_of_total(&self, at: usize) -> Option<(f64, f64, usize)> {
        let counting = &self.lexicon.language.counting;
        let one = counting
            .articles
            .contains(&self.fold(at))
            .then_some(1.0)
            .filter(|_| counting.articles.first() != Some(&"a"));
        let plain =
            |at: usize| self.number(at, false).filter(|number| !number.ordinal && number.unit.is_none());
        let (part, then) =
            plain(at).map(|number| (number.value, number.end)).or(one.map(|one| (one, at + 1)))?;
        // "One *worker* in three".
        let named = part == 1.0
            && self.words.get(then).is_some_and(|word| !word.stop && !word.numeric && !word.capital);
        let then = if named && counting.out_of.iter().any(|phrase| self.stands(then + 1, phrase)) {
            then + 1
        } else {
            then
        };
        let phrase = counting.out_of.iter().find(|phrase| self.stands(then, phrase))?;
        let total = plain(then + phrase.split(' ').count())?;
        // "10 in 2019", "12 in 40 minutes" are no shares.
        let is_share = part <= MOST_PARTS
            && part.fract() == 0.0
            && total.value > part
            && matches!(self.unit(total.end).0, Unit::Count);
        is_share.then_some((part, total.value, total.end))
    }

    /// "doubled": a change by a factor, in per cent.
    pub(super) fn multiple(&self, at: usize) -> Option<Figure> {
        let (_, change) =
            self.lexicon.language.counting.multiples.iter().find(|(word, _)| *word == self.fold(at))?;
        let change = change.abs();
        let figure = self.finish(at, at + 1, (change, change, MULTIPLE_STEP), Unit::Percent);
        Some(Figure { course: Course::By, noun: None, bound: self.bound(at), ..figure })
    }
}

/// "One in five", "nine out of ten": above that, the first number counts things.
const MOST_PARTS: f64 = 9.0;
/// A share in words is good to about this many percentage points: "a third" for 32 % is fair, for 28 % is
/// not.
const SHARE_STEP: f64 = 5.0;
/// The same, of its value, for a share in digits.
const ROUNDING: f64 = 0.1;
/// "Doubled" is fair for 95 % more, not for 80 %.
const MULTIPLE_STEP: f64 = 20.0;
