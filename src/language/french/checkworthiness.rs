//! Words by which a sentence tells a fact, or a view, in French.

use crate::language::vocabulary::checkworthiness::Checkworthiness;

#[rustfmt::skip]
pub(super) const CHECKWORTHINESS: Checkworthiness = Checkworthiness {
    records: &[
        "selon", "rapporte", "rapport", "annonce", "publie", "publiee", "enquete", "etude", "sondage", "donnees", "statistiques", "chiffres",
        "confirme", "dementi", "accuse", "critique", "averti",
    ],
    pasts: &[
        "a", "ont", "etait", "etaient", "avait", "avaient", "fut", "furent", "ete", "eu", "fit", "firent", "prit", "perdu", "gagne", "tue", "vote",
        "mort",
    ],
    past_ending: "erent",
    superlative_ending: "",
    laws: &[
        "loi", "lois", "tribunal", "cour", "constitution", "impot", "impots", "parlement", "assemblee", "budget", "traite", "sanctions", "gouvernement",
        "police", "decret", "justice",
    ],
    comparisons: &["plus", "moins", "meilleur", "pire", "premier", "premiere", "seul", "seule", "record", "que", "double"],
    times: &["depuis", "dernier", "derniere", "recemment", "auparavant"],
    minds: &["crois", "pense", "pensons", "penser", "espere", "esperons", "sens", "sais", "suppose", "imagine", "doute", "souhaite", "semble", "parait"],
    wishes: &["veux", "veut", "voulons", "vouloir", "essayer"],
    duties: &["doit", "doivent", "devons", "devrait", "devraient", "faut", "faudrait", "peut", "peuvent", "pouvons"],
    futures: &["sera", "seront", "serait", "seraient", "pourrait", "pourraient", "ira", "iront"],
    boosters: &[
        "tres", "vraiment", "absolument", "simplement", "tout", "totalement", "extremement", "evidemment", "certainement", "surement", "franchement",
        "meme", "toujours", "jamais", "encore", "trop", "assez", "malheureusement", "heureusement",
    ],
    judgements: &[
        "bon", "bonne", "mauvais", "mauvaise", "important", "faux", "vrai", "vraie", "terrible", "magnifique", "absurde", "dangereux", "dangereuse",
        "fier", "clair", "grave", "dur", "scandaleux", "scandaleuse", "honteux", "honteuse", "ridicule", "brillant", "catastrophique", "cynique",
    ],
    states: &["est", "sont", "c'est", "reste"],
    wonderings: &["comment", "pourquoi", "quoi"],
    together: &["nous", "notre", "nos"],
    leads: &["et", "mais", "alors", "donc", "or", "car", "cela", "ce", "c'est", "voici", "ainsi"],
};
