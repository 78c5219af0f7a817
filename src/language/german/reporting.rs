//! Whose word it is, in German.

use crate::language::vocabulary::reporting::Reporting;

#[rustfmt::skip]
pub(super) const REPORTING: Reporting = Reporting {
    says: &[
        "sagte", "sagt", "gesagt", "erklart", "erklarte", "betont", "betonte", "meint", "meinte", "schrieb", "schreibt", 
        "warnt", "warnte", "antwortet", "antwortete", "bestatigt", "bestatigte", "kritisiert", "kritisierte", "lobt", "lobte",
        "nennt", "nannte", "genannt", "bezeichnet", "bezeichnete", "schatzt", "schatzte", "halt", "hielt", "furchtet", "befurchtet",
        "befurchtete", "rechnet", "erwartet", "erwartete", "gab", "gibt", "teilte", "teilt", "raumte", "raumt", "fuhrt",
        "fuhrte", "findet", "fand", "sieht", "sah", "verweist", "verwies", "spricht", "sprach", "erinnert", "beklagt", "beklagte",
        "versichert", "versicherte", "schildert", "schilderte", "begrundet", "begrundete", "glaubt", "glaubte", "hofft",
    ],
    claims: &["behauptet", "behauptete", "wirft", "warf", "beschuldigt", "beschuldigte", "vermutet", "vermutete", "unterstellt"],
    rejects: &["bestreitet", "bestritt", "dementiert", "dementierte", "weist", "wies", "widerspricht", "widersprach", "leugnet", "leugnete"],
    sources: &[
        "laut", "nach angaben von", "nach angaben", "nach angabe", "nach ansicht", "nach auffassung", "nach darstellung", "nach meinung",
        "nach worten", "nach den worten", "nach aussage", "nach aussagen", "nach einschatzung", "nach schatzung", "nach schatzungen",
        "nach feststellung", "nach uberzeugung", "in den augen", "aus sicht", "nach einschatzung von", "nach ansicht von", "nach darstellung von",
        "aus sicht von",
    ],
    documents: &[
        "bericht", "klage", "erklärung", "erklarung", "mitteilung", "schreiben", "brief", "studie", "umfrage", "papier", "dokument", "gutachten",
        "protokoll", "anklage", "zeitung", "artikel", "zahlen", "daten", "ergebnis", "urteil", "beschluss", "gesetz", "text", "quelle", "quellen",
    ],
    anybody: &[
        "unternehmen", "firma", "gruppe", "organisation", "behorde", "amt", "betreiber", "verband", "mann", "frau", "person", "menschen",
        "sprecher", "sprecherin", "vertreter", "leiter", "leiterin", "chef", "chefin", "mitglied", "experte", "expertin", "autor", "autoren",
        "forscher", "kritiker", "gegner", "konzern", "gesellschaft", "verwaltung", "regierung", "seite", "anwalt", "anwaltin", "partei",
    ],
    sources_behind: &["zufolge"],
};
