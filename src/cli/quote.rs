//! `backread quote`: where some words come from: the verdict, the differences, who says them, and what stands
//! around them.

use crate::check::Settings;
use crate::cli::arguments::Global;
use crate::cli::human;
use crate::cli::opening::with_corpus;
use crate::config::Level;
use crate::draft::Draft;
use crate::matching::quotations::fit::Place;
use crate::matching::quotations::reading;
use crate::matching::quotations::reading::Token;
use crate::matching::{Candidate, Desk};
use crate::rules::{Case, Family, Memory, Outcome, Proof, QuoteCase};
use crate::text::Span;
use crate::text::fold::printable;
use std::io;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

pub(super) fn run(text: &str, global: &Global) -> anyhow::Result<ExitCode> {
    anyhow::ensure!(text.chars().any(char::is_alphanumeric), "no words to look for");
    with_corpus(Path::new("."), global, |prepared| {
        let draft = Draft::read("quotation", &as_block(text), None);
        let desk = Desk::new(Arc::clone(&prepared.snapshot));
        let settings = Settings::default();
        let mut memory = Memory::default();
        let report = crate::check::remembering(&draft, &desk, &settings, &mut memory, &|| false);
        let findings = report.map(|report| report.findings).unwrap_or_default();
        let findings: Vec<_> =
            findings.into_iter().filter(|finding| finding.rule.family() == Family::Quotations).collect();
        let mut out = anstream::stdout();
        for finding in &findings {
            writeln!(out, "{}[{}]: {}", finding.level.name(), finding.rule, printable(&finding.message))?;
        }
        let case = Case::gather(&draft, &desk, &settings.config, &memory.recall(), &|| false);
        for quote in case.iter().flat_map(|case| &case.quotations) {
            print(&mut out, quote, &desk)?;
        }
        if case
            .is_none_or(|case| case.quotations.iter().all(|quote| matches!(quote.outcome, Outcome::Nothing)))
        {
            for proof in findings.iter().flat_map(|finding| &finding.evidence) {
                human::print_proof(&mut out, proof, "")?;
            }
        }
        Ok(ExitCode::from(u8::from(findings.iter().any(|finding| finding.level >= Level::Warning))))
    })
}

/// The words as a block quotation of one paragraph, without marks around them and with nothing that Markdown
/// would read.
fn as_block(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = words.trim_matches(['“', '”', '"', '„', '«', '»', ' ']);
    let escaped: String = bare
        .chars()
        .flat_map(|c| "\\`*_[]<>#|~".contains(c).then_some('\\').into_iter().chain([c]))
        .collect();
    format!("> {escaped}")
}

/// The verdict in a line, then each place.
fn print(out: &mut impl Write, quote: &QuoteCase, desk: &Desk) -> io::Result<()> {
    match &quote.outcome {
        Outcome::Found(laid) if laid.iter().all(|one| one.place.edits.is_empty()) => {
            let places: Vec<&Place> = match laid.as_slice() {
                [one] => quote.parts[one.part].fragments[one.fragment].exact.iter().collect(),
                _ => Vec::new(),
            };
            // Words that an aside interrupts stand nowhere in one piece.
            let places = if places.is_empty() { laid.iter().map(|one| &one.place).collect() } else { places };
            let count = if laid.len() > 1 { "in pieces, in order" } else { &*counted(places.len()) };
            writeln!(out, "Word for word {count}:")?;
            places.iter().take(SHOWN).try_for_each(|place| print_place(out, place, desk))?;
            if places.len() > SHOWN {
                writeln!(out, "and {} more", places.len() - SHOWN)?;
            }
            Ok(())
        }
        Outcome::Found(laid) => laid.iter().try_for_each(|one| {
            writeln!(
                out,
                "{}",
                printable(&compared(&one.place, one.tokens(quote), &quote.parts[one.part].text))
            )?;
            print_place(out, &one.place, desk)
        }),
        Outcome::Spliced(pieces) => {
            [&pieces.first, &pieces.second].into_iter().try_for_each(|place| print_place(out, place, desk))
        }
        Outcome::NotSpeech | Outcome::Nothing => Ok(()),
    }
}

/// Places that are printed.
const SHOWN: usize = 5;

fn counted(places: usize) -> String {
    if places == 1 { "in one place".to_owned() } else { format!("in {places} places") }
}

/// The quotation with its differences in brackets: `[tug → pilot]` for a change, `[+not]` for what is left
/// out, `[-very]` for what the source has not.
fn compared(place: &Place, tokens: &[Token], text: &str) -> String {
    let mut shown = String::new();
    let mut at = 0;
    for edit in &place.edits {
        let gap = || {
            tokens
                .get(edit.quoted.start)
                .map_or(Span::new(text.len(), text.len()).start, |next| next.word.span.start)
        };
        let span = reading::span(tokens, &edit.quoted).unwrap_or_else(|| Span { start: gap(), end: gap() });
        let (ours, theirs) = (span.of(text), place.window.text(edit.source.start, edit.source.end));
        shown.push_str(&text[at.min(span.start as usize)..span.start as usize]);
        match (ours.is_empty(), theirs.is_empty() || ours == theirs) {
            (true, _) => shown.push_str(&format!("[+{theirs}] ")),
            (_, true) => shown.push_str(&format!("[-{ours}]")),
            _ => shown.push_str(&format!("[{ours} → {theirs}]")),
        }
        at = span.end as usize;
    }
    shown.push_str(text.get(at..).unwrap_or_default());
    shown
}

/// A place with the sentences around it, and who says it.
fn print_place(out: &mut impl Write, place: &Place, desk: &Desk) -> io::Result<()> {
    let (Some((first, _)), Some((last, _))) = (place.origin(), place.end()) else { return Ok(()) };
    // In a transcript the next speaker's words are no context of these.
    let belongs = |of: &Candidate, near: &Candidate| {
        !near.passage.heading && near.passage.speaker == of.passage.speaker
    };
    let around = |of: &Candidate, steps: i64| desk.neighbour(of, steps).filter(|near| belongs(of, near));
    let mut proofs: Vec<Proof> = crate::rules::differing(place, 1.0);
    proofs.splice(..0, around(first, -1).map(|before| Proof::of(&before, 0.0)));
    proofs.extend(around(last, 1).map(|after| Proof::of(&after, 0.0)));
    human::print_passages(out, first, &proofs)?;
    match place.speaker() {
        Some(speaker) => writeln!(out, "  said by {}", printable(speaker)),
        None if place.is_speech() => writeln!(out, "  nobody is named as the speaker"),
        None => writeln!(out, "  the source's own words, without marks"),
    }
}
