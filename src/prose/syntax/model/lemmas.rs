//! Lemmas: a rule that changes a form's ends, found by its tag and the longest ending that is known.

use crate::prose::syntax::model::features::{finish, mix};
use crate::prose::syntax::model::weights::{read_varint, varint};
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
        if best == 0 {
            at = (from.len(), to.len());
        }
        let count = |letters: usize| u8::try_from(letters).unwrap_or(u8::MAX);
        let mut rule = Self {
            cut_front: count(at.0),
            front: to[..at.1].iter().collect(),
            cut_end: count(from.len() - at.0 - best),
            end: to[at.1 + best..].iter().collect(),
            case: Case::Lower,
        };
        if lemma.chars().any(char::is_uppercase) {
            // As it is written, before a first capital: of unknown names some are acronyms, and some have capitals within.
            rule.case = Case::Kept;
            if rule.apply(form) != lemma {
                rule.case = Case::Title;
            }
        }
        rule
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
    #[serde(with = "crate::prose::syntax::model::packed_bytes")]
    keys: Vec<u8>,
    numbers: Vec<u16>,
}

/// Lemmas opened for use.
#[derive(Debug, Default)]
pub struct OpenLemmas {
    rules: Vec<Rule>,
    by_key: FxHashMap<u32, u16>,
}

/// Endings looked at; every form is also known whole.
const LONGEST_ENDING: usize = 9;

/// Endings of fewer letters must be seen in two forms to have a rule of their own: `Sept.` says nothing of other words in `pt.`
const SHORT_ENDING: usize = 4;

/// One form in a treebank.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Example {
    pub form: String,
    /// Numbers of its part of speech and of its tag.
    pub kind: [u8; 2],
    pub lemma: String,
}

impl Lemmas {
    /// Learns from examples, each with how often it was seen. An ending has a rule of its own only where the shorter one
    /// would get it wrong.
    pub fn learn(examples: &[(Example, u32)]) -> Self {
        let mut votes: FxHashMap<u32, (usize, FxHashMap<Rule, u32>)> = FxHashMap::default();
        for (example, weight) in examples {
            let rule = Rule::between(&example.form, &example.lemma);
            for key in keys(&example.form, example.kind) {
                let (forms, votes) = votes.entry(key).or_default();
                *forms += 1;
                *votes.entry(rule.clone()).or_default() += weight;
            }
        }
        let best = |votes: &FxHashMap<Rule, u32>| {
            votes.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0))).map(|(rule, _)| rule.clone())
        };
        let mut chosen: FxHashMap<u32, Rule> = FxHashMap::default();
        // From the shortest ending to the whole form: what the shorter one already says is left out.
        let mut spoken: FxHashMap<u32, Rule> = FxHashMap::default();
        for depth in 0..LONGEST_ENDING + 3 {
            for (example, _) in examples {
                let all = keys(&example.form, example.kind);
                let Some(key) = all.get(depth).filter(|key| !spoken.contains_key(key)) else { continue };
                let Some((forms, votes)) = votes.get(key) else { continue };
                let is_short = depth < SHORT_ENDING && depth + 2 < all.len();
                if is_short && *forms < 2 {
                    continue;
                }
                let Some(rule) = best(votes) else { continue };
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
            varint(key - before, &mut packed);
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
            let Some(step) = read_varint(&mut bytes) else { break };
            key = key.wrapping_add(step);
            by_key.insert(key, *number);
        }
        OpenLemmas { rules: self.rules.clone(), by_key }
    }
}

impl OpenLemmas {
    /// The lemma of a form with the numbers of its part of speech and its tag.
    pub fn lemma(&self, form: &str, kind: [u8; 2]) -> String {
        let known = keys(form, kind).into_iter().rev().find_map(|key| self.by_key.get(&key));
        known
            .and_then(|number| self.rules.get(usize::from(*number)))
            .map_or_else(|| form.to_owned(), |rule| rule.apply(form))
    }
}

/// The keys of a form: no ending at all, longer and longer endings, the whole form, and the whole form with its tag.
fn keys(form: &str, [upos, tag]: [u8; 2]) -> Vec<u32> {
    let letters = lower(form);
    let short = |number: u64, kind: u64| (finish(mix(number, kind)) >> 32) as u32;
    let mut keys = Vec::with_capacity(LONGEST_ENDING + 3);
    let mut number = u64::from(upos) + 1;
    keys.push(short(number, 0));
    for (length, letter) in (1..).zip(letters.iter().rev()) {
        number = mix(number, u64::from(u32::from(*letter)));
        if length <= LONGEST_ENDING {
            keys.push(short(number, 0));
        }
    }
    keys.extend([short(number, 1), short(number, 2 + u64::from(tag))]);
    keys
}
