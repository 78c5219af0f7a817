//! Layer 0: the settings as data. Reading the file is the workspace's work.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// `backread.toml`. Every key may be missing.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Config {
    /// Folders, files and globs that hold the sources. Default: `corpus`, else `sources`.
    pub corpus: Vec<String>,
    /// Globs of the drafts. Default: every Markdown file that is no source, and `corpus/drafts/`.
    pub drafts: Vec<String>,
    /// Globs of files that are neither draft nor source.
    pub exclude: Vec<String>,
    /// The style guide of the house: it decides how loudly small changes inside quotations are reported.
    pub style: Option<Style>,
    /// Language of the drafts (`en`, `de`, `fr`). Default: detected per document.
    pub language: Option<String>,
    /// What "about" and "nearly" allow, as a share of the number: 0.1 is 10 %, the default.
    pub about: Option<f64>,
    /// Spellings of names that the house uses, each with those that it does not: `Kyiv = ["Kiev"]`.
    pub names: BTreeMap<String, Vec<String>>,
    /// Independent sources that a claim needs, for the rule `single-source`; 2 by default.
    pub min_sources: Option<u8>,
    /// How far back a citation reaches; `run` by default.
    pub citation_scope: CitationScope,
    /// Phrases that need no source: a sentence that contains one is exempt.
    pub common_knowledge: Vec<String>,
    /// Least severity that makes `backread check` exit with 1.
    pub fail_on: Option<FailOn>,
    /// Rule name to level.
    pub rules: BTreeMap<String, Level>,
    /// Levels for some paths only.
    pub overrides: Vec<Override>,
}

/// Levels that hold for the drafts under some globs.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Override {
    /// Globs of drafts, relative to `backread.toml`.
    pub paths: Vec<String>,
    /// Rule name to level.
    pub rules: BTreeMap<String, Level>,
}

/// Which sentences a citation covers beside its own.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq, Hash)]
#[serde(rename_all = "lowercase")]
pub enum CitationScope {
    /// Those before it, back to the citation before or the paragraph's start.
    #[default]
    Run,
    /// None.
    Sentence,
    /// All of its paragraph.
    Paragraph,
}

/// How loudly a rule speaks.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Off,
    Hint,
    Info,
    Warning,
    Error,
}

/// A style guide.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    Ap,
    Reuters,
    Guardian,
    Cmos,
}

/// The least severity that fails a run.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    Error,
    #[default]
    Warning,
    Info,
    Hint,
    Never,
}

impl FailOn {
    /// Whether a finding of `level` fails the run.
    pub fn fails(self, level: Level) -> bool {
        match self {
            Self::Error => level >= Level::Error,
            Self::Warning => level >= Level::Warning,
            Self::Info => level >= Level::Info,
            Self::Hint => level >= Level::Hint,
            Self::Never => false,
        }
    }
}

impl Level {
    /// The name as settings and reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Hint => "hint",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Why a settings file cannot be used. The message names the key and the mend; the caller adds the file.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// Not TOML, or a value of the wrong kind. Line counts from 1.
    #[error("line {line}: {message}")]
    Syntax { line: usize, message: String },
    #[error("unknown key `{key}`{}", nearest.as_ref().map(|name| format!("; did you mean `{name}`?")).unwrap_or_default())]
    UnknownKey { key: String, nearest: Option<String> },
    #[error("`language = \"{0}\"`: Backread reads \"en\", \"de\" and \"fr\"")]
    Language(String),
    #[error("`about = {0}`: a share from 0 to 0.5, such as 0.1 for 10 %")]
    About(f64),
    #[error("unknown rule `{rule}` under [rules]{}", nearest.as_ref().map_or_else(|| "; `backread rules` lists them".to_owned(), |name| format!("; did you mean `{name}`?")))]
    UnknownRule { rule: String, nearest: Option<String> },
}

impl ConfigError {
    /// The line of the file to look at, from 1. `text` is the file's.
    pub fn line(&self, text: &str) -> usize {
        let name = match self {
            Self::Syntax { line, .. } => return *line,
            Self::UnknownKey { key, .. } => key,
            Self::UnknownRule { rule, .. } => rule,
            Self::Language(_) => "language",
            Self::About(_) => "about",
        };
        text.lines()
            .position(|line| line.trim_start().trim_start_matches('"').starts_with(name))
            .map_or(1, |line| line + 1)
    }
}

/// Reads the settings. `rules` are the names that exist.
pub fn parse(text: &str, rules: &[&str]) -> Result<Config, ConfigError> {
    let table: toml::Table = text.parse().map_err(|error| syntax(text, &error))?;
    let known = [
        "corpus",
        "drafts",
        "exclude",
        "style",
        "language",
        "about",
        "names",
        "min-sources",
        "citation-scope",
        "common-knowledge",
        "fail-on",
        "rules",
        "overrides",
    ];
    if let Some(key) = table.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(ConfigError::UnknownKey { key: key.clone(), nearest: nearest(key, &known) });
    }
    let config: Config = toml::from_str(text).map_err(|error| syntax(text, &error))?;
    if let Some(language) =
        config.language.as_ref().filter(|code| !["en", "de", "fr"].contains(&code.as_str()))
    {
        return Err(ConfigError::Language(language.clone()));
    }
    if let Some(about) = config.about.filter(|about| !(0.0..=0.5).contains(about)) {
        return Err(ConfigError::About(about));
    }
    let mut named = config.rules.keys().chain(config.overrides.iter().flat_map(|one| one.rules.keys()));
    match named.find(|rule| !rules.contains(&rule.as_str())) {
        Some(rule) => Err(ConfigError::UnknownRule { rule: rule.clone(), nearest: nearest(rule, rules) }),
        None => Ok(config),
    }
}

fn syntax(text: &str, error: &toml::de::Error) -> ConfigError {
    let at = error.span().map_or(0, |span| span.start.min(text.len()));
    ConfigError::Syntax { line: text[..at].matches('\n').count() + 1, message: error.message().to_owned() }
}

/// The known name that `name` was probably meant to be.
pub fn nearest(name: &str, known: &[&str]) -> Option<String> {
    let close = known
        .iter()
        .map(|other| (strsim::jaro_winkler(name, other), *other))
        .filter(|(score, _)| *score > NAME_TYPO);
    close.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, other)| other.to_owned())
}

/// Jaro-Winkler similarity above which a wrong name is taken for a typing error; "sources" for "corpus" stays
/// below.
const NAME_TYPO: f64 = 0.8;
