//! Lessons of the network: the encoder, the second look at the tags, and the parser, all from one sentence at a time.

use crate::dice::Dice;
use crate::oracle::wanted;
use crate::weights::{Weights, add, multiply, softmax};
use backread::prose::syntax::model::encoder::{self, LAYERS, Seen, WIDTH};
use backread::prose::syntax::model::parser::{self, FACT_ROOM, FACTS, HIDDEN, PLACES};
use backread::prose::syntax::model::steps::Steps;
use backread::prose::syntax::model::transitions::{NONE, State};
use backread::prose::syntax::model::{matrix, vocabulary};

/// A sentence in numbers.
pub struct Tree {
    pub seen: Vec<Seen>,
    /// Tags as the tagger gives them, and as they are.
    pub given: Vec<u8>,
    pub tags: Vec<usize>,
    pub heads: Vec<u16>,
    pub labels: Vec<u8>,
}

pub struct Network {
    tables: Vec<Weights>,
    layers: Vec<Weights>,
    tagger: Weights,
    words: Weights,
    edges: Weights,
    facts: Weights,
    output: Weights,
    /// For each trait and number the chance that it is hidden in training.
    hidden: Vec<Vec<f32>>,
}

/// What a sentence became on its way through the encoder.
struct Pass {
    seen: Vec<Seen>,
    /// What is left out of the vectors before and after the layers.
    masks: [Vec<f32>; 2],
    /// For each layer what went in, and what it added before it was cut at 0.
    inputs: Vec<Vec<f32>>,
    products: Vec<Vec<f32>>,
    vectors: Vec<f32>,
}

/// Of the numbers in a vector, the share that is left out in training.
const DROPPED: f32 = 0.25;

/// A trait seen once is hidden every third time, one seen ten times every twentieth: so the unknown is learned, too.
const RARE: f32 = 0.5;

/// What a tag weighs beside a step of the parser.
const TAG_SHARE: f32 = 0.5;

/// How far new rows of tables reach: so that the sum of eight has about the size of 1.
const TABLE_REACH: f32 = 0.4;
const FACT_REACH: f32 = 0.1;

const ROW: usize = PLACES * HIDDEN;

impl Network {
    /// A network that knows nothing: `counts` tells how often each number of each trait is seen.
    pub fn new(counts: &[Vec<usize>], tags: usize, steps: Steps, dice: &mut Dice) -> Self {
        // Keeps the size of vectors (after Glorot and Bengio 2010).
        let reach = |inputs: usize| (3.0 / inputs as f32).sqrt();
        let rare = |count: &usize| RARE / (RARE + *count as f32);
        let rows = counts.iter().map(Vec::len).chain([tags]);
        Self {
            tables: rows.map(|rows| Weights::new(rows, WIDTH, TABLE_REACH, dice)).collect(),
            layers: (0..LAYERS).map(|_| Weights::new(3 * WIDTH + 1, WIDTH, reach(3 * WIDTH), dice)).collect(),
            tagger: Weights::new(WIDTH + 1, tags, reach(WIDTH), dice),
            words: Weights::new(WIDTH + 1, ROW, reach(PLACES * WIDTH), dice),
            edges: Weights::new(2 * PLACES, HIDDEN, FACT_REACH, dice),
            facts: Weights::new(FACTS * FACT_ROOM, HIDDEN, FACT_REACH, dice),
            output: Weights::new(HIDDEN + 1, steps.classes(), reach(HIDDEN), dice),
            hidden: counts.iter().map(|counts| counts.iter().map(rare).collect()).collect(),
        }
    }

    /// Adds the slopes of one sentence; how many of its steps were wrong, and how many there were.
    pub fn learn(&mut self, tree: &Tree, steps: Steps, wander: f32, dice: &mut Dice) -> (u32, u32) {
        let pass = self.encode(tree, dice);
        let mut slopes = vec![0.0; pass.vectors.len()];
        self.tag(tree, &pass.vectors, &mut slopes);
        let found = self.parse(tree, &pass.vectors, steps, wander, &mut slopes, dice);
        self.back(&pass, slopes);
        found
    }

    fn encode(&self, tree: &Tree, dice: &mut Dice) -> Pass {
        let count = tree.seen.len();
        let mut mask = || -> Vec<f32> {
            let kept = |_| if dice.share() < DROPPED { 0.0 } else { 1.0 / (1.0 - DROPPED) };
            (0..count * WIDTH).map(kept).collect()
        };
        let masks = [mask(), mask()];
        let mut seen = tree.seen.clone();
        for (number, hidden) in seen.iter_mut().flat_map(|seen| seen.iter_mut().zip(&self.hidden)) {
            if dice.share() < hidden[*number] {
                *number = 0;
            }
        }
        // A token of zeros stands at both ends.
        let mut vectors = vec![0.0; (count + 2) * WIDTH];
        for (seen, vector) in seen.iter().zip(vectors[WIDTH..].chunks_exact_mut(WIDTH)) {
            self.tables.iter().zip(seen).for_each(|(table, row)| add(table.row(*row), vector));
        }
        multiply(&mut vectors[WIDTH..], &masks[0]);
        let (mut inputs, mut products) = (Vec::new(), Vec::new());
        for layer in &self.layers {
            let mut product = vec![0.0; count * WIDTH];
            for (around, product) in
                vectors.windows(3 * WIDTH).step_by(WIDTH).zip(product.chunks_exact_mut(WIDTH))
            {
                layer.product(around, product);
            }
            inputs.push(vectors.clone());
            vectors[WIDTH..].iter_mut().zip(&product).for_each(|(value, new)| *value += new.max(0.0));
            products.push(product);
        }
        let mut vectors = vectors[WIDTH..][..count * WIDTH].to_vec();
        multiply(&mut vectors, &masks[1]);
        Pass { seen, masks, inputs, products, vectors }
    }

    /// The second look at the tags.
    fn tag(&mut self, tree: &Tree, vectors: &[f32], slopes: &mut [f32]) {
        let mut scores = vec![0.0; self.tagger.columns];
        for ((vector, tag), slope) in
            vectors.chunks_exact(WIDTH).zip(&tree.tags).zip(slopes.chunks_exact_mut(WIDTH))
        {
            self.tagger.product(vector, &mut scores);
            softmax(&mut scores, |_| true);
            scores[*tag] -= 1.0;
            for score in &mut scores {
                *score *= TAG_SHARE;
            }
            self.tagger.back(vector, &scores, slope);
        }
    }

    fn parse(
        &mut self,
        tree: &Tree,
        vectors: &[f32],
        steps: Steps,
        wander: f32,
        slopes: &mut [f32],
        dice: &mut Dice,
    ) -> (u32, u32) {
        let count = tree.seen.len();
        let mut parts = vec![0.0; count * ROW];
        for (vector, part) in vectors.chunks_exact(WIDTH).zip(parts.chunks_exact_mut(ROW)) {
            self.words.product(vector, part);
        }
        let mut part_slopes = vec![0.0; parts.len()];
        let mut state = State::new(count);
        let (mut wrong, mut all) = (0, 0);
        let (mut scores, mut own) = (vec![0.0; steps.classes()], vec![0.0; steps.classes()]);
        while !state.is_done() {
            let places = parser::places(&state);
            let facts = parser::facts(&state, &tree.given);
            let mut hidden = [0.0; HIDDEN];
            for (place, word) in places.into_iter().enumerate() {
                let start = usize::from(word) * ROW + place * HIDDEN;
                match parts.get(start..start + HIDDEN) {
                    Some(part) => add(part, &mut hidden),
                    None => add(self.edges.row(2 * place + usize::from(word == NONE)), &mut hidden),
                }
            }
            for row in facts {
                add(self.facts.row(row), &mut hidden);
            }
            let hidden = hidden.map(|value| value.max(0.0));
            self.output.product(&hidden, &mut scores);
            let guess = steps.best(&state, &scores);
            let right = wanted(&state, &tree.heads, &tree.labels, steps);
            let best = right.iter().copied().max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap_or(0);
            (wrong, all) = (wrong + u32::from(!right.contains(&guess)), all + 1);
            // The slope of the chance of all right steps together.
            own.copy_from_slice(&scores);
            softmax(&mut scores, steps.allows(&state));
            softmax(&mut own, |class| right.contains(&class));
            scores.iter_mut().zip(&own).for_each(|(all, own)| *all -= own);
            let mut slope = [0.0; HIDDEN];
            self.output.back(&hidden, &scores, &mut slope);
            cut(&mut slope, &hidden);
            for (place, word) in places.into_iter().enumerate() {
                let start = usize::from(word) * ROW + place * HIDDEN;
                match part_slopes.get_mut(start..start + HIDDEN) {
                    Some(part) => add(&slope, part),
                    None => self.edges.slope(2 * place + usize::from(word == NONE), &slope),
                }
            }
            for row in facts {
                self.facts.slope(row, &slope);
            }
            let (step, label) = steps.step(if dice.share() < wander { guess } else { best });
            state.take(step, label);
        }
        let parts = part_slopes.chunks_exact(ROW).zip(slopes.chunks_exact_mut(WIDTH));
        for (vector, (part, slope)) in vectors.chunks_exact(WIDTH).zip(parts) {
            self.words.back(vector, part, slope);
        }
        (wrong, all)
    }

    /// Takes the slopes of the vectors back through the layers to the tables.
    fn back(&mut self, pass: &Pass, mut slopes: Vec<f32>) {
        multiply(&mut slopes, &pass.masks[1]);
        let count = pass.seen.len();
        let mut slope = vec![0.0; (count + 2) * WIDTH];
        slope[WIDTH..][..count * WIDTH].copy_from_slice(&slopes);
        for ((layer, input), product) in self.layers.iter_mut().zip(&pass.inputs).zip(&pass.products).rev() {
            let mut own = slope[WIDTH..][..count * WIDTH].to_vec();
            cut(&mut own, product);
            for (token, own) in own.chunks_exact(WIDTH).enumerate() {
                let around = token * WIDTH..(token + 3) * WIDTH;
                layer.back(&input[around.clone()], own, &mut slope[around]);
            }
            slope[..WIDTH].fill(0.0);
            slope[(count + 1) * WIDTH..].fill(0.0);
        }
        multiply(&mut slope[WIDTH..], &pass.masks[0]);
        for (seen, slope) in pass.seen.iter().zip(slope[WIDTH..].chunks_exact(WIDTH)) {
            self.tables.iter_mut().zip(seen).for_each(|(table, row)| table.slope(*row, slope));
        }
    }

    fn all(&mut self) -> impl Iterator<Item = &mut Weights> {
        let single = [&mut self.tagger, &mut self.words, &mut self.edges, &mut self.facts, &mut self.output];
        self.tables.iter_mut().chain(&mut self.layers).chain(single)
    }

    /// Moves all weights along the slopes that have come together.
    pub fn step(&mut self, rate: f32, step: i32, scale: f32) {
        self.all().for_each(|weights| weights.step(rate, step, scale));
    }

    /// Moves all averages towards the weights.
    pub fn settle(&mut self, share: f32) {
        self.all().for_each(|weights| weights.settle(share));
    }

    /// Packs the averages.
    pub fn pack(
        &self,
        vocabularies: Vec<vocabulary::Packed>,
    ) -> (encoder::Stored, matrix::Packed, parser::Stored) {
        let pack = |all: &[Weights]| all.iter().map(Weights::pack).collect();
        let encoder =
            encoder::Stored { vocabularies, tables: pack(&self.tables), layers: pack(&self.layers) };
        let parser = parser::Stored {
            words: self.words.pack(),
            edges: self.edges.pack(),
            facts: self.facts.pack(),
            output: self.output.pack(),
        };
        (encoder, self.tagger.pack(), parser)
    }
}

/// No slope where the value was cut at 0.
fn cut(slopes: &mut [f32], values: &[f32]) {
    for (slope, value) in slopes.iter_mut().zip(values) {
        if *value <= 0.0 {
            *slope = 0.0;
        }
    }
}
