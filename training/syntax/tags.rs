//! Lessons of the tagger: the tags and classes of words that it knows, and its weights.

use crate::dice::Dice;
use crate::learner::Learner;
use backread::prose::syntax::labels::Upos;
use backread::prose::syntax::model::classes::WordClasses;
use backread::prose::syntax::model::tagger;
use backread::prose::syntax::model::token::Form;
use backread::prose::syntax::model::weights::Weigh;
use backread::prose::syntax::treebank::Word;
use std::collections::{BTreeMap, HashMap};

/// A sentence as the tagger learns it.
pub struct Lesson {
    pub forms: Vec<Form>,
    pub classes: Vec<u64>,
    pub tags: Vec<usize>,
}

/// Rounds through all sentences; more help no further.
const ROUNDS: usize = 8;

/// Bytes for the weights in the model file; without a limit hardly a tag more is right.
pub const BUDGET: usize = 900_000;

/// Times that a tag must be seen to be learned.
const LEAST: usize = 3;

/// The tag that the tagger learns: the part of speech with the treebank's own tag, or with the form of the verb.
fn tag_of(word: &Word) -> String {
    let feature = |name: &str| {
        word.morphology.split('|').find_map(|part| part.strip_prefix(name)).unwrap_or_default().to_owned()
    };
    if word.xpos.is_empty() {
        format!("{}|{}", word.upos.name(), feature("VerbForm="))
    } else {
        format!("{}|{}", word.upos.name(), word.xpos)
    }
}

/// The tags of a treebank, the commonest first.
pub fn table(train: &[Vec<Word>]) -> Vec<(String, Upos)> {
    let mut counts: BTreeMap<(String, Upos), usize> = BTreeMap::new();
    train.iter().flatten().for_each(|word| *counts.entry((tag_of(word), word.upos)).or_default() += 1);
    let mut ranked: Vec<((String, Upos), usize)> =
        counts.into_iter().filter(|(_, count)| *count >= LEAST).collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.truncate(usize::from(u8::MAX));
    ranked.into_iter().map(|(tag, _)| tag).collect()
}

/// The number of a word's tag; of a rare tag, that of the commonest one of its part of speech.
pub fn number_of(word: &Word, number: &HashMap<&str, usize>) -> usize {
    let same = |name: &&str| name.split('|').next() == Some(word.upos.name());
    let common = || number.iter().filter(|(name, _)| same(name)).map(|(_, n)| *n).min();
    number.get(tag_of(word).as_str()).copied().or_else(common).unwrap_or(0)
}

/// The set of parts of speech that each word has in at least a twentieth of its places.
fn sets(train: &[Vec<Word>]) -> BTreeMap<u64, String> {
    let mut seen: BTreeMap<u64, BTreeMap<&str, usize>> = BTreeMap::new();
    for word in train.iter().flatten() {
        *seen.entry(Form::of(&word.form).word).or_default().entry(word.upos.name()).or_default() += 1;
    }
    let known = seen.into_iter().filter_map(|(word, tags)| {
        let all: usize = tags.values().sum();
        let mut often: Vec<(&str, usize)> = tags.into_iter().filter(|(_, count)| count * 20 >= all).collect();
        often.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let set: Vec<&str> = often.into_iter().map(|(tag, _)| tag).collect();
        (all >= LEAST).then(|| (word, set.join(" ")))
    });
    known.collect()
}

/// A number for each frequent set, from 1.
pub fn set_numbers(train: &[Vec<Word>]) -> HashMap<String, u8> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for set in sets(train).into_values() {
        *counts.entry(set).or_default() += 1;
    }
    let mut ranked: Vec<(String, usize)> = counts.into_iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.into_iter().zip(1..u8::MAX).map(|((set, _), number)| (set, number)).collect()
}

/// The class of each word: the number of its set.
pub fn word_classes(train: &[Vec<Word>], numbers: &HashMap<String, u8>) -> WordClasses {
    let sets = sets(train);
    WordClasses::of(sets.iter().filter_map(|(word, set)| Some((*word, *numbers.get(set)?))).collect())
}

/// Weights learned from these of the lessons.
pub fn learn(lessons: &[Lesson], of: &[usize], tags: usize, dice: &mut Dice) -> Learner {
    let mut learner = Learner::default();
    let mut order = of.to_vec();
    let (mut found, mut scores) = (tagger::FeatureBuffer::default(), vec![0; tags]);
    for _ in 0..ROUNDS {
        dice.shuffle(&mut order);
        for at in &order {
            let lesson = &lessons[*at];
            let mut chosen = Vec::with_capacity(lesson.forms.len());
            for at in 0..lesson.forms.len() {
                tagger::features(&lesson.forms, &lesson.classes, at, tagger::before(&chosen), &mut found);
                scores.fill(0);
                learner.weigh(found.features(), &mut scores);
                let guess = tagger::best(&scores);
                if guess == lesson.tags[at] {
                    learner.pass();
                } else {
                    learner.correct(found.features(), lesson.tags[at], guess);
                }
                chosen.push(guess as u8);
            }
        }
    }
    learner
}
