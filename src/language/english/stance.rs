//! How a statement is meant, in English.

use crate::language::vocabulary::stance::Stance;

#[rustfmt::skip]
pub(super) const STANCE: Stance = Stance {
    denials: &[
        "far from", "stopped short of", "stops short of", "ruled out", "rules out", "rule out", "ruling out", "failed to", "fails to",
        "failing to", "fail to", "refusing to", "declines to", "declining to", "unable to", "prevented", "prevents", "yet to",
        "nowhere near", "fell short of", "it is false that", "it was false that", "false that", "untrue that",
    ],
    no_denials: &[
        "only", "just", "merely", "simply", "least", "until", "fewer", "less", "more", "later", "earlier", "sooner", "doubt", "matter",
        "wonder", "longer", "all", "every", "everyone", "everybody", "but", "other",
    ],
    plans: &[
        "plans to", "planned to", "plan to", "planning to", "will", "would", "intends to", "intend to", "intended to", "hopes to",
        "hope to", "hoped to", "promised to", "promises to", "promise to", "agreed to", "agrees to", "threatened to", "threatens to",
        "threaten to", "tried to", "tries to", "trying to", "attempted to", "attempts to", "attempting to", "wants to", "wanted to",
        "want to", "seeks to", "sought to", "seek to", "expects to", "expected to", "proposes to", "proposed to", "vowed to", "vows to",
        "pledged to", "pledges to", "in talks to", "aims to", "aimed to", "is to", "are to", "set to", "due to", "about to", "ready to",
        "willing to", "considering", "considers", "proposed", "mulling", "prefers", "prefer", "would rather", "wants", "want", "put at",
        "calls for", "called for",
    ],
    charges: &[
        "accused", "accuse", "accuses", "accusation", "accusations", "charged", "charge", "charges", "indicted", "indictment", "suspected",
        "suspect", "suspicion", "alleged", "allegedly", "allegation", "allegations", "arrested", "investigated", "investigating",
        "investigation", "prosecuted", "prosecutors", "trial", "faces", "facing", "denies", "denied", "questioned",
    ],
    convictions: &[
        "convicted", "guilty", "sentenced", "jailed", "imprisoned", "murderer", "killer", "rapist", "thief", "fraudster", "conviction",
    ],
    amounts: &[
        ("none", 0), ("neither", 0), ("no", 0), ("few", 1), ("some", 2), ("several", 3), ("many", 3), ("most", 4), ("all", 5),
        ("every", 5), ("each", 5), ("both", 5), ("never", 0), ("rarely", 1), ("seldom", 1), ("sometimes", 2), ("occasionally", 2),
        ("often", 3), ("frequently", 3), ("usually", 4), ("mostly", 4), ("always", 5), ("invariably", 5),
    ],
    unreal: &["if", "whether", "before", "until", "unless", "to"],
    clause_openers: &[
        "but", "who", "whom", "which", "because", "when", "although", "though", "if", "whether", "where", "while", "whereas", "since",
        "unless", "until", "after", "before", "despite", "whose", "as",
    ],
    adverb_ending: "ly",
};
