//! Lemmas: a rule that changes a form's ends, found by its tag and the longest ending that is known.

use crate::prose::syntax::features::{finish, mix, of_chars};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// What makes a form, in lower case, a lemma.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq, Ord, PartialOrd, Deserialize, Serialize)]
pub struct Rule {
    /// Letters taken off the front, and those put there.
    cut_front: u8,
    front: String,
    /// Letters taken off the end, and those put there.
    cut_end: u8,
    end: String,
    case: Case,
}

#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Ord, PartialOrd, Deserialize, Serialize)]
enum Case {
    #[default]
    Lower,
    /// The first letter is upper case.
    Title,
    /// As the form is written.
    Kept,
}

impl Rule {
    /// The rule that makes `lemma` of `form`, around the longest run of letters that both share.
    pub fn between(form: &str, lemma: &str) -> Self {
        let (from, to): (Vec<char>, Vec<char>) = (lower(form), lower(lemma));
        let (mut best, mut at) = (0, (0, 0));
        for start in 0..from.len() {
            for other in 0..to.len() {
                let length = from[start..].iter().zip(&to[other..]).take_while(|(a, b)| a == b).count();
                if length > best {
                    (best, at) = (length, (start, other));
                }
            }
        }
        let case = if lemma == lower(lemma).iter().collect::<String>() {
            Case::Lower
        } else if lemma.chars().skip(1).all(|c| !c.is_uppercase()) {
            Case::Title
        } else {
            Case::Kept
        };
        if best == 0 {
            let cut = u8::try_from(from.len()).unwrap_or(u8::MAX);
            return Self { cut_front: cut, front: to.iter().collect(), cut_end: 0, end: String::new(), case };
        }
        Self {
            cut_front: u8::try_from(at.0).unwrap_or(u8::MAX),
            front: to[..at.1].iter().collect(),
            cut_end: u8::try_from(from.len() - at.0 - best).unwrap_or(u8::MAX),
            end: to[at.1 + best..].iter().collect(),
            case,
        }
    }

    /// The lemma of `form`; the form itself where it is too short for the rule.
    pub fn apply(&self, form: &str) -> String {
        let letters: Vec<char> = if self.case == Case::Kept { form.chars().collect() } else { lower(form) };
        let (front, end) = (usize::from(self.cut_front), usize::from(self.cut_end));
        if front + end > letters.len() {
            return letters.into_iter().collect();
        }
        let middle = letters[front..letters.len() - end].iter();
        let made: String = self.front.chars().chain(middle.copied()).chain(self.end.chars()).collect();
        match (self.case, made.chars().next()) {
            (Case::Title, Some(first)) => first.to_uppercase().chain(made.chars().skip(1)).collect(),
            _ => made,
        }
    }
}

fn lower(text: &str) -> Vec<char> {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// Rules by tag and ending.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Lemmas {
    rules: Vec<Rule>,
    /// Keys in rising order, and for each the number of its rule.
    #[serde(with = "crate::prose::syntax::packed_bytes")]
    keys: Vec<u8>,
    numbers: Vec<u16>,
}

/// Lemmas opened for use.
#[derive(Debug, Default)]
pub struct OpenLemmas {
    rules: Vec<Rule>,
    by_key: FxHashMap<u32, u16>,
}

/// Endings looked at; a form of fewer letters is also known whole.
const LONGEST_ENDING: usize = 9;

impl Lemmas {
    /// Learns from forms with their part of speech and lemma, each with its weight. An ending has a rule of
    /// its own only where the shorter one would get it wrong.
    pub fn learn(examples: &[(String, u8, String, u32)]) -> Self {
        let mut votes: Vec<FxHashMap<u32, FxHashMap<Rule, u32>>> =
            vec![FxHashMap::default(); LONGEST_ENDING + 2];
        let rules: Vec<Rule> =
            examples.iter().map(|(form, _, lemma, _)| Rule::between(form, lemma)).collect();
        for ((form, upos, _, weight), rule) in examples.iter().zip(&rules) {
            for (depth, key) in keys(form, *upos).into_iter().enumerate() {
                *votes[depth].entry(key).or_default().entry(rule.clone()).or_default() += weight;
            }
        }
        let mut chosen: FxHashMap<u32, Rule> = FxHashMap::default();
        let best = |votes: &FxHashMap<Rule, u32>| {
            let mut ranked: Vec<(&Rule, &u32)> = votes.iter().collect();
            ranked.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
            ranked.first().map(|(rule, count)| ((*rule).clone(), **count))
        };
        // From the shortest ending to the whole form: what the shorter one already says is left out.
        let mut spoken: FxHashMap<u32, Rule> = FxHashMap::default();
        for (depth, votes_of_depth) in votes.iter().enumerate() {
            let mut wanted: Vec<(&str, u8)> =
                examples.iter().map(|(form, upos, _, _)| (form.as_str(), *upos)).collect();
            wanted.sort_unstable();
            wanted.dedup();
            for (form, upos) in wanted {
                let all = keys(form, upos);
                let Some(key) = all.get(depth) else { continue };
                if spoken.contains_key(key) {
                    continue;
                }
                let Some((rule, _)) = votes_of_depth.get(key).and_then(best) else { continue };
                let shorter = all[..depth].iter().rev().find_map(|key| spoken.get(key));
                if shorter != Some(&rule) {
                    chosen.insert(*key, rule.clone());
                }
                spoken.insert(*key, rule);
            }
        }
        let mut table: Vec<Rule> = chosen.values().cloned().collect();
        table.sort();
        table.dedup();
        table.truncate(usize::from(u16::MAX));
        let number: FxHashMap<&Rule, u16> = table.iter().zip(0..).collect();
        let mut sorted: Vec<(u32, u16)> =
            chosen.iter().filter_map(|(key, rule)| number.get(rule).map(|number| (*key, *number))).collect();
        sorted.sort_unstable();
        let mut packed = Vec::new();
        let mut before = 0;
        for (key, _) in &sorted {
            crate::prose::syntax::weights::varint(key - before, &mut packed);
            before = *key;
        }
        Self { rules: table, keys: packed, numbers: sorted.into_iter().map(|(_, number)| number).collect() }
    }

    /// Opens the rules for use.
    pub fn open(&self) -> OpenLemmas {
        let mut bytes = self.keys.iter().copied();
        let mut key = 0u32;
        let mut by_key = FxHashMap::with_capacity_and_hasher(self.numbers.len(), rustc_hash::FxBuildHasher);
        for number in &self.numbers {
            let Some(step) = crate::prose::syntax::weights::read_varint(&mut bytes) else { break };
            key = key.wrapping_add(step);
            by_key.insert(key, *number);
        }
        OpenLemmas { rules: self.rules.clone(), by_key }
    }
}

impl OpenLemmas {
    /// The lemma of a form with its part of speech.
    pub fn lemma(&self, form: &str, upos: u8) -> String {
        let known = keys(form, upos).into_iter().rev().find_map(|key| self.by_key.get(&key));
        known
            .and_then(|number| self.rules.get(usize::from(*number)))
            .map_or_else(|| form.to_owned(), |rule| rule.apply(form))
    }
}

/// The keys of a form, from no ending at all to the whole form.
fn keys(form: &str, upos: u8) -> Vec<u32> {
    let letters = lower(form);
    let longest = letters.len().min(LONGEST_ENDING);
    let ending = |n: usize| of_chars(letters[letters.len() - n..].iter().copied());
    let short = |number: u64, whole: u64| (finish(mix(mix(number, u64::from(upos)), whole)) >> 32) as u32;
    let mut keys: Vec<u32> = (0..=longest).map(|n| short(ending(n), 0)).collect();
    keys.push(short(ending(letters.len()), 1));
    keys
}
