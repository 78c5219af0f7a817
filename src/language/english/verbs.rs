//! English verbs whose forms no stemmer brings together. Forms that are words of their own, too ("left",
//! "saw", "found"), are left out.

/// The plain form first.
#[rustfmt::skip]
pub(super) const IRREGULAR: &[&[&str]] = &[
    &["arise", "arose", "arisen"], &["become", "became"], &["begin", "began", "begun"], &["bend", "bent"],
    &["bite", "bit", "bitten"], &["blow", "blew", "blown"], &["break", "broke", "broken"], &["bring", "brought"],
    &["build", "built"], &["burn", "burnt"], &["buy", "bought"], &["catch", "caught"], &["choose", "chose", "chosen"],
    &["come", "came"], &["deal", "dealt"], &["dig", "dug"], &["draw", "drew", "drawn"], &["drink", "drank", "drunk"],
    &["drive", "drove", "driven"], &["eat", "ate", "eaten"], &["fall", "fell", "fallen"], &["fight", "fought"], &["flee", "fled"],
    &["fly", "flew", "flown"], &["forbid", "forbade", "forbidden"], &["forget", "forgot", "forgotten"],
    &["freeze", "froze", "frozen"], &["give", "gave", "given"], &["go", "went", "gone"], &["grow", "grew", "grown"],
    &["hang", "hung"], &["hide", "hid", "hidden"], &["hold", "held"], &["keep", "kept"], &["know", "knew", "known"],
    &["lead", "led"], &["lend", "lent"], &["lose", "lost"], &["meet", "met"], &["overtake", "overtook", "overtaken"],
    &["pay", "paid"], &["ride", "rode", "ridden"], &["ring", "rang", "rung"], &["rise", "rose", "risen"], &["run", "ran"],
    &["seek", "sought"], &["sell", "sold"], &["send", "sent"], &["shake", "shook", "shaken"], &["shoot", "shot"],
    &["shrink", "shrank", "shrunk"], &["sing", "sang", "sung"], &["sink", "sank", "sunk"], &["sleep", "slept"],
    &["speak", "spoke", "spoken"], &["spend", "spent"], &["stand", "stood"], &["steal", "stole", "stolen"], &["stick", "stuck"],
    &["strike", "struck", "stricken"], &["swear", "swore", "sworn"], &["sweep", "swept"], &["swim", "swam", "swum"],
    &["take", "took", "taken"], &["teach", "taught"], &["tear", "tore", "torn"], &["think", "thought"],
    &["throw", "threw", "thrown"], &["undergo", "underwent", "undergone"], &["wake", "woke", "woken"], &["wear", "wore", "worn"],
    &["win", "won"], &["withdraw", "withdrew", "withdrawn"], &["write", "wrote", "written"],
];
