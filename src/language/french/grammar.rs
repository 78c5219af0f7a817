//! Little words and endings of French.

use crate::language::vocabulary::grammar::{BARE, Grammar};

pub(super) const GRAMMAR: Grammar = Grammar {
    month_leads: &["en", "depuis", "debut", "fin", "mi"],
    counted: &["pour", "millions", "milliards", "personnes"],
    hour_letter: Some("h"),
    pointers: &["les", "ces"],
    others: &["autres", "d'"],
    pounds: &["livre", "livres"],
    things: &["il"],
    finite: &["est", "sont", "etait", "etaient", "a", "ont", "avait"],
    numbered: &["no", "p", "pp", "fig", "vol", "art"],
    doubtful: &["est", "max", "min", "art.", "etc", "jr", "sr", "al"],
    fused: &[
        ("du", ["de", "le"]),
        ("des", ["de", "les"]),
        ("au", ["à", "le"]),
        ("aux", ["à", "les"]),
        ("auquel", ["à", "lequel"]),
        ("auxquels", ["à", "lesquels"]),
        ("duquel", ["de", "lequel"]),
        ("desquels", ["de", "lesquels"]),
    ],
    inverted: &["je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce"],
    relatives: &["qui", "lequel", "laquelle"],
    nows: &["desormais", "actuellement", "maintenant", "aujourd'hui", "dorenavant", "actuel", "actuelle"],
    formers: &[
        "auparavant",
        "avant",
        "precedemment",
        "jadis",
        "jusque",
        "jusqu'a",
        "jusqu'en",
        "autrefois",
        "initialement",
        "precedente",
        "precedent",
    ],
    partitives: &["des", "du"],
    partitive_leads: &[
        "avec", "dans", "par", "pour", "sur", "sous", "sans", "en", "a", "ont", "est", "sont", "etait",
        "etaient", "sera", "et", "ou", "mais", "que", "comme", "entre", "vers", "chez", "contre", "selon",
    ],
    mutual: &["avec"],
    ..BARE
};
