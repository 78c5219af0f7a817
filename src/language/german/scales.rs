//! How far a thing is known, and how far it is settled, in German.

use crate::language::vocabulary::scales::Scales;

#[rustfmt::skip]
pub(super) const SCALES: Scales = Scales {
    knowledge: &[
        &["unklar", "offen", "unbekannt", "ungewiss"],
        &[
            "vermutet", "vermutung", "vermutlich", "verdacht", "verdachtigt", "glaubt", "annahme", "nimmt", "mutmaßlich", "mutmasslich", "moglich",
            "moglicherweise", "konnte", "vielleicht", "vorlaufig", "vorlaufigen", "schatzung", "hinweis", "hinweise", "deutet", "deuten", "einschatzung",
        ],
        &["wahrscheinlich", "erwartet", "voraussichtlich"],
        &[
            "festgestellt", "feststellung", "nachgewiesen", "nachweis", "bewiesen", "beweis", "belegt", "endgultig", "abschließend",
            "abschliessend", "gewiss", "erwiesen", "fest",
        ],
    ],
    resolve: &[
        &[
            "erwagt", "erwogen", "erwagung", "pruft", "gepruft", "uberlegt", "uberlegung", "diskutiert", "berat", "idee", "debattiert", "konnte",
            "gesprach", "gesprache", "verhandelt", "verhandlung",
        ],
        &[
            "plant", "geplant", "plan", "vorschlag", "vorgeschlagen", "entwurf", "will", "mochte", "soll", "sollen", "hofft", "fordert", "empfiehlt",
            "beabsichtigt", "antrag",
        ],
        &["beschlossen", "beschluss", "beschloss", "entschieden", "entscheidung", "vereinbart", "vereinbarung", "einigung", "verabschiedet", "genehmigt", "gebilligt"],
    ],
};
