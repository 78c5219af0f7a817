//! How German picks one out of many.

use crate::language::vocabulary::degrees::{BARE, Degrees};

#[rustfmt::skip]
pub(super) const DEGREES: Degrees = Degrees {
    endings: &["ste", "sten", "ster", "stes", "stem", "ßte", "ßten", "ßter", "ßtes", "ßtem"],
    leads: &["meist"],
    exceptions: &["nachste", "nachsten", "nachster", "nachstes", "nachstem", "ernste", "ernsten", "ernster", "feste", "festen", "fester", "bewusste", "bewussten"],
    rank_prefixes: &[("zweit", 2.0), ("dritt", 3.0), ("viert", 4.0), ("funft", 5.0), ("sechst", 6.0), ("siebt", 7.0)],
    among: &[
        "einer der", "eine der", "eines der", "einen der", "einem der", "einer von", "eine von", "zu den", "unter den", "unter die",
        "zahlt zu den", "gehort zu den", "zahlen zu den", "gehoren zu den",
    ],
    limits: &["außerhalb", "außer", "ausgenommen", "abgesehen", "seit"],
    no_limits: &["beginn", "messungen", "aufzeichnungen", "aufzeichnung"],
    ors: &["oder", "beziehungsweise", "bzw"],
    extents: &[
        "bundesweit", "landesweit", "stadtweit", "europaweit", "weltweit", "uberall", "flachendeckend", "ganz", "ganze", "ganzen", "ganzer",
        "gesamt", "gesamte", "gesamten", "gesamter",
    ],
    rests: &[
        "ubrige", "ubrigen", "ubriger", "andere", "anderen", "anderer", "anderswo", "restliche", "restlichen", "rest", "sonst", "nur",
        "lediglich", "ausschließlich", "ausgenommen",
    ],
    ins: &["in", "im", "am", "an", "bei", "rund", "um", "auf", "aus", "innerhalb"],
    wholes: &["alle", "allen", "aller", "samtliche", "jeder", "jede", "jedes"],
    nones: &["keiner", "keine", "keines"],
    ones: &["einer", "eine", "eines", "einem", "einen", "eins"],
    pairs: &["beide", "beiden", "beider"],
    shares: &[
        ("meisten", 0.5, 1.0), ("mehrheit", 0.5, 1.0), ("mehrzahl", 0.5, 1.0), ("minderheit", 0.0, 0.5), ("wenige", 0.0, 0.4),
        ("fast alle", 0.8, 1.0), ("fast allen", 0.8, 1.0), ("nahezu alle", 0.8, 1.0), ("nahezu allen", 0.8, 1.0), ("beinahe alle", 0.8, 1.0),
        ("alle", 1.0, 1.0), ("allen", 1.0, 1.0), ("samtliche", 1.0, 1.0), ("ausnahmslos", 1.0, 1.0), ("einstimmig", 1.0, 1.0), ("keiner", 0.0, 0.0),
        ("uberwiegende mehrheit", 0.65, 1.0), ("große mehrheit", 0.65, 1.0),
    ],
    partitives: &["von", "unter", "der"],
    save_for: &["bis auf", "außer", "ausser", "ausgenommen", "abgesehen"],
    ..BARE
};
