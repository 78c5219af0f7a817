//! The cases of our own hold: slips named, faithful sentences left alone, and neither by silence.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::process::Command;

/// What the measure says of some cases: slips, named, faithful, accused, backed.
struct Row {
    slips: f64,
    named: f64,
    faithful: f64,
    accused: f64,
    backed: f64,
}

fn measured(folder: &str) -> String {
    let folder = format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"));
    let run =
        Command::new(env!("CARGO_BIN_EXE_backread")).args(["measure", "cases", &folder]).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

fn row(table: &str, group: &str) -> Row {
    let line = table.lines().find(|line| line.starts_with(&format!("| {group} |"))).unwrap();
    let cells: Vec<f64> = line.split('|').filter_map(|cell| cell.trim().parse().ok()).collect();
    let [slips, _, named, faithful, accused, backed, _] = cells[..] else { panic!("{line}") };
    Row { slips, named, faithful, accused, backed }
}

/// Raise a floor when the measure rises; lower none.
#[test]
fn slips_are_named_and_faithful_sentences_are_not_accused() {
    let table = measured("tests/cases");
    let all = row(&table, "all");
    assert!(all.faithful >= 150.0, "only {} cases", all.faithful);
    let floors = [
        ("all", 0.49, 0.01),
        ("language en", 0.34, 0.02),
        ("language de", 0.55, 0.03),
        ("language fr", 0.62, 0.03),
        ("distance near", 0.68, 0.02),
        ("distance mid", 0.38, 0.02),
    ];
    for (group, named, accused) in floors {
        let row = row(&table, group);
        assert!(
            row.named >= row.slips * named,
            "{group}: {} of {} slips are named\n{table}",
            row.named,
            row.slips
        );
        assert!(
            row.accused <= row.faithful * accused,
            "{group}: {} of {} accused\n{table}",
            row.accused,
            row.faithful
        );
        assert!(
            row.backed >= row.faithful * 0.85,
            "{group}: {} of {} backed\n{table}",
            row.backed,
            row.faithful
        );
    }
}
