//! Whether what stands in two sentences is said of one act: "submitted on Friday" and "testified on Wednesday" are of two.

use crate::matching::evidence::kindred::mean_alike;
use crate::matching::statements::clauses::tells;
use crate::matching::statements::company::root;
use crate::prose::Reading;
use std::ops::Range;

/// What ties two stretches of two sentences together; each `None` where one side has nothing of the kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// They hang on the same word: "raid of May", "May's raid".
    pub governor: Option<bool>,
    /// Their clauses tell of the same act.
    pub act: Option<bool>,
    /// And of the same doer.
    pub doer: Option<bool>,
}

/// How some words of a sentence and some of a passage are tied.
pub fn ties(own: &Reading, words: &Range<usize>, theirs: &Reading, others: &Range<usize>) -> Ties {
    let alike = |one: Option<usize>, two: Option<usize>| {
        let (one, two) = (&own.words[one?], &theirs.words[two?]);
        Some(mean_alike(one, two, own.language))
    };
    let both = |word: &dyn Fn(&Reading, &Range<usize>) -> Option<usize>| {
        alike(word(own, words), word(theirs, others))
    };
    Ties { governor: both(&governor), act: both(&act), doer: both(&doer) }
}

/// The telling word that a stretch hangs on.
pub fn governor(reading: &Reading, words: &Range<usize>) -> Option<usize> {
    let tree = reading.tree();
    let mut at = tree.nodes[tree.top(words)?].head;
    // A tree has no ring; the count is for a model that was damaged.
    for _ in 0..tree.nodes.len() {
        let word = tree.tokens[at?].word;
        if let Some(word) = word.filter(|word| !words.contains(word) && tells(&reading.words[*word])) {
            return Some(word);
        }
        at = tree.nodes[at?].head;
    }
    None
}

/// The word of the act that the clause around a stretch tells of.
fn act(reading: &Reading, words: &Range<usize>) -> Option<usize> {
    let tree = reading.tree();
    let word = tree.tokens[root(tree, tree.token(words.start)?)].word?;
    tells(&reading.words[word]).then_some(word)
}

/// Who does it, or what it is said of.
fn doer(reading: &Reading, words: &Range<usize>) -> Option<usize> {
    let tree = reading.tree();
    let word = tree.tokens[tree.subject(root(tree, tree.token(words.start)?))?].word?;
    tells(&reading.words[word]).then_some(word)
}
