//! The words that say how a statement is meant: denied, planned, charged, of all or of some; and the deeds that one does to another.

/// All in folded form; phrases have spaces between their words.
#[derive(Debug)]
pub struct Stance {
    /// Phrases that deny what follows them, beside the plain negations: "far from", "ruled out".
    pub denials: &'static [&'static str],
    /// Behind a negation they take it back: "not *only*".
    pub no_denials: &'static [&'static str],
    /// Before an act that is yet to come, or never was: "plans to", "tried to".
    pub plans: &'static [&'static str],
    /// What somebody is only charged with: "charged", "suspected".
    pub charges: &'static [&'static str],
    /// What a court alone can say: "convicted", "murderer".
    pub convictions: &'static [&'static str],
    /// How many, or how often, from none (0) to all (5); "half" and numbers are figures.
    pub amounts: &'static [(&'static str, u8)],
    /// Words before an act that is not said to be: "if", "before", "to".
    pub unreal: &'static [&'static str],
    /// Words that begin a clause of its own: "who", "because".
    pub clause_openers: &'static [&'static str],
    /// Acts of one upon another, as verbs, in all forms whose stems differ.
    pub deeds: &'static [&'static str],
    /// Before a participle they make the subject the one it is done to: "was".
    pub passives: &'static [&'static str],
    /// How adverbs of manner end, if they have an ending of their own.
    pub adverb_ending: &'static str,
}

#[rustfmt::skip]
pub(super) const ENGLISH: Stance = Stance {
    denials: &[
        "far from", "stopped short of", "stops short of", "ruled out", "rules out", "rule out", "ruling out", "failed to", "fails to",
        "failing to", "fail to", "refusing to", "declines to", "declining to", "unable to", "prevented", "prevents", "yet to",
        "nowhere near", "fell short of", "it is false that", "it was false that", "false that", "untrue that",
    ],
    no_denials: &[
        "only", "just", "merely", "simply", "least", "until", "fewer", "less", "more", "later", "earlier", "sooner", "doubt", "matter",
        "wonder", "longer", "all", "every", "everyone", "everybody", "but", "other",
    ],
    plans: &[
        "plans to", "planned to", "plan to", "planning to", "will", "would", "intends to", "intend to", "intended to", "hopes to",
        "hope to", "hoped to", "promised to", "promises to", "promise to", "agreed to", "agrees to", "threatened to", "threatens to",
        "threaten to", "tried to", "tries to", "trying to", "attempted to", "attempts to", "attempting to", "wants to", "wanted to",
        "want to", "seeks to", "sought to", "seek to", "expects to", "expected to", "proposes to", "proposed to", "vowed to", "vows to",
        "pledged to", "pledges to", "in talks to", "aims to", "aimed to", "is to", "are to", "set to", "due to", "about to", "ready to",
        "willing to", "considering", "considers", "proposed", "mulling", "prefers", "prefer", "would rather", "wants", "want", "put at",
        "calls for", "called for",
    ],
    charges: &[
        "accused", "accuse", "accuses", "accusation", "accusations", "charged", "charge", "charges", "indicted", "indictment", "suspected",
        "suspect", "suspicion", "alleged", "allegedly", "allegation", "allegations", "arrested", "investigated", "investigating",
        "investigation", "prosecuted", "prosecutors", "trial", "faces", "facing", "denies", "denied", "questioned",
    ],
    convictions: &[
        "convicted", "guilty", "sentenced", "jailed", "imprisoned", "murderer", "killer", "rapist", "thief", "fraudster", "conviction",
    ],
    amounts: &[
        ("none", 0), ("neither", 0), ("no", 0), ("few", 1), ("some", 2), ("several", 3), ("many", 3), ("most", 4), ("all", 5),
        ("every", 5), ("each", 5), ("both", 5), ("never", 0), ("rarely", 1), ("seldom", 1), ("sometimes", 2), ("occasionally", 2),
        ("often", 3), ("frequently", 3), ("usually", 4), ("mostly", 4), ("always", 5), ("invariably", 5),
    ],
    unreal: &["if", "whether", "before", "until", "unless", "to"],
    clause_openers: &[
        "but", "who", "whom", "which", "because", "when", "although", "though", "if", "whether", "where", "while", "whereas", "since",
        "unless", "until", "after", "before", "despite", "whose", "as",
    ],
    deeds: &[
        "sue", "sued", "supply", "supplied", "send", "sent", "lend", "lent", "feed", "fed", "accuse", "accused", "blame", "blamed",
        "criticise", "criticize", "criticised", "criticized", "praise", "praised", "thank", "thanked", "attack", "attacked", "kill",
        "killed", "shoot", "shot", "beat", "beaten", "defeat", "defeated", "buy", "bought", "acquire", "acquired", "hire", "hired", "fire",
        "fired", "sack", "sacked", "dismiss", "dismissed", "replace", "replaced", "succeed", "succeeded", "warn", "warned", "threaten",
        "threatened", "support", "supported", "endorse", "endorsed", "oppose", "opposed", "elect", "appoint", "appointed", "arrest",
        "arrested", "fine", "fined", "urge", "urged", "invite", "invited", "interview", "interviewed", "save", "saved", "rescue",
        "rescued", "help", "helped", "hit", "strike", "struck", "injure", "injured", "stab", "stabbed", "rob", "robbed", "betray",
        "betrayed", "pay", "paid", "follow", "overtake", "overtook", "own", "owns", "fund", "funded", "finance", "represent",
        "represented", "defend", "defended", "report", "mock", "mocked", "insult", "insulted", "congratulate", "congratulated", "condemn",
        "condemned", "denounce", "denounced", "contact", "employ", "employed", "train", "trained", "teach", "taught", "abandon",
        "abandoned", "leave", "love", "hate", "fear", "trust", "bribe", "bribed", "murder", "murdered", "assault", "assaulted", "chase",
        "chased", "invade", "invaded", "occupy", "occupied", "bomb", "bombed", "ask", "tell", "told", "outbid", "advise", "advised",
        "suspend", "suspended", "block", "blocked", "reject", "rejected", "divorce", "divorced", "nominate", "nominated", "challenge",
        "challenged", "reprimand", "reprimanded", "deceive", "deceived", "blackmail", "blackmailed", "lead", "led",
    ],
    passives: &["was", "were", "is", "are", "been", "be", "being", "got"],
    adverb_ending: "ly",
};

#[rustfmt::skip]
pub(super) const GERMAN: Stance = Stance {
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
    deeds: &[
        "verklagt", "verklagte", "verklagen", "beschuldigt", "beschuldigte", "kritisiert", "kritisierte", "lobte", "gelobt", "besiegt",
        "besiegte", "kaufte", "gekauft", "ubernahm", "entliess", "entlassen", "warnte", "gewarnt", "unterstutzt", "unterstutzte",
        "bedrohte", "bedroht", "totete", "getotet", "verletzte", "verletzt", "schlug", "geschlagen", "ersetzt", "ersetzte", "verhaftet",
        "verhaftete",
    ],
    passives: &["wurde", "wurden", "wird", "werden", "worden"],
    adverb_ending: "",
};

#[rustfmt::skip]
pub(super) const FRENCH: Stance = Stance {
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
    deeds: &[
        "poursuivi", "accuse", "critique", "loue", "battu", "achete", "rachete", "vire", "licencie", "averti", "menace", "soutenu", "tue",
        "blesse", "remplace", "arrete",
    ],
    passives: &["ete", "est", "sont", "fut", "furent", "etait", "etaient"],
    adverb_ending: "ment",
};
