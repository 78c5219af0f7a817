//! Treebanks: sentences in the CoNLL-U format, for learning and for measuring.

use crate::prose::syntax::labels::{Label, Upos};

/// One word of a treebank.
#[derive(Clone, Debug)]
pub struct Word {
    pub form: String,
    pub lemma: String,
    pub upos: Upos,
    /// The treebank's own tag; empty without one.
    pub xpos: String,
    /// Morphological features as written: `Mood=Ind|Number=Sing`.
    pub morphology: String,
    /// Number of its head from 0; `None` for the root.
    pub head: Option<usize>,
    pub label: Label,
}

/// The sentences of a file in CoNLL-U; ranges of contracted words and empty nodes are passed over.
///
/// # Errors
/// The number of the first line, from 1, that is none of the format's.
pub fn read(text: &str) -> Result<Vec<Vec<Word>>, usize> {
    let (mut sentences, mut words) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            if !words.is_empty() {
                sentences.push(std::mem::take(&mut words));
            }
        } else if !line.starts_with('#') {
            let columns: Vec<&str> = line.split('\t').collect();
            if columns.first().is_some_and(|id| id.contains(['-', '.'])) {
                continue;
            }
            words.push(word(&columns).ok_or(number + 1)?);
        }
    }
    if !words.is_empty() {
        sentences.push(words);
    }
    Ok(sentences)
}

fn word(columns: &[&str]) -> Option<Word> {
    let [_, form, lemma, upos, xpos, morphology, head, label, ..] = columns else { return None };
    let blank = |text: &str| if text == "_" { String::new() } else { text.to_owned() };
    Some(Word {
        form: (*form).to_owned(),
        lemma: (*lemma).to_owned(),
        upos: Upos::by_name(upos)?,
        xpos: blank(xpos),
        morphology: blank(morphology),
        head: head.parse::<usize>().ok()?.checked_sub(1),
        label: Label::by_name(label)?,
    })
}
