//! Little words and endings of English.

use crate::language::vocabulary::grammar::{BARE, Grammar};

pub(super) const GRAMMAR: Grammar = Grammar {
    capital_calendar: true,
    common_months: &["may", "march", "mar"],
    month_leads: &["in", "since", "until", "by", "of", "last", "next", "late", "early", "mid"],
    day_of: &["of"],
    counted: &["percent", "million", "billion", "people"],
    period_ends: &["end"],
    this: &["the", "this"],
    before_noon: &["am"],
    after_noon: &["pm"],
    pointers: &["the", "these", "those"],
    bound_articles: &["the", "a", "an"],
    inside: &["in"],
    others: &["other", "more"],
    pounds: &["pound", "pounds"],
    adverb_endings: &["ly"],
    denying_endings: &["n't"],
    things: &["it"],
    finite: &["was", "were", "is", "are", "has", "have", "had"],
    adverb_limiters: &["only"],
    numbered: &["no", "nos", "p", "pp", "fig", "vol", "art"],
    doubtful: &[
        "sun", "sat", "mar", "ill", "miss", "mass", "wash", "ore", "mo", "est", "max", "min", "art.", "inc",
        "co", "corp", "ltd", "etc", "jr", "sr", "al",
    ],
    parts_compounds: true,
    fused: &[
        ("cannot", ["can", "not"]),
        ("gonna", ["gon", "na"]),
        ("wanna", ["wan", "na"]),
        ("gotta", ["got", "ta"]),
    ],
    relatives: &["who", "which", "that"],
    enclitics: &["n't", "'s", "'re", "'ve", "'ll", "'d", "'m"],
    clitics: &[
        ("'s", &["is", "has", "us"]),
        ("'d", &["had", "would"]),
        ("'ve", &["have"]),
        ("'ll", &["will"]),
        ("'re", &["are"]),
    ],
    mutual: &["with", "alongside", "and"],
    ..BARE
};
