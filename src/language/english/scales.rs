//! How far a thing is known, and how far it is settled, in English.

use crate::language::vocabulary::scales::Scales;

#[rustfmt::skip]
pub(super) const SCALES: Scales = Scales {
    knowledge: &[
        &["unclear", "unknown", "open", "undetermined", "uncertain"],
        &[
            "suspects", "suspected", "suspicion", "believes", "belief", "thinks", "thought", "assumes", "presumes", "may", "might", "could", "possible", "possibly",
            "perhaps", "preliminary", "provisional", "estimate", "suggests", "indicates", "indication", "opinion", "hypothesis", "theory", "hints",
            "reckons", "guess",
        ],
        &["likely", "probable", "probably", "expects"],
        &[
            "established", "proves", "proved", "proven", "definitive", "final", "conclusive", "certain", "clear", "undisputed",
        ],
    ],
    resolve: &[
        &[
            "considers", "consideration", "discusses", "discussion", "weighs", "mulls", "examines", "explores", "talks", "idea", "debates", "contemplates", "option",
            "could", "may", "might", "undecided",
        ],
        &[
            "plans", "proposes", "proposal", "drafts", "intends", "wants", "wishes", "like", "hopes", "seeks", "suggests", "demands", "recommends",
            "aims", "should", "would", "motion",
        ],
        &["decides", "decision", "agreed", "approved", "adopted", "resolved", "settled"],
    ],
};
