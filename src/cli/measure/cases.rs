//! `backread measure cases DIR`: what is found of slips whose place is known, and what is said of faithful sentences.

use crate::check::{Settings, check_with};
use crate::config::Level;
use crate::corpus::Index;
use crate::draft::Draft;
use crate::matching::Desk;
use crate::rules::{Code, Finding, Verdict};
use anyhow::Context as _;
use rayon::prelude::*;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A source, a sentence that is faithful to it, and perhaps the same with a slip (CONTRIBUTING.md, “Cases”).
#[derive(Deserialize)]
struct Case {
    id: String,
    /// What the slip is: a figure, a date.
    kind: String,
    lang: String,
    /// How far its wording is from the source's: near, mid, far.
    distance: String,
    /// The day of the source and of the draft.
    published: Option<String>,
    publisher: Option<String>,
    source: String,
    right: String,
    wrong: Option<String>,
}

/// What was said of one case.
struct Outcome<'c> {
    case: &'c Case,
    /// Rules that spoke up on the faithful sentence.
    calm: BTreeSet<Code>,
    backed: bool,
    details: bool,
    /// Rules that spoke up on the slip, and not on the faithful sentence.
    loud: BTreeSet<Code>,
    /// Findings with a confidence, and whether each is right.
    told: Vec<(f64, bool)>,
}

pub(super) fn run(folder: &Path, list: bool) -> anyhow::Result<ExitCode> {
    let cases = read(folder)?;
    let desks = desks(&cases)?;
    let outcomes: Vec<Outcome<'_>> =
        cases.par_iter().filter_map(|case| Some(outcome(case, desks.get(&case.lang)?))).collect();
    let mut out = anstream::stdout();
    write!(out, "{}", table(&outcomes))?;
    write!(out, "{}", calibration(&outcomes))?;
    if list {
        write!(out, "{}", listed(&outcomes))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The cases of a file, or of all `.jsonl` files of a folder, by name.
fn read(path: &Path) -> anyhow::Result<Vec<Case>> {
    let unreadable = || format!("{} cannot be read", path.display());
    let files: Vec<PathBuf> = if path.is_dir() {
        let entries = std::fs::read_dir(path).with_context(unreadable)?.collect::<Result<Vec<_>, _>>();
        let mut files: Vec<PathBuf> =
            entries.with_context(unreadable)?.iter().map(std::fs::DirEntry::path).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "jsonl"));
        files.sort();
        files
    } else {
        vec![path.to_owned()]
    };
    let mut cases = Vec::new();
    for file in files {
        let name = file.display();
        let text = std::fs::read_to_string(&file).with_context(|| format!("{name} cannot be read"))?;
        for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let case = serde_json::from_str(line).map_err(|error| {
                anyhow::anyhow!("{name}:{}: no case: {error} (CONTRIBUTING.md says what one needs)", n + 1)
            })?;
            cases.push(case);
        }
    }
    anyhow::ensure!(
        !cases.is_empty(),
        "{} holds no cases: a line of JSON each, in files that end in .jsonl",
        path.display()
    );
    Ok(cases)
}

/// For each language the sources of all its cases: each sentence has to be told from those of the others.
fn desks(cases: &[Case]) -> anyhow::Result<BTreeMap<String, Desk>> {
    let mut texts: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for case in cases {
        let head = front_matter(case, "published");
        let text = format!("{head}\n{}\n", case.source);
        texts.entry(case.lang.clone()).or_default().push((format!("{}.md", case.id), text));
    }
    let desk = |(language, texts): (String, Vec<(String, String)>)| {
        Ok((language, Desk::new(Index::of_texts(&texts)?.snapshot()?)))
    };
    texts.into_iter().map(desk).collect()
}

/// Strings of JSON are strings of YAML.
fn front_matter(case: &Case, date: &str) -> String {
    let mut head = format!("---\nlanguage: {}\n", serde_json::Value::from(case.lang.as_str()));
    let lines = [(date, &case.published), ("publisher", &case.publisher)];
    for (key, value) in lines.into_iter().filter_map(|(key, value)| Some((key, value.as_deref()?))) {
        let _ = writeln!(head, "{key}: {}", serde_json::Value::from(value));
    }
    head + "---\n"
}

fn outcome<'c>(case: &'c Case, desk: &Desk) -> Outcome<'c> {
    let (verdicts, right) = checked(case, &case.right, desk);
    let (_, wrong) = case.wrong.as_ref().map(|wrong| checked(case, wrong, desk)).unwrap_or_default();
    let calm = loud(&right);
    let is_backed = |verdict: &Verdict| matches!(verdict, Verdict::Supported | Verdict::Exempt);
    let rules: BTreeSet<Code> = right.iter().map(|finding| finding.rule).collect();
    let sure = |finding: &Finding| finding.confidence.map(|confidence| confidence.value);
    let said = right.iter().filter_map(sure).map(|value| (value, false));
    let new = wrong.iter().filter(|finding| !rules.contains(&finding.rule));
    let told = said.chain(new.filter_map(sure).map(|value| (value, true))).collect();
    Outcome {
        case,
        backed: verdicts.iter().all(is_backed),
        details: rules.contains(&Code::UnsourcedDetail),
        loud: loud(&wrong).difference(&calm).copied().collect(),
        calm,
        told,
    }
}

/// The verdicts and the findings on one text as a draft of its own.
fn checked(case: &Case, text: &str, desk: &Desk) -> (Vec<Verdict>, Vec<Finding>) {
    let plain: String = text.chars().fold(String::new(), |mut plain, c| {
        if "*_`<>[]#|~\\".contains(c) {
            plain.push('\\');
        }
        plain.push(c);
        plain
    });
    let draft = Draft::read("draft.md", &format!("{}\n{plain}\n", front_matter(case, "date")), None);
    let report = check_with(&draft, desk, &Settings::default(), &|| false);
    report.map_or_else(Default::default, |report| {
        (report.sentences.iter().map(|sentence| sentence.verdict).collect(), report.findings)
    })
}

fn loud(findings: &[Finding]) -> BTreeSet<Code> {
    findings.iter().filter(|finding| finding.level >= Level::Warning).map(|finding| finding.rule).collect()
}

/// What is counted of some cases.
#[derive(Default)]
struct Count {
    slips: usize,
    found: usize,
    named: usize,
    faithful: usize,
    accused: usize,
    backed: usize,
    details: usize,
}

impl Outcome<'_> {
    fn is_found(&self) -> bool {
        !self.loud.is_empty()
    }

    /// Whether more is said of the slip than that no source was found.
    fn is_named(&self) -> bool {
        self.loud.iter().any(|rule| *rule != Code::UnsourcedClaim)
    }

    fn groups(&self) -> [(u8, String); 4] {
        let case = self.case;
        [
            (0, "all".to_owned()),
            (1, format!("language {}", case.lang)),
            (2, format!("distance {}", case.distance)),
            (3, format!("kind {}", case.kind)),
        ]
    }
}

fn table(outcomes: &[Outcome<'_>]) -> String {
    let mut counts: BTreeMap<(u8, String), Count> = BTreeMap::new();
    for outcome in outcomes {
        for group in outcome.groups() {
            let count = counts.entry(group).or_default();
            count.faithful += 1;
            count.accused += usize::from(!outcome.calm.is_empty());
            count.backed += usize::from(outcome.backed);
            count.details += usize::from(outcome.details);
            if outcome.case.wrong.is_some() {
                count.slips += 1;
                count.found += usize::from(outcome.is_found());
                count.named += usize::from(outcome.is_named());
            }
        }
    }
    let mut text = String::from(
        "| cases | slips | found | named | faithful | accused | backed | with details |\n|---|---|---|---|---|---|---|---|\n",
    );
    for ((_, group), count) in counts {
        let Count { slips, found, named, faithful, accused, backed, details } = count;
        let _ = writeln!(
            text,
            "| {group} | {slips} | {found} | {named} | {faithful} | {accused} | {backed} | {details} |"
        );
    }
    text
}

/// How many findings of each range of confidence are right.
fn calibration(outcomes: &[Outcome<'_>]) -> String {
    let mut text = String::from("\n| confidence | findings | right |\n|---|---|---|\n");
    for (from, to) in RANGES {
        let here = outcomes.iter().flat_map(|outcome| &outcome.told);
        let here: Vec<bool> =
            here.filter(|(value, _)| (from..to).contains(value)).map(|(_, right)| *right).collect();
        let right = here.iter().filter(|right| **right).count();
        let _ = writeln!(text, "| {from:.2} to {:.2} | {} | {right} |", to.min(1.0), here.len());
    }
    text
}

/// Where a finding turns from a hint to a warning, and from a warning to an error, among the bounds.
const RANGES: [(f64, f64); 5] = [(0.0, 0.35), (0.35, 0.55), (0.55, 0.75), (0.75, 0.9), (0.9, f64::INFINITY)];

/// The slips that no rule names, and the faithful sentences that one accuses.
fn listed(outcomes: &[Outcome<'_>]) -> String {
    let mut text = String::new();
    for outcome in outcomes {
        let case = outcome.case;
        let names =
            |rules: &BTreeSet<Code>| rules.iter().map(|rule| rule.name()).collect::<Vec<_>>().join(", ");
        if let Some(wrong) = case.wrong.as_ref().filter(|_| !outcome.is_named()) {
            let _ = writeln!(text, "missed {} ({}, {}): {wrong}", case.id, case.kind, case.distance);
        }
        if !outcome.calm.is_empty() {
            let _ = writeln!(text, "accused {} ({}): {}", case.id, names(&outcome.calm), case.right);
        }
    }
    text
}
