//! How a statement is meant, in French.

use crate::language::vocabulary::stance::Stance;

#[rustfmt::skip]
pub(super) const STANCE: Stance = Stance {
    denials: &["loin de", "renonce a", "incapable de", "exclu de"],
    no_denials: &["seulement", "moins", "plus", "que", "tous", "toutes"],
    plans: &[
        "prevoit de", "prevoient de", "veut", "veulent", "compte", "comptent", "envisage de", "envisagent de", "espere", "promet de",
        "promis de", "tente de", "essaie de", "menace de", "va", "vont", "devrait", "devraient", "souhaite",
    ],
    charges: &[
        "accuse", "accusee", "accuses", "inculpe", "examen", "soupconne", "soupconnee", "soupcons", "presume", "presumee", "enquete",
        "poursuivi", "poursuivie", "interpelle", "proces",
    ],
    convictions: &["condamne", "condamnee", "coupable", "meurtrier", "assassin", "voleur", "escroc"],
    amounts: &[
        ("aucun", 0), ("aucune", 0), ("peu", 1), ("certains", 2), ("certaines", 2), ("quelques", 2), ("plusieurs", 3), ("beaucoup", 3),
        ("nombreux", 3), ("plupart", 4), ("majorite", 4), ("tous", 5), ("toutes", 5), ("chaque", 5), ("jamais", 0), ("rarement", 1),
        ("parfois", 2), ("souvent", 3), ("toujours", 5),
    ],
    unreal: &["si", "avant", "sans", "de"],
    clause_openers: &["mais", "qui", "dont", "parce", "quand", "lorsque", "si", "alors", "tandis", "apres", "avant", "que", "ou"],
    adverb_ending: "ment",
};
