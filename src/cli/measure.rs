//! `backread measure`: how often what was learned is right, for those who change it.

mod cases;
mod ignores;

use crate::cli::arguments::{Global, Measure, Measured};
use crate::language::{self, Lexicon};
use crate::prose::Reading;
use crate::prose::syntax::{accuracy, model_of, treebank};
use anyhow::Context as _;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(measure: &Measure, global: &Global) -> anyhow::Result<ExitCode> {
    match &measure.measured {
        Some(Measured::Syntax { file, language }) => syntax(file, language.as_deref()),
        Some(Measured::Cases { folder, list }) => cases::run(folder, *list),
        Some(Measured::Tree { text, language }) => tree(&text.join(" "), language.as_deref()),
        None => ignores::run(measure.from_ignores.as_deref().unwrap_or_default(), global),
    }
}

fn syntax(file: &Path, language: Option<&str>) -> anyhow::Result<ExitCode> {
    let name = file.display();
    let text = std::fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
    let sentences = treebank::read(&text).map_err(|line| {
        anyhow::anyhow!("{name}:{line}: no line of CoNLL-U (ten columns with tabs between)")
    })?;
    let sample: Vec<&str> =
        sentences.iter().flatten().take(SAMPLE_WORDS).map(|word| word.form.as_str()).collect();
    let lexicon = lexicon(language, &sample.join(" "))?;
    let code = lexicon.language.code;
    let model = model_of(code).with_context(|| format!("there is no model of `{code}`"))?;
    writeln!(anstream::stdout(), "{}", accuracy::measure(model, &sentences))?;
    Ok(ExitCode::SUCCESS)
}

/// The language named, or the one that a text is in.
fn lexicon(language: Option<&str>, text: &str) -> anyhow::Result<&'static Lexicon> {
    match language {
        Some(code) => language::by_code(code).with_context(|| format!("there is no language `{code}`")),
        None => Ok(language::detect(text)),
    }
}

/// Words that tell a language beyond doubt.
const SAMPLE_WORDS: usize = 300;

fn tree(text: &str, language: Option<&str>) -> anyhow::Result<ExitCode> {
    let lexicon = lexicon(language, text)?;
    let reading = Reading::of(text, lexicon);
    let code = lexicon.language.code;
    let model = model_of(code).with_context(|| format!("there is no model of `{code}`"))?;
    let tree = reading.tree();
    let mut out = anstream::stdout();
    for (n, (token, node)) in tree.tokens.iter().zip(&tree.nodes).enumerate() {
        let label = [node.label.relation.name(), node.label.subtype.name()];
        let label = label.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(":");
        let head = node.head.map_or(0, |head| head + 1);
        let (number, upos) = (n + 1, node.upos.name());
        let lemma = model.lemma(&token.form, node);
        writeln!(out, "{number}\t{}\t{lemma}\t{upos}\t_\t_\t{head}\t{label}\t_\t_", token.form)?;
    }
    Ok(ExitCode::SUCCESS)
}
