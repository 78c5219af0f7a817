//! Words of a passage that mean what words of a sentence mean, as far as a dictionary knows.

use crate::language::Kinship;
use crate::matching::Candidate;
use crate::matching::evidence::alignment::same;
use crate::matching::evidence::terms::Term;
use crate::matching::evidence::thresholds;
use crate::prose::Reading;
use crate::prose::syntax::Upos;
use crate::prose::words::Word;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Whether one of several words is a word, or may stand for it: "postponed" and "deferred", "debt" and "loan".
pub fn is_meant<'w>(word: &Word, others: impl Iterator<Item = &'w Word> + Clone, language: &str) -> bool {
    if others.clone().any(|other| same(word, other)) {
        return true;
    }
    if word.stop || word.sign || word.numeric {
        return false;
    }
    // Looked up once for all the others.
    let lexicon = crate::language::by_code(language).unwrap_or_else(crate::language::default);
    let mut kin = lexicon.kin(&word.stem).filter(|kin| kin.kinship != Kinship::Opposite);
    let tells = |other: &&Word| !other.stop && !other.numeric;
    let stems: Vec<&str> = others.filter(tells).map(|other| other.stem.as_str()).collect();
    kin.any(|kin| stems.contains(&kin.stem))
}

/// The same of one other word.
pub fn mean_alike(one: &Word, other: &Word, language: &str) -> bool {
    is_meant(one, std::iter::once(other), language)
}

/// The kin of a sentence's terms, looked up once for all passages.
pub(super) struct Kindred<'k> {
    language: &'static str,
    terms: usize,
    /// For each stem, the terms that it may stand for, and how much of each it carries.
    by_stem: FxHashMap<&'k str, Vec<(usize, f64)>>,
}

impl Kindred<'_> {
    pub(super) fn of(reading: &Reading, terms: &[Term]) -> Self {
        let mut by_stem: FxHashMap<&str, Vec<(usize, f64)>> = FxHashMap::default();
        let lexicon = crate::language::by_code(reading.language).unwrap_or_else(crate::language::default);
        // A name has no kin, and a figure is compared by its value.
        let has_kin = |term: &Term| {
            let word = &reading.words[term.word];
            let is_noun = || reading.tree().upos(term.word) == Some(Upos::Noun);
            !term.value && !word.numeric && (!word.capital || term.word == 0 || is_noun())
        };
        for (n, term) in terms.iter().enumerate().filter(|(_, term)| has_kin(term)) {
            for kin in lexicon.kin(&reading.words[term.word].stem) {
                let share = match kin.kinship {
                    Kinship::Alike | Kinship::Narrower => thresholds::ALIKE_IN_MEANING,
                    Kinship::Broader => thresholds::BROADER,
                    Kinship::Opposite => continue,
                };
                by_stem.entry(kin.stem).or_default().push((n, share));
            }
        }
        Self { language: reading.language, terms: terms.len(), by_stem }
    }

    /// How much of each term a passage's own words carry, 0 to 1.
    pub(super) fn carried(&self, candidate: &Candidate) -> Vec<f64> {
        let mut carried = vec![0.0; self.terms];
        self.add(candidate, &mut carried);
        carried
    }

    /// The same of any of several.
    pub(super) fn carried_by_any(&self, around: &[Arc<Candidate>]) -> Vec<f64> {
        let mut carried = vec![0.0; self.terms];
        for one in around {
            self.add(one, &mut carried);
        }
        carried
    }

    fn add(&self, candidate: &Candidate, carried: &mut [f64]) {
        if candidate.lexicon.language.code != self.language {
            return;
        }
        for word in candidate.reading.words.iter().filter(|word| !word.stop) {
            for (n, share) in self.by_stem.get(word.stem.as_str()).into_iter().flatten() {
                carried[*n] = share.max(carried[*n]);
            }
        }
    }
}
