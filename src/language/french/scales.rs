//! How far a thing is known, and how far it is settled, in French.

use crate::language::vocabulary::scales::Scales;

#[rustfmt::skip]
pub(super) const SCALES: Scales = Scales {
    knowledge: &[
        &["inconnu", "incertain"],
        &[
            "soupconne", "soupcon", "suppose", "croit", "pense", "possible", "pourrait", "pourraient", "peut-etre", "provisoire", "estimation",
            "hypothese", "indique", "indice", "avis", "semble", "presume", "serait", "aurait", "premiere",
        ],
        &["probable", "probablement", "vraisemblable"],
        &[
            "etabli", "etablit", "prouve", "preuve", "demontre", "definitif", "certain", "certitude", "avere",
        ],
    ],
    resolve: &[
        &["envisage", "etudie", "examine", "discute", "discussion", "reflechit", "idee", "debat", "pourrait", "pourraient", "negocie"],
        &[
            "prevoit", "projet", "propose", "proposition", "veut", "souhaite", "espere", "compte", "recommande", "demande", "devrait", "voudrait",
        ],
        &["decide", "decision", "accord", "approuve", "adopte", "adoption", "vote", "valide", "conclu"],
    ],
};
