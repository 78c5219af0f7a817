//! Little words and endings of German.

use crate::language::vocabulary::grammar::{BARE, Grammar};

pub(super) const GRAMMAR: Grammar = Grammar {
    month_leads: &["im", "seit", "bis", "anfang", "mitte", "ende"],
    counted: &["prozent", "millionen", "milliarden", "menschen"],
    o_clock: &["uhr"],
    pointers: &["die", "diese", "jene"],
    others: &["andere", "weitere"],
    pounds: &["pfund"],
    things: &["es"],
    finite: &["ist", "war", "sind", "waren", "hat", "haben", "hatte"],
    numbered: &["nr", "art", "abs", "s", "bd"],
    doubtful: &["est", "max", "min", "co", "jr", "sr", "al"],
    relatives: &["der", "die", "das", "welcher", "welche", "welches"],
    free_order: true,
    ordinal_stops: true,
    fused: &[
        ("zum", ["zu", "dem"]),
        ("zur", ["zu", "der"]),
        ("im", ["in", "dem"]),
        ("am", ["an", "dem"]),
        ("vom", ["von", "dem"]),
        ("beim", ["bei", "dem"]),
        ("ins", ["in", "das"]),
        ("ans", ["an", "das"]),
        ("aufs", ["auf", "das"]),
        ("fürs", ["für", "das"]),
        ("durchs", ["durch", "das"]),
        ("übers", ["über", "das"]),
        ("ums", ["um", "das"]),
    ],
    mutual: &["mit", "samt", "neben"],
    ..BARE
};
