//! Words by which a sentence tells a fact, or a view, in German.

use crate::language::vocabulary::checkworthiness::Checkworthiness;

#[rustfmt::skip]
pub(super) const CHECKWORTHINESS: Checkworthiness = Checkworthiness {
    records: &[
        "laut", "zufolge", "berichtete", "berichteten", "bericht", "meldete", "teilte", "bestatigte", "dementierte", "veroffentlichte", "umfrage",
        "studie", "daten", "statistik", "zahlen", "ermittlungen", "beschuldigte", "warnte", "kritisierte",
    ],
    pasts: &[
        "war", "waren", "hatte", "hatten", "wurde", "wurden", "ging", "gingen", "kam", "kamen", "gab", "gaben", "verlor", "verloren", "gewann",
        "gewannen", "stieg", "stiegen", "fiel", "fielen", "starb", "starben", "traf", "trafen", "begann", "begannen", "blieb", "nahm", "schrieb",
        "zog", "hielt", "stand", "sank", "lag", "fand",
    ],
    past_ending: "te",
    superlative_ending: "ste",
    laws: &[
        "gesetz", "gesetze", "gericht", "verfassung", "steuer", "steuern", "bundestag", "parlament", "haushalt", "vertrag", "sanktionen", "regierung",
        "polizei", "verordnung", "urteil",
    ],
    comparisons: &[
        "mehr", "meisten", "weniger", "wenigsten", "hoher", "hochste", "niedriger", "niedrigste", "grosser", "grosste", "erste", "ersten", "einzige",
        "rekord", "als", "doppelt", "langste", "langsten", "alteste", "jungste", "schlimmste", "beste", "besten"],
    times: &["seit", "letzten", "vergangenen", "zuletzt", "kurzlich", "jahrlich", "zuvor"],
    minds: &[
        "glaube", "glauben", "denke", "denken", "meine", "meinen", "finde", "finden", "fuhle", "hoffe", "hoffen", "weiss", "vermute", "furchte",
        "wunsche", "scheint",
    ],
    wishes: &["will", "wollen", "mochte", "mochten", "versuchen", "versucht"],
    duties: &["soll", "sollte", "sollten", "mussen", "muss", "mussten", "darf", "durfen", "brauchen", "braucht", "kann", "konnen"],
    futures: &["wird", "werden", "konnte", "konnten", "durfte", "mag"],
    boosters: &[
        "sehr", "wirklich", "wahrlich", "vollig", "absolut", "einfach", "nur", "ganz", "offensichtlich", "sicherlich", "vielleicht", "ehrlich",
        "kaum", "sogar", "immer", "nie", "niemals", "eigentlich", "so", "zu", "genug", "wieder", "noch", "leider", "hoffentlich", "zweifellos",
        "naturlich", "selbstverstandlich",
    ],
    judgements: &[
        "gut", "schlecht", "besser", "wichtig", "falsch", "richtig", "schrecklich", "wunderbar", "absurd", "gefahrlich", "wahr", "stolz", "klar",
        "ernst", "hart", "schandlich", "skandalos", "emporend", "lacherlich", "brillant", "peinlich", "katastrophal", "unertraglich", "verlogen",
        "zynisch",
    ],
    states: &["ist", "sind", "bleibt"],
    wonderings: &["wie", "was", "warum", "weshalb"],
    together: &["wir", "uns", "unser", "unsere"],
    leads: &["und", "aber", "so", "nun", "doch", "oder", "denn", "das", "dies", "es", "hier", "also"],
};
