//! The lessons in their order: word classes, lemmas, tags, and then the parser on tags as the tagger gives
//! them.

use crate::learner::Learner;
use crate::{clusters, noise};
use backread::prose::syntax::labels::{Label, Upos};
use backread::prose::syntax::lemmas::{Lemmas, OpenLemmas};
use backread::prose::syntax::model::{OpenClasses, Stored, WordClasses};
use backread::prose::syntax::parser::{self, Item, Steps};
use backread::prose::syntax::token::Form;
use backread::prose::syntax::transitions::{Move, State};
use backread::prose::syntax::treebank::Word;
use backread::prose::syntax::weights::Weigh;
use backread::prose::syntax::{of_text, tagger};
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub struct Options {
    /// Words of other word lists: form, part of speech, lemma.
    pub lexicon: Vec<(String, Upos, String)>,
    /// Running text to learn word clusters from.
    pub text: String,
    /// Bytes for the weights of the parser.
    pub budget: usize,
    pub epochs: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { lexicon: Vec::new(), text: String::new(), budget: 2_700_000, epochs: 12 }
    }
}

/// A word list: form, part of speech and lemma, with tabs between.
pub fn lexicon(text: &str) -> Vec<(String, Upos, String)> {
    let row = |line: &str| {
        let mut columns = line.split('\t');
        Some((columns.next()?.to_owned(), Upos::by_name(columns.next()?)?, columns.next()?.to_owned()))
    };
    text.lines().filter_map(row).collect()
}

/// A small generator of pseudo-random numbers (SplitMix64), so that a model can be made again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for last in (1..order.len()).rev() {
            order.swap(last, (self.roll() % (last as u64 + 1)) as usize);
        }
    }
}

/// One sentence with its words in numbers.
struct Lesson {
    words: Vec<Word>,
    forms: Vec<Form>,
    classes: Vec<[u64; 2]>,
    tags: Vec<usize>,
}

/// Everything that one model holds.
pub fn learn(train: &[Vec<Word>], options: &Options) -> Stored {
    let mut dice = Dice(7);
    let disguised: Vec<Vec<Word>> =
        train.iter().filter_map(|sentence| noise::disguised(sentence, dice.roll())).collect();
    let tags = tag_table(train);
    let number: HashMap<&str, usize> =
        tags.iter().enumerate().map(|(n, (name, _))| (name.as_str(), n)).collect();
    let word_classes = word_classes(train, options);
    let classes = word_classes.open();
    let lemmas = lemmas(train, options);
    let opened = lemmas.open();
    let lessons: Vec<Lesson> =
        train.iter().chain(&disguised).map(|words| lesson(words, &classes, &number)).collect();
    println!(
        "{} sentences, {} tags, {} word classes",
        lessons.len(),
        tags.len(),
        word_classes_len(&classes, train)
    );
    let all: Vec<usize> = (0..lessons.len()).collect();
    let tagger = learn_tagger(&lessons, &all, tags.len(), options.epochs, &mut dice);
    // The parser learns from tags that are as wrong as they will be: each fifth is tagged by a tagger that
    // has not seen it.
    let mut given: Vec<Vec<u8>> = vec![Vec::new(); lessons.len()];
    for fold in 0..FOLDS {
        let seen: Vec<usize> = all.iter().copied().filter(|at| at % FOLDS != fold).collect();
        let other = learn_tagger(&lessons, &seen, tags.len(), options.epochs.min(6), &mut dice);
        let packed = other.pack(TAGGER_BUDGET);
        let weights = backread::prose::syntax::weights::Weights::open(&packed);
        for at in all.iter().copied().filter(|at| at % FOLDS == fold) {
            given[at] = tagger::tag(&lessons[at].forms, &lessons[at].classes, tags.len(), &weights);
        }
    }
    let right = lessons.iter().zip(&given).map(|(lesson, given)| {
        lesson.words.iter().zip(given).filter(|(word, tag)| word.upos == tags[usize::from(**tag)].1).count()
    });
    println!(
        "tags of unseen fifths: {:.4}",
        right.sum::<usize>() as f64 / lessons.iter().map(|lesson| lesson.words.len()).sum::<usize>() as f64
    );
    let labels = labels(train);
    let steps = Steps::new(&labels);
    let parser = learn_parser(&lessons, &given, &tags, &opened, &labels, &steps, options.epochs, &mut dice);
    Stored {
        tags,
        labels,
        classes: word_classes,
        tagger: tagger.pack(TAGGER_BUDGET),
        parser: parser.pack(options.budget),
        lemmas,
    }
}

/// Jackknife folds.
const FOLDS: usize = 5;

/// Bytes for the weights of the tagger.
const TAGGER_BUDGET: usize = 900_000;

fn word_classes_len(classes: &OpenClasses, train: &[Vec<Word>]) -> usize {
    train.iter().flatten().map(|word| classes.of(&Form::of(&word.form))[0]).collect::<BTreeSet<u64>>().len()
}

/// The tag that the tagger learns: the part of speech with the treebank's own tag, or with the form of the
/// verb.
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

fn tag_table(train: &[Vec<Word>]) -> Vec<(String, Upos)> {
    let mut counts: BTreeMap<(String, Upos), usize> = BTreeMap::new();
    train.iter().flatten().for_each(|word| *counts.entry((tag_of(word), word.upos)).or_default() += 1);
    let mut ranked: Vec<((String, Upos), usize)> =
        counts.into_iter().filter(|(_, count)| *count >= 3).collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.truncate(usize::from(u8::MAX));
    ranked.into_iter().map(|(tag, _)| tag).collect()
}

fn labels(train: &[Vec<Word>]) -> Vec<Label> {
    let mut counts: BTreeMap<Label, usize> = BTreeMap::new();
    train.iter().flatten().for_each(|word| *counts.entry(word.label).or_default() += 1);
    let mut ranked: Vec<(Label, usize)> = counts.into_iter().filter(|(_, count)| *count >= 3).collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.into_iter().map(|(label, _)| label).take(120).collect()
}

/// A class for each set of parts of speech that a word has in at least a twentieth of its places, and its
/// cluster.
fn word_classes(train: &[Vec<Word>], options: &Options) -> WordClasses {
    let mut seen: HashMap<u64, BTreeMap<String, usize>> = HashMap::new();
    for word in train.iter().flatten() {
        *seen
            .entry(Form::of(&word.form).word)
            .or_default()
            .entry(word.upos.name().to_owned())
            .or_default() += 1;
    }
    let mut listed: HashMap<u64, BTreeSet<String>> = HashMap::new();
    for (form, upos, _) in &options.lexicon {
        listed.entry(Form::of(form).word).or_default().insert(upos.name().to_owned());
    }
    let mut sets: HashMap<u64, String> = HashMap::new();
    for (word, tags) in &listed {
        sets.insert(*word, format!("listed {}", tags.iter().cloned().collect::<Vec<_>>().join(" ")));
    }
    for (word, tags) in &seen {
        let all: usize = tags.values().sum();
        let mut often: Vec<(&String, &usize)> =
            tags.iter().filter(|(_, count)| **count * 20 >= all).collect();
        often.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        let set = often.iter().map(|(tag, _)| tag.as_str()).collect::<Vec<_>>().join(" ");
        if all >= 3 {
            sets.insert(*word, set);
        }
    }
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    sets.values().for_each(|set| *counts.entry(set).or_default() += 1);
    let mut ranked: Vec<(&String, usize)> = counts.into_iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let number: HashMap<&String, u8> =
        ranked.into_iter().take(250).zip(1..).map(|((set, _), number)| (set, number)).collect();
    let mut text = clusters::words(&options.text);
    text.extend(train.iter().map(|sentence| sentence.iter().map(|word| Form::of(&word.form).word).collect()));
    let clusters = if options.text.is_empty() { HashMap::new() } else { clusters::learn(&text, CLUSTERS, 8) };
    let words: BTreeSet<u64> = sets.keys().chain(clusters.keys()).copied().collect();
    let of = |word: &u64| {
        [
            sets.get(word).and_then(|set| number.get(set)).copied().unwrap_or(0),
            clusters.get(word).copied().unwrap_or(0),
        ]
    };
    WordClasses::of(
        words.iter().map(|word| (*word, of(word))).filter(|(_, classes)| *classes != [0, 0]).collect(),
    )
}

const CLUSTERS: usize = 200;

fn lemmas(train: &[Vec<Word>], options: &Options) -> Lemmas {
    let mut counts: BTreeMap<(String, u8, String), u32> = BTreeMap::new();
    let mut count = |form: &str, upos: Upos, lemma: &str, weight: u32| {
        let form = if upos == Upos::Propn { form.to_owned() } else { form.to_lowercase() };
        *counts.entry((form, upos as u8, lemma.to_owned())).or_default() += weight;
    };
    train
        .iter()
        .flatten()
        .filter(|word| word.lemma != "_")
        .for_each(|word| count(&word.form, word.upos, &word.lemma, 3));
    options.lexicon.iter().for_each(|(form, upos, lemma)| count(form, *upos, lemma, 1));
    let examples: Vec<(String, u8, String, u32)> =
        counts.into_iter().map(|((form, upos, lemma), weight)| (form, upos, lemma, weight)).collect();
    Lemmas::learn(&examples)
}

fn lesson(words: &[Word], classes: &OpenClasses, number: &HashMap<&str, usize>) -> Lesson {
    let forms: Vec<Form> = words.iter().map(|word| Form::of(&word.form)).collect();
    let tag = |word: &Word| {
        number.get(tag_of(word).as_str()).copied().unwrap_or_else(|| {
            // A rare tag: the commonest one of its part of speech.
            let mut same: Vec<usize> = number
                .iter()
                .filter(|(name, _)| name.split('|').next() == Some(word.upos.name()))
                .map(|(_, n)| *n)
                .collect();
            same.sort_unstable();
            same.first().copied().unwrap_or(0)
        })
    };
    Lesson {
        classes: forms.iter().map(|form| classes.of(form)).collect(),
        tags: words.iter().map(tag).collect(),
        forms,
        words: words.to_vec(),
    }
}

fn best(scores: &[i32]) -> usize {
    (0..scores.len()).rev().max_by_key(|class| scores[*class]).unwrap_or(0)
}

fn learn_tagger(lessons: &[Lesson], of: &[usize], tags: usize, epochs: usize, dice: &mut Dice) -> Learner {
    let mut learner = Learner::default();
    let mut order = of.to_vec();
    let (mut found, mut scores) = (tagger::FeatureBuffer::default(), vec![0; tags]);
    for _ in 0..epochs.min(8) {
        dice.shuffle(&mut order);
        for at in &order {
            let lesson = &lessons[*at];
            let mut chosen = Vec::with_capacity(lesson.forms.len());
            for at in 0..lesson.forms.len() {
                tagger::features(&lesson.forms, &lesson.classes, at, tagger::before(&chosen), &mut found);
                scores.fill(0);
                learner.weigh(found.features(), &mut scores);
                let guess = best(&scores);
                if guess == lesson.tags[at] {
                    learner.pass()
                } else {
                    learner.correct(found.features(), lesson.tags[at], guess)
                }
                chosen.push(guess as u8);
            }
        }
    }
    learner
}

#[allow(clippy::too_many_arguments, reason = "one lesson, called once")]
fn learn_parser(
    lessons: &[Lesson],
    given: &[Vec<u8>],
    tags: &[(String, Upos)],
    lemmas: &OpenLemmas,
    labels: &[Label],
    steps: &Steps,
    epochs: usize,
    dice: &mut Dice,
) -> Learner {
    let label_number: HashMap<Label, u8> = labels.iter().copied().zip(0..).collect();
    let trees: Vec<(Vec<Item>, Vec<u16>, Vec<u8>)> = lessons
        .iter()
        .zip(given)
        .map(|(lesson, given)| {
            let items = lesson.words.iter().enumerate().map(|(at, word)| {
                let upos = tags[usize::from(given[at])].1;
                let lemma = of_text(&lemmas.lemma(&word.form, upos as u8));
                Item::of(&lesson.forms[at], lemma, u64::from(given[at]), upos as u64, lesson.classes[at][1])
            });
            let root = lesson.words.len() as u16;
            let heads = lesson.words.iter().map(|word| word.head.map_or(root, |head| head as u16));
            let numbers = lesson.words.iter().map(|word| label_number.get(&word.label).copied().unwrap_or(0));
            (items.collect(), heads.collect(), numbers.collect())
        })
        .collect();
    let mut learner = Learner::default();
    let mut order: Vec<usize> = (0..trees.len()).collect();
    let (mut found, mut scores) = (parser::FeatureBuffer::default(), vec![0; steps.classes()]);
    for epoch in 0..epochs {
        dice.shuffle(&mut order);
        let (mut decisions, mut mistakes) = (0, 0);
        for at in &order {
            let (items, heads, numbers) = &trees[*at];
            let mut state = State::new(items.len());
            while !state.is_done() {
                parser::features(items, &state, &mut found);
                scores.fill(0);
                learner.weigh(found.features(), &mut scores);
                let guess = steps.best(&state, &scores);
                let right = wanted(&state, heads, numbers, steps, &scores);
                decisions += 1;
                if right.contains(&guess) {
                    learner.pass();
                } else {
                    mistakes += 1;
                    let best = right
                        .iter()
                        .copied()
                        .max_by_key(|class| (scores[*class], usize::MAX - class))
                        .unwrap_or(0);
                    learner.correct(found.features(), best, guess);
                    // Follow mistakes, most of the time, once the first round has taught the rest.
                    if epoch == 0 || dice.roll() % 10 == 0 {
                        let (step, label) = steps.step(best);
                        state.take(step, label);
                        continue;
                    }
                }
                let (step, label) = steps.step(guess);
                state.take(step, label);
            }
        }
        println!(
            "  parser, round {epoch}: {:.4} of {decisions} steps wrong",
            f64::from(mistakes) / f64::from(decisions)
        );
    }
    learner
}

/// The classes that make no arc of the tree unreachable that is still reachable.
fn wanted(state: &State, heads: &[u16], numbers: &[u8], steps: &Steps, _scores: &[i32]) -> Vec<usize> {
    let costs: Vec<(Move, usize)> = [Move::Shift, Move::Left, Move::Right]
        .into_iter()
        .filter(|step| state.allows(*step))
        .map(|step| (step, state.cost(step, heads)))
        .collect();
    let least = costs.iter().map(|(_, cost)| *cost).min().unwrap_or(0);
    let mut classes = Vec::new();
    for (step, _) in costs.into_iter().filter(|(_, cost)| *cost == least) {
        match (step, state.arc_of(step)) {
            (Move::Shift, _) | (_, None) => classes.push(0),
            // A right arc has one right label; any label does for an arc that is wrong in any case.
            (_, Some((head, child))) if heads[usize::from(child)] == head => {
                classes.push(Steps::class(step, numbers[usize::from(child)]))
            }
            _ => classes.extend((0..(steps.classes() - 1) / 2).map(|label| Steps::class(step, label as u8))),
        }
    }
    classes
}
