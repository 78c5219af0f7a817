//! French.

use super::{Bound, Language};

#[rustfmt::skip]
pub(super) static FRENCH: Language = Language {
    code: "fr",
    stemmer: frostem::Algorithm::French,
    stopwords: &[
        "a", "au", "aux", "avec", "ce", "ces", "cet", "cette", "ceux", "dans", "de", "des", "du", "elle", "elles", "en", "est", "et", "eu",
        "eux", "il", "ils", "je", "la", "le", "les", "leur", "leurs", "lui", "ma", "mais", "me", "meme", "mes", "moi", "mon", "ne", "nos",
        "notre", "nous", "on", "ou", "par", "pas", "plus", "pour", "qu", "que", "qui", "sa", "se", "ses", "si", "son", "sont", "sur", "ta",
        "te", "tes", "toi", "ton", "tu", "un", "une", "vos", "votre", "vous", "c", "d", "j", "l", "m", "n", "s", "t", "y", "ete", "etait",
        "ont", "avait", "sera", "comme", "aussi", "tout", "tous", "toute", "toutes", "etre", "avoir", "fait",
    ],
    abbreviations: &["m", "mm", "mme", "mlle", "dr", "pr", "st", "ste", "av", "env", "etc", "janv", "fevr", "juil", "sept", "oct", "nov", "dec", "cf", "p", "n", "vol", "art"],
    openers: &["le", "la", "les", "il", "elle", "ils", "elles", "un", "une", "dans", "en", "mais", "et", "ce", "cette", "nous", "je", "on", "selon", "pour", "apres", "avant"],
    months: &[
        ("janvier", 1), ("janv", 1), ("fevrier", 2), ("fevr", 2), ("mars", 3), ("avril", 4), ("mai", 5), ("juin", 6), ("juillet", 7), ("juil", 7),
        ("aout", 8), ("septembre", 9), ("sept", 9), ("octobre", 10), ("oct", 10), ("novembre", 11), ("nov", 11), ("decembre", 12), ("dec", 12),
    ],
    weekdays: &[("lundi", 1), ("mardi", 2), ("mercredi", 3), ("jeudi", 4), ("vendredi", 5), ("samedi", 6), ("dimanche", 7)],
    relative_days: &[("aujourd'hui", 0), ("hier", -1), ("demain", 1)],
    cardinals: &[
        ("zero", 0.0), ("deux", 2.0), ("trois", 3.0), ("quatre", 4.0), ("cinq", 5.0), ("six", 6.0), ("sept", 7.0), ("huit", 8.0),
        ("neuf", 9.0), ("dix", 10.0), ("onze", 11.0), ("douze", 12.0), ("treize", 13.0), ("quatorze", 14.0), ("quinze", 15.0),
        ("seize", 16.0), ("vingt", 20.0), ("trente", 30.0), ("quarante", 40.0), ("cinquante", 50.0), ("soixante", 60.0),
    ],
    ordinals: &[("premier", 1.0), ("premiere", 1.0), ("deuxieme", 2.0), ("seconde", 2.0), ("troisieme", 3.0), ("quatrieme", 4.0), ("cinquieme", 5.0)],
    ordinal_suffixes: &["er", "re", "e", "eme"],
    magnitudes: &[("cent", 1e2), ("cents", 1e2), ("mille", 1e3), ("million", 1e6), ("millions", 1e6), ("milliard", 1e9), ("milliards", 1e9), ("douzaine", 12.0)],
    fractions: &[("moitie", 0.5), ("demi", 0.5), ("tiers", 1.0 / 3.0), ("quart", 0.25), ("quarts", 0.25), ("cinquieme", 0.2)],
    loose: &[("dizaines", 20.0, 100.0), ("centaines", 100.0, 1000.0), ("milliers", 1000.0, 100_000.0), ("plusieurs", 3.0, 10.0)],
    bounds: &[
        ("au moins", Bound::AtLeast), ("plus de", Bound::MoreThan), ("plus d'", Bound::MoreThan), ("moins de", Bound::LessThan),
        ("jusqu'a", Bound::AtMost), ("au plus", Bound::AtMost), ("pres de", Bound::Nearly), ("presque", Bound::Nearly),
        ("environ", Bound::About), ("quelque", Bound::About), ("exactement", Bound::Exact),
    ],
    units: &[
        ("%", "percent"), ("%", "pourcent"), ("pp", "points"), ("km", "kilometres"), ("km", "kilometre"), ("km", "km"), ("m", "metres"), ("kg", "kilogrammes"), ("kg", "kilos"), ("kg", "kg"),
        ("t", "tonnes"), ("ha", "hectares"), ("l", "litres"), ("€", "euros"), ("€", "euro"), ("$", "dollars"), ("d", "jours"), ("wk", "semaines"), ("mo", "mois"), ("y", "ans"), ("y", "annees"), ("h", "heures"), ("min", "minutes"),
    ],
    joiners: &["et", "a", "ou"],
    speech_verbs: &[
        "dit", "declare", "affirme", "explique", "ajoute", "estime", "assure", "annonce", "souligne", "precise", "ecrit", "repondu",
        "demande", "averti", "lance", "confie", "raconte", "juge", "indique", "rappelle", "denonce", "declarait", "expliquait", "affirmait",
    ],
    attributions: &["selon", "d'apres"],
    hedges: &["presume", "presumee", "suppose", "aurait", "auraient", "serait", "seraient", "peut-etre", "probablement", "apparemment", "possible", "vraisemblablement", "semble"],
    modals: &["pourrait", "pourraient", "devrait", "devraient", "peut", "peuvent"],
    negations: &["ne", "n", "pas", "jamais", "aucun", "aucune", "rien", "personne", "ni", "sans", "dementi", "refuse", "nie"],
    limiters: &["mais", "sauf", "hormis", "sinon", "cependant", "toutefois", "si"],
    fillers: &["euh", "ben", "bah", "hein"],
    pronouns: &["il", "elle", "ils", "elles"],
    first_person: &["je", "j", "nous", "moi", "mon", "ma", "mes", "notre", "nos"],
    titles: &[
        "m", "mme", "mlle", "monsieur", "madame", "dr", "pr", "president", "presidente", "ministre", "maire", "depute", "deputee", "senateur",
        "senatrice", "general", "juge", "porte", "parole", "premier", "capitaine", "directeur", "directrice",
    ],
    opposites: &[
        (&["dementi", "nie"], &["confirme", "admis"]),
        (&["hausse", "augmente", "augmentation"], &["baisse", "diminue", "diminution", "recul"]),
        (&["gagne", "remporte"], &["perdu"]),
        (&["avant"], &["apres"]),
    ],
    opinions: &["malheureusement", "heureusement", "scandaleux", "honteux", "absurde", "magnifique"],
    superlatives: &["premier", "premiere", "seul", "seule", "record", "plus", "moins"],
    roles: &[&["tue", "tues", "morts", "mort", "deces"], &["blesse", "blesses", "blessees"], &["disparu", "disparus"]],
    synonyms: &[&["tues", "tue", "morts", "mort", "deces"], &["blesse", "blesses"], &["pourcent", "percent"], &["dit", "declare", "affirme"]],
    differences: &["ecart", "avance", "majorite", "difference", "hausse", "baisse"],
    ranks: &["adjoint", "adjointe", "ancien", "ancienne", "vice"],
    endorsements: &["confirme", "revele", "prouve", "admis", "montre"],
    contractions: &[],
    furniture: &["lire aussi", "a lire", "partager", "commentaires", "publicite", "newsletter", "mentions legales", "accueil", "photo", "abonnez-vous"],
    appeals: &["abonnez-vous", "soutenez-nous", "nous utilisons des cookies"],
    decimal: ',',
};
