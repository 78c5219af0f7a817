//! Sentences as trees: tokens and their places, who does what, and what hostile input does to the models.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use backread::language;
use backread::prose::Reading;
use backread::prose::syntax::{Relation, Subtype, Upos, model_of};
use proptest::prelude::*;

fn read(code: &str, text: &str) -> Reading {
    Reading::of(text, language::by_code(code).unwrap())
}

/// The dependents of the word `head` with a relation, as printed.
fn of(reading: &Reading, head: &str, relation: Relation) -> Vec<String> {
    let tree = reading.tree();
    let heads = (0..tree.tokens.len()).filter(|n| tree.tokens[*n].form == head);
    let children = heads.flat_map(|head| tree.children(head).collect::<Vec<_>>());
    let related = children.filter(|child| tree.nodes[*child].label.relation == relation);
    related.map(|child| tree.tokens[child].form.clone()).collect()
}

#[test]
fn who_does_what_in_three_languages() {
    let active = read("en", "Mayor Ilse Harrow has sued the harbour company.");
    assert_eq!(of(&active, "sued", Relation::Obj), ["company"]);
    let passive = read("en", "The harbour company was sued by the mayor on Tuesday.");
    let tree = passive.tree();
    let verb = (0..tree.tokens.len()).find(|n| tree.tokens[*n].form == "sued").unwrap();
    let subject = tree.related(verb, &[Relation::Nsubj]).next().unwrap();
    assert_eq!(tree.tokens[subject].form, "company");
    assert!(tree.is_sub(subject, Subtype::Passive));
    assert!(of(&passive, "sued", Relation::Obl).contains(&"mayor".to_owned()));

    let german = read("de", "Die Polizei hat den Hafen am Dienstag nicht geräumt.");
    assert_eq!(of(&german, "geräumt", Relation::Nsubj), ["Polizei"]);
    assert_eq!(of(&german, "geräumt", Relation::Obj), ["Hafen"]);
    assert!(of(&german, "geräumt", Relation::Advmod).contains(&"nicht".to_owned()));

    let french = read("fr", "Le maire a signé la lettre des pêcheurs.");
    assert_eq!(of(&french, "signé", Relation::Nsubj), ["maire"]);
    assert_eq!(of(&french, "signé", Relation::Obj), ["lettre"]);
}

#[test]
fn what_is_counted_is_the_head_of_its_phrase() {
    let reading = read("en", "The ferry carried 260 recently trained harbour police officers.");
    let figure = &reading.figures()[0];
    assert_eq!(reading.words[reading.counted(figure).unwrap()].fold, "officers");
}

#[test]
fn contractions_and_fused_words_keep_their_places() {
    let reading = read("en", "“She didn’t sign it,” the mayor's aide said; they can't, either.");
    let forms: Vec<&str> = reading.tree().tokens.iter().map(|token| token.form.as_str()).collect();
    assert_eq!(
        forms,
        [
            "“", "She", "did", "n't", "sign", "it", ",", "”", "the", "mayor", "'s", "aide", "said", ";",
            "they", "ca", "n't", ",", "either", "."
        ]
    );
    let negation = reading.tree().tokens.iter().find(|token| token.form == "n't").unwrap();
    assert_eq!(negation.span.of(&reading.text), "n’t");
    assert_eq!(reading.words[negation.word.unwrap()].fold, "didn't");

    let german = read("de", "Er ging zum Hafen.");
    let fused: Vec<(&str, Option<usize>)> =
        german.tree().tokens.iter().map(|token| (token.form.as_str(), token.word)).collect();
    assert_eq!(fused[2..4], [("zu", Some(2)), ("dem", Some(2))]);

    let french = read("fr", "La lettre des pêcheurs parle avec des amis.");
    let forms: Vec<&str> = french.tree().tokens.iter().map(|token| token.form.as_str()).collect();
    let inverted = read("fr", "Dès lundi, a-t-il dit, le porte-parole sera-t-elle là ?");
    let clitics =
        inverted.tree().tokens.iter().map(|token| token.form.clone()).filter(|form| form.contains('-'));
    assert_eq!(clitics.collect::<Vec<_>>(), ["-t-il", "porte-parole", "-t-elle"]);
    assert_eq!(inverted.tree().tokens[0].form, "Dès");
    assert_eq!(forms, ["La", "lettre", "de", "les", "pêcheurs", "parle", "avec", "des", "amis", "."]);
}

#[test]
fn every_language_has_a_model_that_tells_verbs_from_nouns() {
    for (code, text, verb, noun) in [
        ("en", "The council rejected the plan.", 2, 1),
        ("de", "Der Rat lehnte den Plan ab.", 2, 1),
        ("fr", "Le conseil rejette le plan.", 2, 1),
    ] {
        let reading = read(code, text);
        assert_eq!(reading.tree().upos(verb), Some(Upos::Verb), "{text}");
        assert_eq!(reading.tree().upos(noun), Some(Upos::Noun), "{text}");
    }
}

#[test]
fn a_page_of_words_without_an_end_is_cut_not_choked_on() {
    let text = "ferry ".repeat(20_000);
    let reading = read("en", &text);
    let tree = reading.tree();
    assert_eq!(tree.tokens.len(), tree.nodes.len());
    assert!(tree.nodes.len() < 1000);
    // Compounds are joined part by part, where a language does not take them apart.
    let compound = read("fr", &"a-".repeat(100_000));
    assert!(compound.tree().nodes.len() < 1000);
    assert!(read("en", "").tree().nodes.is_empty());
    assert!(model_of("xx").is_none());
}

proptest! {
    /// Whatever the text, tokens stand in order at characters of it, every word has one, and heads are tokens.
    #[test]
    fn any_text_has_a_tree(text in "(\\PC|[-–—.'’ \n\u{301}\u{ad}]|n't|zum |des |l’){0,60}", code in 0..3usize) {
        let reading = read(["en", "de", "fr"][code], &text);
        let tree = reading.tree();
        prop_assert_eq!(tree.tokens.len(), tree.nodes.len());
        let mut last = 0;
        for token in &tree.tokens {
            prop_assert!(token.span.start >= last || token.word.is_some());
            prop_assert!(!token.span.of(&text).is_empty());
            last = token.span.start;
        }
        for node in &tree.nodes {
            prop_assert!(node.head.is_none_or(|head| head < tree.nodes.len()));
        }
        prop_assert!((0..reading.words.len()).all(|word| tree.token(word).is_some()));
    }
}
