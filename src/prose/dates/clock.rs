//! Times of day: "11.42 p.m.", "7pm", "19.30 Uhr", "14:00 GMT".

use crate::language::anywhere::zone;
use crate::prose::dates::Date;
use crate::prose::words::Reader;

impl Reader<'_> {
    /// "Half past four", "a quarter to five": which half of the day stays open.
    fn spoken_time(&self, at: usize) -> Option<(Date, usize)> {
        let counting = &self.lexicon.language.counting;
        let minutes = if counting.halves.contains(&self.fold(at)) {
            30
        } else {
            self.lexicon.fraction(self.fold(at)).filter(|part| *part == 0.25).map(|_| 15)?
        };
        let hour = self
            .cardinal(self.fold(at + 2))
            .filter(|hour| (1.0..=12.0).contains(hour) && hour.fract() == 0.0)?;
        #[expect(clippy::cast_possible_truncation, reason = "1 to 12")]
        let hour = hour as i16 * 60;
        let time = match self.fold(at + 1) {
            word if counting.past.contains(&word) => hour + minutes,
            word if counting.till.contains(&word) => hour - minutes,
            _ => return None,
        };
        Some((Date { time: Some(time), half_open: true, ..Date::default() }, at + 3))
    }

    pub(super) fn time(&self, at: usize) -> Option<(Date, usize)> {
        if let Some(spoken) = self.spoken_time(at) {
            return Some(spoken);
        }
        let word = self.words.get(at).filter(|word| word.numeric)?;
        let colon = self.gap(at) == ":"
            && self.words.get(at + 1).is_some_and(|next| next.numeric && minutes(&next.fold).0.len() == 2);
        let last = at + usize::from(colon);
        // "7pm": the half of the day clings to the number.
        let (digits, clung) = minutes(self.fold(last));
        let (hour, minute): (i16, i16) = if colon {
            (word.fold.parse().ok()?, digits.parse().ok()?)
        } else if let Some((hour, minute)) = digits.split_once('.').filter(|(_, minute)| minute.len() == 2) {
            (hour.parse().ok()?, minute.parse().ok()?)
        } else {
            (digits.parse().ok()?, 0)
        };
        let mark = if clung.is_empty() { self.fold(last + 1) } else { clung };
        let grammar = &self.lexicon.language.grammar;
        let clock_word = |mark: &str| {
            [grammar.before_noon, grammar.after_noon, grammar.o_clock]
                .iter()
                .any(|words| words.contains(&mark))
        };
        let half: i16 = match mark {
            mark if grammar.after_noon.contains(&mark) && hour < 12 => 720,
            mark if grammar.before_noon.contains(&mark) && hour == 12 => -720,
            mark if clock_word(mark) => 0,
            mark if grammar.hour_letter == Some(mark) => return self.lettered_time(last, hour),
            _ if zone(mark).is_some() => 0,
            _ if colon && hour < 24 => 0,
            _ => return None,
        };
        let marked = clung.is_empty() && clock_word(mark);
        let end = last + 1 + usize::from(marked);
        let zone = zone(self.fold(end));
        let time = hour * 60 + minute + half;
        fits(hour, minute)
            .then(|| (Date { time: Some(time), zone, ..Date::default() }, end + usize::from(zone.is_some())))
    }

    /// "19 h 30".
    fn lettered_time(&self, at: usize, hour: i16) -> Option<(Date, usize)> {
        let minute: Option<i16> = self
            .fold(at + 2)
            .parse()
            .ok()
            .filter(|minute| (0..60).contains(minute) && self.fold(at + 2).len() == 2);
        let date = Date { time: Some(hour * 60 + minute.unwrap_or(0)), ..Date::default() };
        fits(hour, 0).then(|| (date, at + 2 + usize::from(minute.is_some())))
    }
}

fn fits(hour: i16, minute: i16) -> bool {
    (0..24).contains(&hour) && (0..60).contains(&minute)
}

/// A number and the letters that cling to it.
fn minutes(word: &str) -> (&str, &str) {
    word.split_at(word.find(|c: char| c.is_alphabetic()).unwrap_or(word.len()))
}
