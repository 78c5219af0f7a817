//! How French picks one out of many.

use crate::language::vocabulary::degrees::{BARE, Degrees};

#[rustfmt::skip]
pub(super) const DEGREES: Degrees = Degrees {
    leads: &["plus", "moins"],
    needs_article: &[
        "le", "la", "les", "des", "du", "deuxieme", "seconde", "second", "troisieme", "quatrieme", "cinquieme", "sixieme", "l", "aux", "au",
        "sa", "son", "ses", "leur", "leurs",
    ],
    among: &["l'un des", "l'une des", "un des", "une des", "parmi les", "parmi", "partie des", "l un des", "l une des", "certains des"],
    limits: &["hors", "excepte", "exceptee", "sauf", "depuis", "hormis"],
    no_limits: &["releves", "mesures", "debut", "statistiques"],
    ors: &["ou"],
    extents: &["partout", "tout le", "toute la", "tout l", "toute l", "ensemble", "entier", "entiere", "entiers", "entieres", "totalite"],
    rests: &["ailleurs", "autre", "autres", "reste", "restants", "restantes", "seulement", "seul", "seule", "seuls", "seules", "uniquement"],
    ins: &["a", "au", "aux", "dans", "en", "chez", "autour", "pres", "de", "du"],
    wholes: &["tous", "toutes", "chaque", "chacun", "chacune"],
    nones: &["aucun", "aucune"],
    ones: &["un", "une", "l'un", "l'une"],
    pairs: &["les deux"],
    shares: &[
        ("plupart", 0.5, 1.0), ("majorite", 0.5, 1.0), ("minorite", 0.0, 0.5), ("peu", 0.0, 0.4), ("presque tous", 0.8, 1.0),
        ("presque toutes", 0.8, 1.0), ("quasiment tous", 0.8, 1.0), ("quasiment toutes", 0.8, 1.0), ("tous", 1.0, 1.0), ("toutes", 1.0, 1.0),
        ("unanimite", 1.0, 1.0), ("unanimement", 1.0, 1.0), ("aucun", 0.0, 0.0), ("aucune", 0.0, 0.0), ("grande majorite", 0.65, 1.0),
    ],
    partitives: &["sur", "parmi", "des"],
    save_for: &["sauf", "hormis", "excepte", "exception"],
    ..BARE
};
