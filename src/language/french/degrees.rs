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
    wholes: &["tous", "toutes", "chaque", "chacun", "chacune"],
    nones: &["aucun", "aucune"],
    ones: &["un", "une", "l'un", "l'une"],
    pairs: &["les deux"],
    ..BARE
};
