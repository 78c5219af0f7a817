//! The report for a person at a terminal.

use crate::check::Checked;
use crate::cli::excerpt;
use crate::cli::excerpt::Line;
use crate::cli::summary::Summary;
use crate::config::Level;
use crate::draft::Draft;
use crate::matching::Candidate;
use crate::rules::{Finding, Proof, Verdict};
use crate::text::Span;
use crate::text::fold::printable;
use crate::workspace::Prepared;
use anstyle::{AnsiColor, Style};
use std::io;
use std::io::Write;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const PLACE: Style = AnsiColor::Blue.on_default().bold();
const SOURCE: Style = AnsiColor::Cyan.on_default();

fn colour(level: Level) -> Style {
    match level {
        Level::Error => AnsiColor::Red.on_default().bold(),
        Level::Warning => AnsiColor::Yellow.on_default().bold(),
        Level::Info => AnsiColor::Blue.on_default().bold(),
        Level::Hint | Level::Off => AnsiColor::Green.on_default(),
    }
}

pub(super) fn print(all: &[Checked], prepared: &Prepared, summary: &Summary, quiet: bool) -> io::Result<()> {
    let mut out = anstream::AutoStream::auto(io::stdout()).lock();
    for Checked { draft, report } in all {
        for finding in &report.findings {
            print_finding(&mut out, draft, finding)?;
        }
    }
    if !quiet {
        print_unchecked(&mut out, all)?;
        print_summary(&mut out, prepared, summary)?;
    }
    out.flush()
}

fn print_finding(out: &mut impl Write, draft: &Draft, finding: &Finding) -> io::Result<()> {
    let style = colour(finding.level);
    let place = draft.lines.place(&draft.text, finding.span.start);
    let number = place.line.to_string();
    let margin = " ".repeat(number.len());
    writeln!(
        out,
        "{style}{}[{}]{style:#}{BOLD}: {}{BOLD:#}",
        finding.level.name(),
        finding.rule,
        printable(&finding.message)
    )?;
    writeln!(out, "{margin}{PLACE}-->{PLACE:#} {}:{}:{}", printable(&draft.path), place.line, place.column)?;
    writeln!(out, "{margin} {PLACE}|{PLACE:#}")?;
    let (text, marked) = quoted_text(draft, finding);
    let lines = excerpt::fold(&text, &marked, width() - number.len() - 3, '^');
    for (n, line) in lines.iter().enumerate() {
        let head = if n == 0 { number.clone() } else { margin.clone() };
        print_line(out, &head, &margin, line, style)?;
    }
    let values = finding.values(&draft.text);
    // Two values stand one above the other in the excerpts; more of them need a table.
    if values.len() > 2 {
        print_values(&mut *out, &values, &margin)?;
    }
    for proof in finding.evidence.iter().take(SHOWN_PASSAGES) {
        print_proof(out, proof, &margin)?;
    }
    let left = finding.evidence.len().saturating_sub(SHOWN_PASSAGES);
    if left > 0 {
        writeln!(
            out,
            "{margin} {PLACE}={PLACE:#} {DIM}and {left} more {}{DIM:#}",
            if left == 1 { "passage" } else { "passages" }
        )?;
    }
    for fix in &finding.fixes {
        writeln!(out, "{margin} {PLACE}={PLACE:#} fix: {}", printable(&fix.title))?;
    }
    writeln!(out)
}

/// Who has which value, the values below each other.
fn print_values(out: &mut impl Write, values: &[(String, String)], margin: &str) -> io::Result<()> {
    use unicode_width::UnicodeWidthStr as _;
    let widest = values.iter().map(|(who, _)| who.width()).max().unwrap_or(0);
    for (who, value) in values {
        let gap = " ".repeat(widest - who.width());
        writeln!(
            out,
            "{margin} {PLACE}={PLACE:#} {}{gap}  {BOLD}{}{BOLD:#}",
            printable(who),
            printable(value)
        )?;
    }
    Ok(())
}

/// Passages printed beneath a finding.
const SHOWN_PASSAGES: usize = 3;

fn print_line(out: &mut impl Write, head: &str, margin: &str, line: &Line, style: Style) -> io::Result<()> {
    writeln!(out, "{PLACE}{head} |{PLACE:#} {}", line.text)?;
    match &line.marks {
        Some(marks) => writeln!(out, "{margin} {PLACE}|{PLACE:#} {style}{marks}{style:#}"),
        None => Ok(()),
    }
}

/// A source's passage, its place first, the words that matter underlined.
pub(super) fn print_proof(out: &mut impl Write, proof: &Proof, margin: &str) -> io::Result<()> {
    print_head(out, &proof.candidate, &proof.place(), margin)?;
    print_passage(out, proof, margin)
}

/// Neighbouring passages of one source under the place of one of them, `head`.
pub(super) fn print_passages(out: &mut impl Write, head: &Candidate, proofs: &[Proof]) -> io::Result<()> {
    let place =
        proofs.iter().find(|proof| proof.candidate.id == head.id).map(Proof::place).unwrap_or_default();
    print_head(out, head, &place, "")?;
    proofs.iter().try_for_each(|proof| print_passage(out, proof, ""))
}

fn print_head(out: &mut impl Write, candidate: &Candidate, place: &str, margin: &str) -> io::Result<()> {
    let (source, passage) = (&candidate.source, &candidate.passage);
    let named = [
        source.publisher.as_deref(),
        source.published.as_deref(),
        passage.speaker.as_deref(),
        passage.locator.as_deref(),
    ];
    let named: Vec<String> = named.into_iter().flatten().map(printable).collect();
    let named = if named.is_empty() { String::new() } else { format!(" ({})", named.join(", ")) };
    writeln!(out, "{margin} {PLACE}={PLACE:#} {SOURCE}{}{SOURCE:#}{named}", printable(place))
}

fn print_passage(out: &mut impl Write, proof: &Proof, margin: &str) -> io::Result<()> {
    for line in excerpt::fold(&proof.candidate.passage.text, &proof.marked, width() - margin.len() - 5, '~') {
        writeln!(out, "{margin} {PLACE}|{PLACE:#}   {}", line.text)?;
        if let Some(marks) = &line.marks {
            writeln!(out, "{margin} {PLACE}|{PLACE:#}   {SOURCE}{marks}{SOURCE:#}")?;
        }
    }
    Ok(())
}

/// The sentences that a finding touches, and where in them its words stand.
fn quoted_text(draft: &Draft, finding: &Finding) -> (String, Vec<Span>) {
    let touched =
        draft.sentences.iter().map(|sentence| sentence.file).filter(|file| file.overlaps(finding.span));
    let shown = touched.reduce(Span::join).unwrap_or(finding.span).join(finding.span);
    let text = shown.of(&draft.text).to_owned();
    // The words to change are marked rather than the whole quotation, where a fix names them.
    let words: Vec<Span> = finding
        .fixes
        .first()
        .into_iter()
        .flat_map(|fix| &fix.edits)
        .map(|edit| edit.span)
        .filter(|span| span.of(&draft.text).contains(char::is_alphanumeric) && finding.span.covers(*span))
        .collect();
    let marked = if words.is_empty() { vec![finding.span] } else { words };
    (
        text,
        marked
            .into_iter()
            .map(|span| Span { start: span.start - shown.start, end: span.end - shown.start })
            .collect(),
    )
}

/// Which sentences could not be checked, and what would have to be saved.
fn print_unchecked(out: &mut impl Write, all: &[Checked]) -> io::Result<()> {
    let unchecked = all.iter().flat_map(|checked| {
        let sentences =
            checked.report.sentences.iter().filter(|sentence| sentence.verdict == Verdict::Unchecked);
        sentences.map(move |sentence| (&checked.draft, sentence))
    });
    let listed: Vec<_> = unchecked.collect();
    for (draft, sentence) in listed.iter().take(LISTED) {
        let line = draft.lines.line(sentence.span.start);
        writeln!(
            out,
            "unchecked {}:{line}: not saved: {}",
            printable(&draft.path),
            printable(&sentence.unsaved.join(", "))
        )?;
    }
    if listed.len() > LISTED {
        writeln!(out, "unchecked: {} more", listed.len() - LISTED)?;
    }
    Ok(())
}

/// Sentences listed as unchecked.
const LISTED: usize = 20;

fn print_summary(out: &mut impl Write, prepared: &Prepared, summary: &Summary) -> io::Result<()> {
    let plural =
        |count: usize, one: &str| if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") };
    let mut found: Vec<String> = [
        (summary.errors, "error"),
        (summary.warnings, "warning"),
        (summary.infos, "info"),
        (summary.hints, "hint"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, name)| if name == "info" { format!("{count} info") } else { plural(count, name) })
    .collect();
    if found.is_empty() {
        found.push("no findings".to_owned());
    }
    if summary.suppressed > 0 {
        found.push(format!("{} suppressed", summary.suppressed));
    }
    if summary.unchecked > 0 {
        found.push(format!("{} unchecked", plural(summary.unchecked, "sentence")));
    }
    let skipped = prepared.refreshed.skipped.len();
    let skipped = if skipped > 0 {
        format!(", {} skipped (`backread index` says why)", plural(skipped, "file"))
    } else {
        String::new()
    };
    let sources = prepared.snapshot.roster().len();
    writeln!(
        out,
        "{BOLD}{}{BOLD:#} in {} ({} need no source), held against {}{skipped}",
        found.join(", "),
        plural(summary.sentences, "sentence"),
        summary.exempt,
        plural(sources, "source")
    )
}

/// Columns to fold at: the terminal's, within what reads well.
pub(super) fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    columns.unwrap_or(DEFAULT_WIDTH).clamp(40, 120)
}

const DEFAULT_WIDTH: usize = 100;
