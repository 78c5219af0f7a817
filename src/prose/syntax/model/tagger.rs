//! Parts of speech, from left to right: each token by its form, its neighbours and the tags before it.

use crate::prose::syntax::model::features::Features;
use crate::prose::syntax::model::token::Form;
use crate::prose::syntax::model::weights::Weigh;

/// The features of token `at`, after the tags `before` it.
pub fn features(forms: &[Form], classes: &[u64], at: usize, before: [u64; 2], found: &mut FeatureBuffer) {
    let form = |offset: isize| {
        at.checked_add_signed(offset).and_then(|at| forms.get(at)).copied().unwrap_or_default()
    };
    let class = |offset: isize| {
        at.checked_add_signed(offset).and_then(|at| classes.get(at)).map_or(1, |class| class + 2)
    };
    let (here, last, next) = (form(0), form(-1), form(1));
    let ([t1, t2], c0) = (before, class(0));
    let (cl, cn, cn2) = (class(-1), class(1), class(2));
    let first = u64::from(at == 0);
    let f = &mut found.0;
    f.begin(1 << 20);
    f.add([]);
    f.add([here.word]);
    f.add([here.exact]);
    for n in 0..5 {
        f.add([here.suffixes[n]]);
    }
    for n in 0..4 {
        f.add([here.prefixes[n]]);
    }
    f.add([here.shape, first]);
    f.add([here.shape, here.suffixes[2]]);
    f.add([t1]);
    f.add([t1, t2]);
    f.add([t1, here.word]);
    f.add([t1, t2, here.word]);
    f.add([t1, here.suffixes[2]]);
    f.add([t1, here.shape]);
    f.add([last.word]);
    f.add([last.word, here.word]);
    f.add([last.suffixes[2], here.suffixes[2]]);
    f.add([form(-2).word]);
    f.add([next.word]);
    f.add([next.word, here.word]);
    f.add([next.suffixes[2]]);
    f.add([next.suffixes[2], here.suffixes[2]]);
    f.add([next.shape, here.shape]);
    f.add([form(2).word]);
    f.add([c0]);
    f.add([c0, first, here.shape]);
    f.add([c0, t1]);
    f.add([c0, t1, t2]);
    f.add([c0, cn]);
    f.add([c0, t1, cn]);
    f.add([c0, cn, cn2]);
    f.add([c0, next.word]);
    f.add([c0, last.word]);
    f.add([cl, c0, cn]);
    f.add([cn, here.suffixes[2]]);
}

/// Features collected, to be used again for the next token.
#[derive(Debug, Default)]
pub struct FeatureBuffer(pub(super) Features);

impl FeatureBuffer {
    /// The features of the last decision.
    pub fn features(&self) -> &[u64] {
        &self.0.found
    }
}

/// The tags of all tokens, as numbers of the model's tags.
pub fn tag(forms: &[Form], classes: &[u64], tags: usize, weights: &impl Weigh) -> Vec<u8> {
    let mut chosen: Vec<u8> = Vec::with_capacity(forms.len());
    let (mut found, mut scores) = (FeatureBuffer::default(), vec![0; tags]);
    for at in 0..forms.len() {
        features(forms, classes, at, before(&chosen), &mut found);
        scores.fill(0);
        weights.weigh(found.features(), &mut scores);
        chosen.push(u8::try_from(best(&scores)).unwrap_or(0));
    }
    chosen
}

/// The first of the largest scores.
pub fn best<Score: Copy + PartialOrd>(scores: &[Score]) -> usize {
    let mut best = 0;
    for (at, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = at;
        }
    }
    best
}

/// The last two tags, 0 where there is none.
pub fn before(chosen: &[u8]) -> [u64; 2] {
    let back = |n: usize| chosen.len().checked_sub(n).map_or(0, |at| u64::from(chosen[at]) + 1);
    [back(1), back(2)]
}
