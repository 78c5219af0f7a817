//! `backread rules`: what is checked.

use crate::check;
use std::io::Write;
use std::process::ExitCode;

pub(super) fn run() -> anyhow::Result<ExitCode> {
    let mut out = anstream::stdout();
    for rule in check::rules() {
        writeln!(out, "{:<20} {:<8} {}", rule.name(), rule.level.name(), rule.summary)?;
    }
    Ok(ExitCode::SUCCESS)
}
