//! Layer 7: the command line.

pub mod arguments;
mod check;
mod excerpt;
mod explain;
mod human;
mod index;
mod init;
mod json;
mod measure;
pub mod opening;
mod progress;
mod quote;
mod rules;
mod search;
mod sources;
pub mod summary;

use crate::cli::arguments::{Cli, Color, Command};
use crate::cli::opening::{FAILED, complain};
use crate::config::FailOn;
use crate::corpus::formats::packed::child;
use crate::corpus::formats::packed::unpacked::Packing;
use crate::workspace::Named;
use anyhow::Context as _;
use clap::{CommandFactory, Parser};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// The other front end: serves an editor, given the settings file and the corpus that the command line names.
pub type Serve<'a> = &'a dyn Fn(Option<PathBuf>, Option<PathBuf>) -> ExitCode;

/// Runs the command. Exit codes: 0 clean, 1 findings, 2 failed.
pub fn main(serve: Serve<'_>) -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Nothing can be done about a closed terminal.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { FAILED } else { 0 });
        }
    };
    let choice = match cli.global.color {
        Color::Auto => anstream::ColorChoice::Auto,
        Color::Always => anstream::ColorChoice::Always,
        Color::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
    if let Ok(program) = std::env::current_exe() {
        child::run_with(program);
    }
    let result = match cli.command {
        Command::Init { folder } => init::run(&folder),
        Command::Check { paths, drafts_only, format, fail_on } => {
            let named = if drafts_only { Named::AsFound } else { Named::Draft };
            check::run(&paths, named, format, fail_on.map(FailOn::from), &cli.global)
        }
        Command::Index => index::run(&cli.global),
        Command::Sources => sources::run(&cli.global),
        Command::Search { text, limit } => search::run(&text, limit, &cli.global),
        Command::Quote { text } => quote::run(&text, &cli.global),
        Command::Rules => rules::run(),
        Command::Explain { rule } => explain::run(&rule),
        Command::Measure(measured) => measure::run(&measured, &cli.global),
        Command::Lsp { .. } => Ok(serve(cli.global.config, cli.global.corpus)),
        Command::Unpack { ending } => unpack(&ending),
        Command::Completions { shell } => completions(shell),
    };
    match result {
        Ok(code) => code,
        // A reader that has seen enough closes the pipe: `backread check | head`.
        Err(error)
            if error
                .downcast_ref::<std::io::Error>()
                .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe) =>
        {
            ExitCode::SUCCESS
        }
        Err(error) => {
            complain(&format!("error: {error}"));
            ExitCode::from(FAILED)
        }
    }
}

fn unpack(ending: &str) -> anyhow::Result<ExitCode> {
    child::serve(Packing::of(ending).with_context(|| format!("no packed format ends in .{ending}"))?)?;
    Ok(ExitCode::SUCCESS)
}

fn completions(shell: clap_complete::Shell) -> anyhow::Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "backread", &mut script);
    anstream::stdout().write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}
