//! What stands in texts of every language: parts of names, clitics, zones of the clock, conventions of
//! citing.

/// Lower-case words inside names.
pub const PARTICLES: [&str; 16] =
    ["de", "la", "von", "van", "der", "den", "al", "el", "bin", "ibn", "da", "di", "du", "of", "del", "ter"];

/// Words of a name by which nobody is told from another.
pub const NAME_EXTRAS: [&str; 8] = ["jr", "sr", "ii", "iii", "voice", "the", "of", "and"];

/// Small words inside a speaker's label: "MAYOR OF PORT AVEREL".
pub const LABEL_PARTICLES: [&str; 5] = ["of", "de", "van", "von", "the"];

/// Labels of transcripts that name nobody.
#[rustfmt::skip]
pub const UNNAMED_SPEAKERS: [&str; 12] = [
    "unidentified", "unknown", "question", "audience", "moderator", "reporter", "male", "female",
    "announcer", "narrator", "protester", "crowd",
];

/// Short forms of given names that do not begin them, folded, with the names that they are short for.
#[rustfmt::skip]
pub const SHORT_GIVEN_NAMES: [(&str, &[&str]); 60] = [
    ("andy", &["andrew"]), ("becky", &["rebecca"]), ("beth", &["elizabeth"]), ("betsy", &["elizabeth"]),
    ("betty", &["elizabeth"]), ("bill", &["william"]), ("billy", &["william"]), ("bob", &["robert"]), ("bobby", &["robert"]),
    ("cathy", &["catherine", "kathleen"]), ("charlie", &["charles"]), ("chuck", &["charles"]), ("dave", &["david"]),
    ("dick", &["richard"]), ("drew", &["andrew"]), ("eddie", &["edward", "edwin"]), ("fritz", &["friedrich"]),
    ("gene", &["eugene"]), ("gina", &["regina"]), ("hank", &["henry"]), ("hannes", &["johannes"]), ("hans", &["johannes"]),
    ("harry", &["henry", "harold"]), ("heinz", &["heinrich"]), ("jack", &["john"]), ("jake", &["jacob"]), ("jerry", &["gerald", "jerome"]),
    ("jim", &["james"]), ("jimmy", &["james"]), ("jochen", &["joachim"]), ("joe", &["joseph"]), ("johnny", &["john"]),
    ("jorg", &["georg"]), ("kate", &["katherine", "catherine"]), ("kathy", &["katherine", "kathleen"]), ("klaus", &["nikolaus"]),
    ("larry", &["lawrence"]), ("liz", &["elizabeth"]), ("maggie", &["margaret"]), ("meg", &["margaret"]), ("mickey", &["michael"]),
    ("mike", &["michael"]), ("mimi", &["marie"]), ("molly", &["mary"]), ("ned", &["edward"]),
    ("nick", &["nicholas"]), ("peggy", &["margaret"]), ("polly", &["mary"]), ("rick", &["richard"]), ("sandy", &["alexander", "alexandra"]),
    ("sally", &["sarah"]), ("sepp", &["josef", "joseph"]), ("steve", &["stephen", "steven"]), ("sue", &["susan"]),
    ("ted", &["edward", "theodore"]), ("teddy", &["edward", "theodore"]), ("tom", &["thomas"]), ("tony", &["anthony", "antonio"]),
    ("vince", &["vincent"]), ("willi", &["wilhelm"]),
];

/// Titles that are abbreviated before a name, as written.
pub const SHORT_TITLES: [&str; 14] =
    ["Mr", "Mrs", "Ms", "Dr", "Gen", "Lt", "Sen", "Rep", "Gov", "Col", "Prof", "St", "Sgt", "Capt"];

/// Letters that are written in several ways when names change alphabets, each with what stands for all.
pub const TRANSLITERATIONS: [(&str, &str); 10] = [
    ("kyiv", "kiev"),
    ("ae", "e"),
    ("ai", "e"),
    ("ei", "e"),
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "k"),
    ("dh", "d"),
    ("ou", "u"),
    ("ee", "i"),
];

/// What is left of a name and of its forms behind their common stem: Ukrain-e, Ukrain-ian. Niger and Nigeria
/// are two.
#[rustfmt::skip]
pub const DEMONYMS: [&str; 35] = [
    "", "s", "a", "e", "i", "o", "y", "n", "an", "ans", "ns", "ian", "ians", "ien", "ienne", "iens", "ish",
    "ese", "er", "ers", "ern", "ine", "ic", "ais", "aise", "ois", "oise", "isch", "ische", "ischen",
    "ischer", "isches", "en", "em", "in",
];

/// Clitics that stand as words of their own before an apostrophe: l'homme, d'or (French, Italian).
pub const ELISIONS: [&str; 9] = ["l", "d", "j", "m", "n", "s", "t", "c", "qu"];

/// What stands between or behind the authors of a work.
pub const BETWEEN_AUTHORS: [&str; 5] = [" et al", " and ", " & ", " und ", " et "];

/// What leads to a work: "see Doe 2020".
pub const CITING_LEADS: [&str; 2] = ["see ", "cf. "];

/// The writer's mark that an oddity is the source's.
pub const SIC: &str = "sic";

/// How the identifiers of heading styles begin, in English, German and French word processors.
pub const HEADING_STYLES: [&str; 3] = ["heading", "berschrift", "titre"];

/// Minutes that a zone is ahead of Greenwich (RFC 5322 and the usual abbreviations of newspapers).
pub fn zone(word: &str) -> Option<i16> {
    Some(match word {
        "gmt" | "utc" | "wet" => 0,
        "bst" | "cet" | "mez" => 60,
        "cest" | "mesz" | "eet" => 120,
        "eest" | "msk" => 180,
        "est" | "et" | "cdt" => -300,
        "edt" => -240,
        "cst" | "ct" | "mdt" => -360,
        "mst" | "mt" | "pdt" => -420,
        "pst" | "pt" => -480,
        "jst" | "kst" => 540,
        "aest" => 600,
        _ => return None,
    })
}

/// Whether a folded word is an owner's name: "harrow's".
pub fn is_possessive(word: &str) -> bool {
    word.ends_with(POSSESSIVE)
}

/// A folded word without the owner's ending.
pub fn without_possessive(word: &str) -> &str {
    word.trim_end_matches(POSSESSIVE)
}

/// A word as written, without the owner's ending.
pub fn printed_without_possessive(word: &str) -> &str {
    [POSSESSIVE, "’s"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

/// The owner's ending, folded.
pub const POSSESSIVE: &str = "'s";
