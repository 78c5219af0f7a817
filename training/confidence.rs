//! Learns how likely a finding is right from findings that somebody judged:
//! `cargo run --release --example learn-confidence -- CASES.jsonl > src/rules/confidence/weights.rs`.
//!
//! A case a line: `{"ground": "opposite", "right": true, "weight": 1.0, "signs": […]}`, the signs as `check --format json` gives
//! them; the ground is what it gives as the difference, or the rule where it gives none. Logistic regression with a penalty on large weights; the same cases make the same weights.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::cast_precision_loss,
    reason = "a tool for the project's developers"
)]

use backread::rules::SIGNS;

/// Steps down the slope, and how long one is: the loss is convex and the signs lie between -1 and 1.
const STEPS: usize = 6_000;
const STEP: f64 = 1.0;
/// Of weights between 0.1 and 10 the held-back cases cared little; a small one keeps two signs that say the same apart.
const PENALTY: f64 = 3.0;

struct Finding {
    ground: String,
    is_right: f64,
    weight: f64,
    signs: Vec<f64>,
}

fn main() {
    let path = std::env::args().nth(1).expect("usage: CASES.jsonl");
    let text = std::fs::read_to_string(path).expect("the cases");
    let findings: Vec<Finding> = text.lines().map(read).collect();
    let mut grounds: Vec<&str> = findings.iter().map(|finding| finding.ground.as_str()).collect();
    grounds.sort_unstable();
    grounds.dedup();
    let whole: f64 = findings.iter().map(|finding| finding.weight).sum();
    let (mut weights, mut base) = ([0.0; SIGNS.len()], vec![0.0; grounds.len()]);
    let ground = |finding: &Finding| grounds.iter().position(|ground| *ground == finding.ground).unwrap();
    for _ in 0..STEPS {
        let (mut slope, mut base_slope) = ([0.0; SIGNS.len()], vec![0.0; grounds.len()]);
        for finding in &findings {
            let sum: f64 = weights.iter().zip(&finding.signs).map(|(weight, sign)| weight * sign).sum();
            let error = 1.0 / (1.0 + (-sum - base[ground(finding)]).exp()) - finding.is_right;
            let error = error * finding.weight / whole;
            slope.iter_mut().zip(&finding.signs).for_each(|(slope, sign)| *slope += error * sign);
            base_slope[ground(finding)] += error;
        }
        for (weight, slope) in weights.iter_mut().zip(slope) {
            *weight -= STEP * (slope + PENALTY / whole * *weight);
        }
        for (base, slope) in base.iter_mut().zip(base_slope) {
            *base -= STEP * (slope + PENALTY / whole * *base);
        }
    }
    eprintln!("{} findings", findings.len());
    println!(
        "//! What each sign weighs, and each ground by itself. Learned by `training/confidence.rs`; not to be edited by hand.\n"
    );
    println!("/// In the order of the signs; on the scale of log odds.");
    println!("#[rustfmt::skip]\npub(super) const WEIGHTS: [f64; {}] = [", SIGNS.len());
    SIGNS.iter().zip(weights).for_each(|(name, weight)| println!("    {weight:.3}, // {name}"));
    println!("];\n\n/// What a finding starts from, by the kind of its difference, or by its rule.");
    println!("#[rustfmt::skip]\npub(super) const GROUNDS: [(&str, f64); {}] = [", grounds.len());
    grounds.iter().zip(base).for_each(|(ground, base)| println!("    ({ground:?}, {base:.3}),"));
    println!("];");
}

fn read(line: &str) -> Finding {
    let case: serde_json::Value = serde_json::from_str(line).expect("a case");
    let signs: Vec<f64> =
        case["signs"].as_array().unwrap().iter().map(|sign| sign.as_f64().unwrap()).collect();
    assert_eq!(signs.len(), SIGNS.len(), "cases of another version");
    Finding {
        ground: case["ground"].as_str().unwrap().to_owned(),
        is_right: f64::from(u8::from(case["right"].as_bool().unwrap())),
        weight: case["weight"].as_f64().unwrap_or(1.0),
        signs,
    }
}
