//! `backread quote`: where some words come from.

use super::{Global, human, with_corpus};
use crate::check::{self, Settings};
use crate::draft::Draft;
use crate::rules::{Case, Memory, Proof};
use crate::text::fold::printable;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

pub(super) fn run(text: &str, global: &Global) -> anyhow::Result<ExitCode> {
    anyhow::ensure!(text.chars().any(char::is_alphanumeric), "no words to look for");
    with_corpus(Path::new("."), global, |prepared| {
        // A block quotation of one paragraph: all of it is somebody's words.
        let markdown = format!("> {}", text.split_whitespace().collect::<Vec<_>>().join(" "));
        let draft = Draft::read("quotation", &markdown, None);
        let desk = crate::matching::Desk::new(Arc::clone(&prepared.snapshot));
        let settings = Settings::default();
        let report = check::check_with(&draft, &desk, &settings, &|| false);
        let case = Case::gather(&draft, &desk, &settings.config, &Memory::default().recall(), &|| false);
        let mut out = anstream::stdout();
        let findings: Vec<_> =
            report.into_iter().flat_map(|report| report.findings).filter(|finding| finding.rule.contains("quote")).collect();
        for finding in &findings {
            writeln!(out, "{}[{}]: {}", finding.level.name(), finding.rule, printable(&finding.message))?;
            for proof in &finding.evidence {
                human::print_proof(&mut out, proof, "")?;
            }
        }
        let places: Vec<(Proof, Option<String>)> = case.iter().flat_map(Case::exact_places).collect();
        if findings.is_empty() {
            writeln!(
                out,
                "Word for word in {}:",
                if places.len() == 1 { "one place".to_owned() } else { format!("{} places", places.len()) }
            )?;
            for (proof, speaker) in &places {
                human::print_proof(&mut out, proof, "")?;
                if let Some(speaker) = speaker {
                    writeln!(out, "  said by {}", printable(speaker))?;
                }
            }
        }
        Ok(ExitCode::from(u8::from(!findings.is_empty())))
    })
}
