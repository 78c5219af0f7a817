//! Rounds of the network through all sentences.

use crate::dice::Dice;
use crate::network::{Network, Tree};
use crate::tags::Lesson;
use backread::prose::syntax::labels::Label;
use backread::prose::syntax::model::encoder::{self, TRAITS};
use backread::prose::syntax::model::steps::Steps;
use backread::prose::syntax::model::vocabulary::{self, Vocabulary};
use backread::prose::syntax::model::{matrix, parser};
use backread::prose::syntax::treebank::Word;
use std::collections::{BTreeMap, HashMap};
use std::time::Instant;

/// Sentences that are learned from before the weights move.
const BATCH: usize = 8;

/// How far weights move at first; it goes down to nothing evenly.
const RATE: f32 = 0.002;

/// Moves from one average to the next: an average costs as much as a whole round of small tables.
const SETTLE: usize = 8;

/// The average reaches back over a tenth of all moves.
const REACH: f32 = 10.0;

/// After the first round the parser follows its own steps so often, to learn the way back from mistakes.
const WANDER: f32 = 0.9;

/// Times that a trait must be seen to have a number of its own, words and the rest.
const LEAST_WORD: usize = 2;
const LEAST_TRAIT: usize = 3;

/// Learns from the sentences with their tags as they are `given`.
pub fn learn(
    sentences: &[Vec<Word>],
    lessons: &[Lesson],
    given: Vec<Vec<u8>>,
    tags: usize,
    labels: &[Label],
    rounds: usize,
    dice: &mut Dice,
) -> (encoder::Stored, matrix::Packed, parser::Stored) {
    let (packed, vocabularies, counts) = vocabularies(lessons);
    println!("traits: {:?}", counts.iter().map(Vec::len).collect::<Vec<_>>());
    let label_number: HashMap<Label, u8> = labels.iter().copied().zip(0..).collect();
    let tree = |((words, lesson), given): ((&Vec<Word>, &Lesson), Vec<u8>)| {
        let seen =
            lesson.forms.iter().zip(&given).map(|(form, tag)| encoder::seen(&vocabularies, form, *tag));
        Tree {
            seen: seen.collect(),
            given,
            tags: lesson.tags.clone(),
            heads: words.iter().map(|word| word.head.unwrap_or(words.len()) as u16).collect(),
            labels: words.iter().map(|word| label_number.get(&word.label).copied().unwrap_or(0)).collect(),
        }
    };
    let trees: Vec<Tree> = sentences.iter().zip(lessons).zip(given).map(tree).collect();
    let steps = Steps::new(labels.len());
    let mut network = Network::new(&counts, tags, steps, dice);
    let mut order: Vec<usize> = (0..trees.len()).collect();
    let moves = order.len().div_ceil(BATCH) * rounds;
    let mut moved = 0;
    for round in 0..rounds {
        let clock = Instant::now();
        dice.shuffle(&mut order);
        let (mut wrong, mut all) = (0, 0);
        for batch in order.chunks(BATCH) {
            for at in batch {
                let wander = if round == 0 { 0.0 } else { WANDER };
                let (mistakes, taken) = network.learn(&trees[*at], steps, wander, dice);
                (wrong, all) = (wrong + mistakes, all + taken);
            }
            let rate = RATE * (1.0 - moved as f32 / moves as f32);
            moved += 1;
            network.step(rate, moved as i32, 1.0 / batch.len() as f32);
            if moved % SETTLE == 0 {
                network.settle((REACH * SETTLE as f32 / moved as f32).min(1.0));
            }
        }
        let share = f64::from(wrong) / f64::from(all);
        println!("  round {round}: {share:.4} of {all} steps wrong, {:.1} s", clock.elapsed().as_secs_f64());
    }
    network.pack(packed)
}

/// The vocabulary of each trait, and how often each of its numbers is seen.
fn vocabularies(lessons: &[Lesson]) -> (Vec<vocabulary::Packed>, Vec<Vocabulary>, Vec<Vec<usize>>) {
    let mut counts: Vec<BTreeMap<u64, usize>> = vec![BTreeMap::new(); TRAITS];
    for form in lessons.iter().flat_map(|lesson| &lesson.forms) {
        for (counts, hash) in counts.iter_mut().zip(encoder::traits(form)) {
            *counts.entry(hash).or_default() += 1;
        }
    }
    let known = |(number, counts): (usize, &BTreeMap<u64, usize>)| {
        let least = if number == 0 { LEAST_WORD } else { LEAST_TRAIT };
        let known = counts.iter().filter(|(_, count)| **count >= least).map(|(hash, _)| *hash);
        vocabulary::Packed::of(&known.collect::<Vec<_>>())
    };
    let packed: Vec<vocabulary::Packed> = counts.iter().enumerate().map(known).collect();
    let vocabularies: Vec<Vocabulary> = packed.iter().map(Vocabulary::open).collect();
    let numbered = vocabularies.iter().zip(&counts).map(|(vocabulary, counts)| {
        let mut seen = vec![0; vocabulary.numbers()];
        for (hash, count) in counts {
            seen[vocabulary.number(*hash)] += count;
        }
        seen
    });
    let counts = numbered.collect();
    (packed, vocabularies, counts)
}
