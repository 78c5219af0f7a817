//! How often a model is right on a treebank, and how fast it is.

use crate::prose::syntax::model::Model;
use crate::prose::syntax::treebank::Word;
use std::fmt;
use std::time::Instant;

/// Shares of all words, punctuation included, on the treebank's own words and sentences. A label is right where the
/// universal relation is (as the `CoNLL` 2018 shared task counts).
#[derive(Clone, Copy, Debug, Default)]
pub struct Accuracy {
    pub words: usize,
    pub upos: f64,
    pub lemma: f64,
    /// Right head.
    pub uas: f64,
    /// Right head and relation.
    pub las: f64,
    pub words_per_second: f64,
}

/// Holds a model against the sentences of a treebank.
#[allow(clippy::cast_precision_loss, reason = "a treebank has fewer than 2^52 words")]
pub fn measure(model: &Model, sentences: &[Vec<Word>]) -> Accuracy {
    let forms: Vec<Vec<&str>> =
        sentences.iter().map(|words| words.iter().map(|word| word.form.as_str()).collect()).collect();
    let clock = Instant::now();
    let analyse = |forms: &Vec<&str>| {
        let nodes = model.analyse(forms);
        let lemmas: Vec<String> =
            nodes.iter().zip(forms).map(|(node, form)| model.lemma(form, node)).collect();
        nodes.into_iter().zip(lemmas).collect::<Vec<_>>()
    };
    let found: Vec<_> = forms.iter().map(analyse).collect();
    let seconds = clock.elapsed().as_secs_f64();
    // What is longer than the model reads counts as wrong beyond that.
    let pairs = || sentences.iter().zip(&found).flat_map(|(gold, got)| gold.iter().zip(got));
    let words = sentences.iter().map(Vec::len).sum::<usize>();
    let share = |right: usize| right as f64 / words.max(1) as f64;
    Accuracy {
        words,
        upos: share(pairs().filter(|(gold, (got, _))| gold.upos == got.upos).count()),
        lemma: share(pairs().filter(|(gold, (_, lemma))| gold.lemma == *lemma || gold.lemma == "_").count()),
        uas: share(pairs().filter(|(gold, (got, _))| gold.head == got.head).count()),
        las: share(
            pairs()
                .filter(|(gold, (got, _))| gold.head == got.head && gold.label.relation == got.label.relation)
                .count(),
        ),
        words_per_second: words as f64 / seconds.max(f64::EPSILON),
    }
}

impl fmt::Display for Accuracy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { words, upos, lemma, uas, las, words_per_second } = self;
        write!(
            f,
            "words={words} upos={upos:.4} lemma={lemma:.4} uas={uas:.4} las={las:.4} words_per_second={words_per_second:.0}"
        )
    }
}
