//! The command line.

use crate::config::FailOn;
use crate::corpus::formats::packed::child;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Holds every sentence of a draft against a folder of saved sources.
#[derive(Parser)]
#[command(name = "backread", version, max_term_width = 100)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) global: Global,
}

#[derive(Args, Clone)]
pub(super) struct Global {
    /// The folder of sources, in place of the settings'
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) corpus: Option<PathBuf>,
    /// The settings file, in place of the nearest backread.toml
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
    /// Say nothing but findings and errors
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Human,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum FailOnArg {
    Error,
    Warning,
    Info,
    Hint,
    Never,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Write backread.toml, a corpus and a first draft that shows what a finding looks like
    Init {
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
    /// Hold drafts against the sources
    Check {
        /// Drafts or folders of drafts; `-` reads standard input [default: all drafts of the workspace]
        paths: Vec<PathBuf>,
        /// Pass over named files that are sources or no drafts by the settings, as for a hook that names
        /// every changed file
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
    /// Measure what was learned: for those who change it
    Measure(Measure),
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

/// What to measure, or what to measure by.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, arg_required_else_help = true)]
pub(super) struct Measure {
    #[command(subcommand)]
    pub measured: Option<Measured>,
    /// Write findings that these drafts ignore out as cases, a line each [default: all drafts of the workspace]
    #[arg(long, num_args = 0.., value_name = "PATH")]
    pub from_ignores: Option<Vec<PathBuf>>,
}

/// What is measured.
#[derive(Subcommand)]
pub(super) enum Measured {
    /// Parts of speech, lemmas and dependencies against a treebank: shares of its words that are right
    Syntax {
        /// A file in CoNLL-U
        file: PathBuf,
        /// Its language [default: detected]
        #[arg(long)]
        language: Option<String>,
    },
    /// Slips whose place is known, and faithful sentences: what is found, named, accused and backed
    Cases {
        /// A folder of `.jsonl` files, or one of them; CONTRIBUTING.md says what a case is
        folder: PathBuf,
        /// List the slips missed and the sentences accused
        #[arg(long)]
        list: bool,
    },
    /// Print one sentence as it is parsed, in CoNLL-U
    Tree {
        #[arg(required = true)]
        text: Vec<String>,
        /// Its language [default: detected]
        #[arg(long)]
        language: Option<String>,
    },
}
