//! Layer 7: the command line.

mod check;
mod excerpt;
mod explain;
mod human;
mod index;
mod init;
mod json;
mod progress;
mod quote;
mod rules;
mod search;
mod sources;

use crate::config::FailOn;
use crate::corpus::formats::packed::{Packing, child};
use crate::workspace::{Drafting, Named, Prepared, Workspace};
use anyhow::Context as _;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Holds every sentence of a draft against a folder of saved sources.
#[derive(Parser)]
#[command(name = "backread", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    global: Global,
}

#[derive(Args, Clone)]
struct Global {
    /// The folder of sources, in place of the settings'
    #[arg(long, global = true, value_name = "DIR")]
    corpus: Option<PathBuf>,
    /// The settings file, in place of the nearest backread.toml
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: Color,
    /// Say nothing but findings and errors
    #[arg(long, short, global = true)]
    quiet: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum FailOnArg {
    Error,
    Warning,
    Info,
    Hint,
    Never,
}

#[derive(Subcommand)]
enum Command {
    /// Write backread.toml, a corpus and a first draft that shows what a finding looks like
    Init {
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
    /// Hold drafts against the sources
    Check {
        /// Drafts or folders of drafts; `-` reads standard input [default: all drafts of the workspace]
        paths: Vec<PathBuf>,
        /// Pass over named files that are sources or no drafts by the settings, as for a hook that names every changed file
        #[arg(long)]
        drafts_only: bool,
        #[arg(long, default_value = "human")]
        format: Format,
        /// Least severity that makes the exit code 1 [default: warning, or the settings']
        #[arg(long, value_name = "SEVERITY")]
        fail_on: Option<FailOnArg>,
    },
    /// Build or refresh the index; list what was skipped and why
    Index,
    /// List the sources: key, title, publisher, date, passages, problems
    Sources,
    /// Show the passages nearest to TEXT
    Search {
        text: String,
        /// How many
        #[arg(long, short = 'n', default_value_t = 5)]
        limit: usize,
    },
    /// Show where these words come from: verdict, speaker, differences
    Quote { text: String },
    /// List what is checked
    Rules,
    /// Explain one rule, with examples
    Explain { rule: String },
    /// Serve an editor: the language server on standard input and output
    Lsp {
        /// Accepted because editors pass it; there is no other way to talk
        #[arg(long)]
        stdio: bool,
    },
    /// What a child process does for the run that started it
    #[command(name = child::COMMAND, hide = true)]
    Unpack { ending: String },
    /// Print completions for a shell
    Completions { shell: clap_complete::Shell },
}

/// The run itself failed: bad usage, bad settings, no corpus, an unreadable draft.
const FAILED: u8 = 2;

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

/// A line for the person, never for a pipe's reader.
fn complain(line: &str) {
    // Standard error may be closed; there is nowhere else to say it.
    let _ = writeln!(anstream::stderr(), "{line}");
}

/// Does `work` over the corpus of `start`'s workspace.
fn with_corpus<T>(
    start: &Path,
    global: &Global,
    work: impl Fn(&Prepared) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let workspace = Workspace::find(start, global.config.as_deref(), global.corpus.as_deref())?;
    with_index(&workspace, &Drafting::default(), global, work)
}

/// Brings the index up to date and does `work` over it. An index that breaks while it is read is built anew, once.
fn with_index<T>(
    workspace: &Workspace,
    drafting: &Drafting,
    global: &Global,
    work: impl Fn(&Prepared) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let attempt = || prepare(workspace, drafting, global).and_then(|prepared| work(&prepared));
    // The engine trusts its files: garbled ones make it panic. The same panic on a new index is a fault of ours and goes on.
    if let Ok(result) = catch_unwind(AssertUnwindSafe(attempt)) {
        return result;
    }
    complain("note: the index was damaged and is built anew");
    workspace.forget_index();
    attempt()
}

fn prepare(workspace: &Workspace, drafting: &Drafting, global: &Global) -> anyhow::Result<Prepared> {
    let bar = progress::Bar::new(global.quiet);
    let prepared = workspace.prepare(drafting, &|done, all| bar.show(done, all))?;
    bar.finish();
    if let Some(note) = prepared.note.as_ref().filter(|_| !global.quiet) {
        complain(&format!("note: {note}"));
    }
    Ok(prepared)
}

impl From<FailOnArg> for FailOn {
    fn from(arg: FailOnArg) -> Self {
        match arg {
            FailOnArg::Error => Self::Error,
            FailOnArg::Warning => Self::Warning,
            FailOnArg::Info => Self::Info,
            FailOnArg::Hint => Self::Hint,
            FailOnArg::Never => Self::Never,
        }
    }
}
