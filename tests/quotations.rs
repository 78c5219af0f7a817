//! Quotations cut from anywhere in long speeches: what is whole is silent, what is changed is found, wherever
//! it stands.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use backread::check::{Settings, check};
use backread::config::Level;
use backread::corpus::{File, Index, Snapshot};
use backread::draft::Draft;
use backread::rules::Finding;
use std::fmt::Write;
use std::fs;
use std::sync::Arc;

const SPEAKERS: [&str; 3] = ["ADA FENN", "JORIS MAAR", "CARLA DUNN"];

/// A speech of some 1,300 words for each speaker: paragraphs of sentences whose words are common, and seldom
/// twice in one order.
fn speeches(random: &mut fastrand::Rng) -> Vec<Vec<String>> {
    let subjects = [
        "the harbour",
        "my father",
        "this council",
        "every boat",
        "the old wall",
        "our town",
        "the north wind",
        "that winter",
    ];
    let verbs = [
        "has carried",
        "will remember",
        "should have kept",
        "soon forgot",
        "can still feel",
        "always paid for",
        "took away",
    ];
    let objects = [
        "the chain",
        "a long night",
        "nine good people",
        "the price of tar",
        "the smell of rope",
        "our names",
        "a word of thanks",
    ];
    let ends = [
        "in March",
        "since the storm",
        "in an open boat",
        "before the lights went out",
        "for forty years",
        "at the quay",
    ];
    let pick = |random: &mut fastrand::Rng, from: &[&str]| from[random.usize(..from.len())].to_owned();
    let sentence = |random: &mut fastrand::Rng| {
        let mut text = pick(random, &subjects);
        write!(text, " {} {} {}", pick(random, &verbs), pick(random, &objects), pick(random, &ends)).unwrap();
        write!(
            text,
            ", and {} {} {}.",
            pick(random, &subjects),
            pick(random, &verbs),
            pick(random, &objects)
        )
        .unwrap();
        text[..1].to_uppercase() + &text[1..]
    };
    let paragraph =
        |random: &mut fastrand::Rng| (0..4).map(|_| sentence(random)).collect::<Vec<_>>().join(" ");
    SPEAKERS.iter().map(|_| (0..18).map(|_| paragraph(random)).collect()).collect()
}

fn snapshot(speeches: &[Vec<String>]) -> (tempfile::TempDir, Arc<Snapshot>) {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<File> = SPEAKERS
        .iter()
        .zip(speeches)
        .map(|(speaker, paragraphs)| {
            let path = format!("{}.md", speaker.split(' ').next_back().unwrap().to_lowercase());
            let absolute = folder.path().join(&path);
            fs::write(&absolute, format!("{speaker}: {}\n", paragraphs.join("\n\n"))).unwrap();
            File { path, absolute }
        })
        .collect();
    let index = Index::in_memory().unwrap();
    assert_eq!(index.refresh(&files, &|_, _| {}).unwrap().added, 3);
    (folder, index.snapshot().unwrap())
}

/// The loud findings on words that `speaker` is said to have said.
fn loud(words: &str, speaker: &str, snapshot: &Arc<Snapshot>) -> Vec<Finding> {
    let draft = Draft::read("draft.md", &format!("“{words},” {speaker} told the council.\n"), Some("en"));
    let report = check(&draft, snapshot, &Settings::default(), &|| false).unwrap();
    let loud = |finding: &Finding| finding.level >= Level::Warning && finding.rule.name().contains("quote");
    report.findings.into_iter().filter(loud).collect()
}

#[test]
fn a_cut_from_anywhere_is_found_whole_and_a_change_is_found_anywhere() {
    let mut random = fastrand::Rng::with_seed(5);
    let speeches = speeches(&mut random);
    let (_folder, snapshot) = snapshot(&speeches);
    for round in 0..48 {
        let who = round % SPEAKERS.len();
        let all: Vec<&str> = speeches[who].iter().flat_map(|paragraph| paragraph.split(' ')).collect();
        let length = [9, 24, 60, 140][round % 4];
        let from = random.usize(..all.len() - length);
        let cut = all[from..from + length].to_vec();
        let name = ["Fenn", "Maar", "Dunn"][who];
        let text = |words: &[&str]| words.join(" ").trim_end_matches(['.', ',']).to_owned();
        let found = loud(&text(&cut), name, &snapshot);
        assert!(found.is_empty(), "round {round}: {found:?}");
        // First, middle and last word in turn.
        for at in [0, length / 2, length - 1] {
            let mut changed = cut.clone();
            changed[at] = "lanterns";
            let found = loud(&text(&changed), name, &snapshot);
            let said: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
            assert!(
                found.iter().any(|finding| finding.rule.name() == "misquote"),
                "round {round}, word {at} of {length}: {said:?} {changed:?}"
            );
        }
        // Shorter cuts may stand in another's speech, too.
        if length < 24 {
            continue;
        }
        let another = ["Maar", "Dunn", "Fenn"][who];
        let found = loud(&text(&cut), another, &snapshot);
        assert!(
            found.iter().any(|finding| finding.rule.name() == "misattributed-quote"),
            "round {round}: {cut:?}"
        );
    }
}

#[test]
fn a_sentence_left_out_without_a_mark_is_found_and_with_one_is_not() {
    let mut random = fastrand::Rng::with_seed(9);
    let speeches = speeches(&mut random);
    let (_folder, snapshot) = snapshot(&speeches);
    for paragraph in &speeches[0] {
        let sentences: Vec<&str> = paragraph.split_inclusive(". ").map(str::trim).collect();
        let found =
            loud(&format!("{} {}", sentences[0], sentences[2].trim_end_matches('.')), "Fenn", &snapshot);
        assert!(!found.is_empty(), "{paragraph}");
        let found =
            loud(&format!("{} … {}", sentences[0], sentences[2].trim_end_matches('.')), "Fenn", &snapshot);
        assert!(found.is_empty(), "{paragraph}: {found:?}");
    }
}
