//! Classes of words that stand between the same words, learned from running text by the exchange algorithm
//! (Martin, Liermann and Ney 1998): each word goes where the two-sided bigram likelihood gains most.

use backread::prose::syntax::token::Form;
use std::collections::HashMap;

/// Words seen less often keep no class.
const LEAST: u32 = 5;

/// The class, from 1, of every frequent word of the sentences.
pub fn learn(sentences: &[Vec<u64>], classes: usize, rounds: usize) -> HashMap<u64, u8> {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    sentences.iter().flatten().for_each(|word| *counts.entry(*word).or_default() += 1);
    let mut words: Vec<(u64, u32)> = counts.into_iter().filter(|(_, count)| *count >= LEAST).collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let number: HashMap<u64, usize> = words.iter().enumerate().map(|(n, (word, _))| (*word, n + 1)).collect();
    let total = words.len() + 1;
    // Word 0 is the edge of a sentence and every rare word; it has a class of its own.
    let (mut after, mut before): (Vec<HashMap<usize, u32>>, Vec<HashMap<usize, u32>>) =
        (vec![HashMap::new(); total], vec![HashMap::new(); total]);
    for sentence in sentences {
        let mut last = 0;
        for word in sentence.iter().map(|word| number.get(word).copied().unwrap_or(0)).chain([0]) {
            *after[last].entry(word).or_default() += 1;
            *before[word].entry(last).or_default() += 1;
            last = word;
        }
    }
    let after: Vec<Vec<(usize, u32)>> = after.into_iter().map(sorted).collect();
    let before: Vec<Vec<(usize, u32)>> = before.into_iter().map(sorted).collect();
    let k = classes + 1;
    let mut class: Vec<usize> = (0..total).map(|n| if n == 0 { 0 } else { 1 + (n - 1) % classes }).collect();
    let mut pairs = vec![0i64; k * k];
    let (mut left, mut right) = (vec![0i64; k], vec![0i64; k]);
    for (word, next) in after.iter().enumerate() {
        for (next, count) in next {
            pairs[class[word] * k + class[*next]] += i64::from(*count);
            left[class[word]] += i64::from(*count);
            right[class[*next]] += i64::from(*count);
        }
    }
    let h = |count: i64| if count > 0 { count as f64 * (count as f64).ln() } else { 0.0 };
    for _ in 0..rounds {
        let mut moved = 0;
        for word in 1..total {
            let from = class[word];
            // What follows and precedes it, by class; itself apart.
            let (mut follow, mut precede) = (vec![0i64; k], vec![0i64; k]);
            let mut own = 0i64;
            for (next, count) in &after[word] {
                if *next == word {
                    own += i64::from(*count)
                } else {
                    follow[class[*next]] += i64::from(*count)
                }
            }
            for (last, count) in &before[word] {
                if *last != word {
                    precede[class[*last]] += i64::from(*count)
                }
            }
            let (out, into) = (follow.iter().sum::<i64>() + own, precede.iter().sum::<i64>() + own);
            shift(&mut pairs, k, from, &follow, &precede, own, -1);
            left[from] -= out;
            right[from] -= into;
            let touched_follow: Vec<usize> = (0..k).filter(|c| follow[*c] != 0).collect();
            let touched_precede: Vec<usize> = (0..k).filter(|c| precede[*c] != 0).collect();
            let gain = |to: usize| {
                let mut sum = 0.0;
                for c in &touched_follow {
                    let extra = if *c == to { precede[*c] + own } else { 0 };
                    let now = pairs[to * k + c];
                    sum += h(now + follow[*c] + extra) - h(now);
                }
                for c in touched_precede.iter().filter(|c| **c != to || follow[**c] == 0) {
                    let extra = if *c == to { own } else { 0 };
                    let now = pairs[c * k + to];
                    sum += h(now + precede[*c] + extra) - h(now);
                }
                sum - (h(left[to] + out) - h(left[to])) - (h(right[to] + into) - h(right[to]))
            };
            let best = (1..k)
                .map(|to| (to, gain(to)))
                .fold((from, f64::MIN), |best, next| if next.1 > best.1 { next } else { best })
                .0;
            moved += usize::from(best != from);
            class[word] = best;
            shift(&mut pairs, k, best, &follow, &precede, own, 1);
            left[best] += out;
            right[best] += into;
        }
        println!("  clusters: {moved} of {total} words moved");
    }
    words.iter().enumerate().map(|(n, (word, _))| (*word, class[n + 1] as u8)).collect()
}

fn sorted(counts: HashMap<usize, u32>) -> Vec<(usize, u32)> {
    let mut sorted: Vec<(usize, u32)> = counts.into_iter().collect();
    sorted.sort_unstable();
    sorted
}

fn shift(pairs: &mut [i64], k: usize, of: usize, follow: &[i64], precede: &[i64], own: i64, sign: i64) {
    for c in 0..k {
        pairs[of * k + c] += sign * follow[c];
        pairs[c * k + of] += sign * precede[c];
    }
    pairs[of * k + of] += sign * own;
}

/// Words of plain text, sentence marks apart.
pub fn words(text: &str) -> Vec<Vec<u64>> {
    let cut = |line: &str| {
        let mut found = Vec::new();
        for piece in line.split_whitespace() {
            let core = piece.trim_matches(|c: char| !c.is_alphanumeric());
            let (front, back) = piece.split_once(core).filter(|_| !core.is_empty()).unwrap_or((piece, ""));
            let mut push = |text: &str| found.push(Form::of(text).word);
            front.chars().for_each(|c| push(c.encode_utf8(&mut [0; 4])));
            if let Some(owner) = core.strip_suffix("'s").or(core.strip_suffix("’s")) {
                push(owner);
                push("'s");
            } else if !core.is_empty() {
                push(core);
            }
            back.chars().for_each(|c| push(c.encode_utf8(&mut [0; 4])));
        }
        found
    };
    text.lines().map(cut).filter(|words| !words.is_empty()).collect()
}
