//! `backread explain RULE`: a rule's page.

use crate::config;
use crate::rules::{Code, table};
use std::io::Write;
use std::process::ExitCode;

pub(super) fn run(name: &str) -> anyhow::Result<ExitCode> {
    let Some(rule) = Code::by_name(name).map(table::of) else {
        let near = config::nearest(name, &Code::names())
            .map(|near| format!("; did you mean `{near}`?"))
            .unwrap_or_default();
        anyhow::bail!("there is no rule `{name}`{near} (`backread rules` lists them)");
    };
    anstream::stdout().write_all(rule.docs.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
