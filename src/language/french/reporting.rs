//! Whose word it is, in French.

use crate::language::vocabulary::reporting::Reporting;

#[rustfmt::skip]
pub(super) const REPORTING: Reporting = Reporting {
    says: &[
        "dit", "dire", "disent", "disait", "declare", "declarait", "affirme", "affirmait", "explique", "expliquait", "ajoute", "estime",
        "assure", "souligne", "precise", "ecrit", "repond", "repondu", "averti", "avertit", "confie", "raconte", "juge",
        "indique", "rappelle", "denonce", "pense", "croit", "craint", "regrette", "evalue", "attribue", "qualifie", "decrit", "evoque", "voit",
        "voient", "reconnait", "reconnu", "admet", "confirme", "critique", "note", "observe", "considere", "redoute", "espere", "prevoit",
    ],
    claims: &["pretend", "accuse", "soupconne", "reproche", "soutient", "allegue"],
    rejects: &["dement", "nie", "rejette", "conteste", "recuse", "refute"],
    sources: &[
        "selon", "d apres", "d'apres", "aux yeux de", "aux yeux du", "aux yeux des", "de l avis de", "avis de", "avis du", "avis des",
        "au dire de", "aux dires de", "aux dires du",
    ],
    documents: &[
        "rapport", "plainte", "communique", "lettre", "etude", "sondage", "note", "document", "proces-verbal", "journal", "article", "chiffre",
        "chiffres", "donnees", "resultat", "jugement", "arret", "decision", "loi", "texte", "source", "sources", "enquete",
    ],
    anybody: &[
        "entreprise", "societe", "groupe", "organisation", "agence", "autorite", "autorites", "bureau", "exploitant", "association", "homme",
        "femme", "personne", "gens", "porte-parole", "representant", "responsable", "chef", "dirigeant", "membre", "expert", "auteur", "auteurs",
        "chercheur", "critique", "opposant", "direction", "administration", "gouvernement", "camp", "avocat", "avocate", "parti", "equipe",
    ],
    sources_behind: &[],
};
