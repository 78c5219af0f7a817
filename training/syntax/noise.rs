//! Copies of sentences as headlines, lists and captions have them, so that a model learned from prose is not lost there.

use backread::prose::syntax::treebank::Word;
use backread::prose::syntax::{Relation, Upos};

/// The sentence in one of four disguises, chosen by `dice`; `None` most of the time.
pub fn disguised(sentence: &[Word], dice: u64) -> Option<Vec<Word>> {
    let mut copy = sentence.to_vec();
    match dice % 40 {
        0 | 1 => {
            // A headline: no full stop, every word with a capital.
            unstopped(&mut copy);
            for word in &mut copy {
                let mut letters = word.form.chars();
                if let Some(first) = letters.next() {
                    word.form = first.to_uppercase().chain(letters).collect();
                }
            }
        }
        2 | 3 => copy.iter_mut().for_each(|word| word.form = word.form.to_lowercase()),
        4 => copy.iter_mut().for_each(|word| word.form = word.form.to_uppercase()),
        5..=8 => unstopped(&mut copy),
        _ => return None,
    }
    (copy.len() > 1).then_some(copy)
}

fn unstopped(sentence: &mut Vec<Word>) {
    let ends =
        |word: &Word| word.upos == Upos::Punct && word.label.relation == Relation::Punct && word.form == ".";
    if sentence.last().is_some_and(ends) {
        sentence.pop();
    }
}
