//! `impossible-date`: the draft contradicts the calendar.

use crate::config::Level;
use crate::prose::dates::Impossible;
use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::finding::Remark;
use crate::rules::rule::{Rule, Run};

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::ImpossibleDate,
    summary: "The calendar has no such day, or gives it another weekday.",
    docs: include_str!("../../../docs/rules/impossible-date.md"),
    level: Level::Error,
    since: "0.1.0",
    run: Run::Sentence(run),
};

fn run(scene: &Scene<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for date in scene.reading.dates() {
        let Some(impossible) = date.impossible(scene.date) else { continue };
        let printed = date.span.of(&scene.reading.text);
        let message = match impossible {
            Impossible::NoSuchDay => format!("There is no {printed}. Check the date."),
            Impossible::Weekday { date, real } => {
                format!(
                    "{printed} cannot be: {} is a {}. Check day and date.",
                    date.strftime("%-d %B %Y"),
                    weekday(real)
                )
            }
        };
        found.push(RULE.remark(date.span, message));
    }
    found
}

fn weekday(number: i8) -> &'static str {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    usize::try_from(number - 1).ok().and_then(|n| names.get(n)).copied().unwrap_or("other day")
}
