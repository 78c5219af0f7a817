//! The seeds of the fuzz targets, and what the fuzzers found, through the targets' own bodies.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

#[path = "../fuzz/bodies.rs"]
#[expect(unreachable_pub, reason = "the targets have them in a crate of their own")]
mod bodies;

#[test]
fn every_seed_holds_what_its_target_asserts() {
    type Body = fn(&[u8]);
    let targets: [(&str, Body); 7] = [
        ("draft", bodies::draft),
        ("source", bodies::source),
        ("bibliography", bodies::bibliography),
        ("packed", bodies::packed),
        ("sentence", bodies::sentence),
        ("settings", bodies::settings),
        ("edits", bodies::edits),
    ];
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    for (name, body) in targets {
        let found: Vec<_> =
            fs::read_dir(seeds.join(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(!found.is_empty(), "no seeds for {name}");
        for seed in found {
            body(&fs::read(&seed).unwrap());
        }
    }
}
