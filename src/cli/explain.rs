//! `backread explain RULE`: a rule's page.

use crate::{config, rules};
use std::io::Write;
use std::process::ExitCode;

pub(super) fn run(name: &str) -> anyhow::Result<ExitCode> {
    let Some(rule) = rules::by_name(name) else {
        let near = config::nearest(name, &rules::names())
            .map(|near| format!("; did you mean `{near}`?"))
            .unwrap_or_default();
        anyhow::bail!("there is no rule `{name}`{near} (`backread rules` lists them)");
    };
    anstream::stdout().write_all(rule.docs.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
