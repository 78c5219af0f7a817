//! How a statement is meant, in German.

use crate::language::vocabulary::stance::Stance;

#[rustfmt::skip]
pub(super) const STANCE: Stance = Stance {
    denials: &["weit davon entfernt", "lehnte es ab", "verzichtete auf", "schloss aus"],
    no_denials: &["nur", "allein", "zuletzt", "mehr", "weniger", "alle", "jeder", "anders"],
    plans: &[
        "plant", "planen", "plante", "will", "wollen", "wollte", "wollten", "soll", "sollen", "sollte", "beabsichtigt", "versuchte",
        "versprach", "droht", "drohte", "hofft", "erwägt", "erwagt",
    ],
    charges: &[
        "beschuldigt", "angeklagt", "anklage", "verdacht", "verdachtigt", "mutmasslich", "ermittelt", "ermittlungen", "festgenommen",
        "vorgeworfen", "vorwurf", "prozess", "angeblich",
    ],
    convictions: &["verurteilt", "schuldig", "morder", "tater", "betruger", "verurteilte"],
    amounts: &[
        ("kein", 0), ("keine", 0), ("keiner", 0), ("wenige", 1), ("einige", 2), ("manche", 2), ("mehrere", 3), ("viele", 3),
        ("meisten", 4), ("alle", 5), ("jeder", 5), ("jede", 5), ("samtliche", 5), ("nie", 0), ("selten", 1), ("manchmal", 2), ("oft", 3),
        ("meistens", 4), ("immer", 5),
    ],
    unreal: &["wenn", "ob", "bevor", "bis", "falls", "zu"],
    clause_openers: &[
        "aber", "der", "die", "das", "weil", "als", "obwohl", "wenn", "ob", "wahrend", "nachdem", "bevor", "dass", "doch", "sondern",
    ],
    adverb_ending: "",
};
