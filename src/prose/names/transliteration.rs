//! One form for the transliterations of a name (Na3).

use crate::language::anywhere::{TRANSLITERATIONS, without_possessive};

/// One form for the usual transliterations: Zelensky, Zelenskyy, Zelenskiy; Kyiv, Kiev; Gaddafi, Qadhafi.
pub fn transliteration(word: &str) -> String {
    let word = without_possessive(word);
    let mut out = String::with_capacity(word.len());
    let mut at = 0;
    while let Some(c) = word[at..].chars().next() {
        let rest = &word[at..];
        let (from, to) = match TRANSLITERATIONS.iter().find(|(from, _)| rest.starts_with(from)) {
            Some((from, to)) => (from.len(), *to),
            None => (c.len_utf8(), ""),
        };
        let single = sound(c, at == 0);
        at += from;
        for c in to.chars().chain(to.is_empty().then_some(single)) {
            // A letter doubled is the letter.
            if !out.ends_with(c) {
                out.push(c);
            }
        }
    }
    out
}

fn sound(c: char, first: bool) -> char {
    match c {
        // Gaddafi, Qaddafi, Kaddafi.
        'q' | 'g' => 'k',
        'y' => 'i',
        'w' => 'v',
        // At its start a j makes another name (Jong, Yong); inside a word it is the sound of y.
        'j' if !first => 'i',
        other => other,
    }
}
