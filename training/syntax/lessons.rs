//! The lessons in their order: word classes, lemmas, tags, and then the network on tags as the tagger gives them.

use crate::dice::Dice;
use crate::tags::{self, Lesson};
use crate::{noise, rounds};
use backread::prose::syntax::labels::{Label, Upos};
use backread::prose::syntax::model::Stored;
use backread::prose::syntax::model::classes::OpenClasses;
use backread::prose::syntax::model::lemmas::{Example, Lemmas};
use backread::prose::syntax::model::tagger;
use backread::prose::syntax::model::token::Form;
use backread::prose::syntax::model::weights::Weights;
use backread::prose::syntax::treebank::Word;
use std::collections::{BTreeMap, HashMap};

/// What is unseen in turn while the rest is learned from.
const FOLDS: usize = 5;

/// Everything that one model holds.
pub fn learn(train: &[Vec<Word>], rounds: usize) -> Stored {
    let mut dice = Dice(7);
    let (mut sentences, mut origins) = (train.to_vec(), (0..train.len()).collect::<Vec<_>>());
    for (origin, sentence) in train.iter().enumerate() {
        if let Some(copy) = noise::disguised(sentence, dice.roll()) {
            origins.push(origin);
            sentences.push(copy);
        }
    }
    let table = tags::table(train);
    let number: HashMap<&str, usize> =
        table.iter().enumerate().map(|(n, (name, _))| (name.as_str(), n)).collect();
    let sets = tags::set_numbers(train);
    // Classes are shown to a fifth of the sentences as the others know them, so that the tagger learns to trust them as far
    // as they can be trusted on words that it has not seen.
    let classes = |fold: usize| {
        let others = train.iter().enumerate().filter(|(n, _)| n % FOLDS != fold);
        let others: Vec<Vec<Word>> = others.map(|(_, words)| words.clone()).collect();
        tags::word_classes(&others, &sets).open()
    };
    let folds: Vec<OpenClasses> = (0..FOLDS).map(classes).collect();
    let lesson = |words: &Vec<Word>, classes: &OpenClasses| {
        let forms: Vec<Form> = words.iter().map(|word| Form::of(&word.form)).collect();
        Lesson {
            classes: forms.iter().map(|form| classes.of(form)).collect(),
            tags: words.iter().map(|word| tags::number_of(word, &number)).collect(),
            forms,
        }
    };
    let lessons: Vec<Lesson> =
        sentences.iter().zip(&origins).map(|(words, origin)| lesson(words, &folds[origin % FOLDS])).collect();
    println!("{} sentences, {} tags", lessons.len(), table.len());
    let all: Vec<usize> = (0..lessons.len()).collect();
    let learned = tags::learn(&lessons, &all, table.len(), &mut dice).pack(tags::BUDGET);
    // The network learns from tags that are as wrong as they will be: each fifth is tagged by a tagger that has not seen it.
    let mut given: Vec<Vec<u8>> = vec![Vec::new(); lessons.len()];
    for fold in 0..FOLDS {
        let (unseen, seen): (Vec<usize>, Vec<usize>) =
            all.iter().partition(|at| origins[**at] % FOLDS == fold);
        let other = tags::learn(&lessons, &seen, table.len(), &mut dice).pack(tags::BUDGET);
        let weights = Weights::open(&other);
        for at in unseen {
            given[at] = tagger::tag(&lessons[at].forms, &lessons[at].classes, table.len(), &weights);
        }
    }
    let labels = labels(train);
    let (encoder, retagger, parser) =
        rounds::learn(&sentences, &lessons, given, table.len(), &labels, rounds, &mut dice);
    Stored {
        labels,
        classes: tags::word_classes(train, &sets),
        tagger: learned,
        encoder,
        retagger,
        parser,
        lemmas: lemmas(train, &number),
        tags: table,
    }
}

/// The labels seen at least three times, the commonest first: for both sides no more than a byte numbers, shift among them.
fn labels(train: &[Vec<Word>]) -> Vec<Label> {
    let mut counts: BTreeMap<Label, usize> = BTreeMap::new();
    train.iter().flatten().for_each(|word| *counts.entry(word.label).or_default() += 1);
    let mut ranked: Vec<(Label, usize)> = counts.into_iter().filter(|(_, count)| *count >= 3).collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.into_iter().map(|(label, _)| label).take(120).collect()
}

fn lemmas(train: &[Vec<Word>], number: &HashMap<&str, usize>) -> Lemmas {
    let mut counts: BTreeMap<Example, u32> = BTreeMap::new();
    for word in train.iter().flatten().filter(|word| word.lemma != "_") {
        // Only what may be written in a way of its own is learned as it is written.
        let is_own = word.upos == Upos::Propn || word.lemma.chars().skip(1).any(char::is_uppercase);
        let form = if is_own { word.form.clone() } else { word.form.to_lowercase() };
        let kind = [word.upos as u8, tags::number_of(word, number) as u8];
        *counts.entry(Example { form, kind, lemma: word.lemma.clone() }).or_default() += 1;
    }
    Lemmas::learn(&counts.into_iter().collect::<Vec<_>>())
}
