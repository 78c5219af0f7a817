//! The words of one language that the reader and the rules need.

pub(super) mod bound;
pub(super) mod checkworthiness;
pub(super) mod counting;
pub(super) mod degrees;
pub(super) mod grammar;
pub(super) mod relations;
pub(super) mod reporting;
pub(super) mod scales;
pub(super) mod stance;

use crate::language::thesaurus::Thesaurus;
use crate::language::vocabulary::bound::Bound;
use crate::language::vocabulary::checkworthiness::Checkworthiness;
use crate::language::vocabulary::counting::Counting;
use crate::language::vocabulary::degrees::Degrees;
use crate::language::vocabulary::grammar::Grammar;
use crate::language::vocabulary::relations::Relations;
use crate::language::vocabulary::reporting::Reporting;
use crate::language::vocabulary::scales::Scales;
use crate::language::vocabulary::stance::Stance;

/// The words of one language that the reader and the rules need, all in folded form (see
/// [`crate::text::fold`]).
#[derive(Debug)]
pub struct Language {
    /// ISO 639-1 code.
    pub code: &'static str,
    /// Its name in English.
    pub name: &'static str,
    /// Snowball algorithm for stems.
    pub stemmer: frostem::Algorithm,
    /// Words too common to tell one sentence from another.
    pub stopwords: &'static [&'static str],
    /// Abbreviations that end in a period without ending a sentence.
    pub abbreviations: &'static [&'static str],
    /// Words that usually begin a sentence: they let "U.S. The" break where "U.S. Army" does not.
    pub openers: &'static [&'static str],
    /// Month names and abbreviations with their number, 1 to 12.
    pub months: &'static [(&'static str, u8)],
    /// Weekday names and abbreviations, 1 (Monday) to 7.
    pub weekdays: &'static [(&'static str, u8)],
    /// Days counted from the document's own date.
    pub relative_days: &'static [(&'static str, i8)],
    /// Words that place a period ("last month") relative to the document's own: word, periods before (-1) or
    /// after.
    pub period_shifts: &'static [(&'static str, i8)],
    /// Names of periods: word, symbol.
    pub periods: &'static [(&'static str, char)],
    /// Cardinal number words.
    pub cardinals: &'static [(&'static str, f64)],
    /// Ordinal number words.
    pub ordinals: &'static [(&'static str, f64)],
    /// Endings that make digits an ordinal: 13th, 13., 13e.
    pub ordinal_suffixes: &'static [&'static str],
    /// Factors that follow a number.
    pub magnitudes: &'static [(&'static str, f64)],
    /// Fractions by name.
    pub fractions: &'static [(&'static str, f64)],
    /// Loose quantities: a half-open interval each.
    pub loose: &'static [(&'static str, f64, f64)],
    /// Words of a bound, longest first, with what they say.
    pub bounds: &'static [(&'static str, Bound)],
    /// The little words of numbers and dates.
    pub counting: Counting,
    /// Unit words: unit symbol, and the words for it, one to three with a space between.
    pub units: &'static [(&'static str, &'static str)],
    /// Words that join the parts of a range or a spelled number ("and", "to").
    pub joiners: &'static [&'static str],
    /// First parts of words that keep their hyphen at a line's end ("twenty-five", "well-known").
    pub hyphenated: &'static [&'static str],
    /// Verb forms that attribute words to a speaker.
    pub speech_verbs: &'static [&'static str],
    /// Phrases that attribute words to what follows them: "according to".
    pub attributions: &'static [&'static str],
    /// Words before a name that make it anything but the subject: "after Holt".
    pub prepositions: &'static [&'static str],
    /// Words that open a clause with a subject of its own: "while Lang said".
    pub contrasts: &'static [&'static str],
    /// Words before a verb of speech that leave it without a speaker: "was told", "to say".
    pub passives: &'static [&'static str],
    /// Verbs whose object speaks: "quoted Holt as saying".
    pub relays: &'static [&'static str],
    /// Words before a date that change what it says: "until", "since".
    pub turns: &'static [&'static str],
    /// Words that soften a statement.
    pub hedges: &'static [&'static str],
    /// Modal verbs that make a statement less than certain.
    pub modals: &'static [&'static str],
    /// Crimes, and who commits them: said of somebody as fact, they are the gravest of lost hedges.
    pub crimes: &'static [&'static str],
    /// Modal verbs that leave open whether it is so: "may".
    pub softeners: &'static [&'static str],
    /// Words that assert where a softer one could stand: "is", "will", "guilty".
    pub firm: &'static [&'static str],
    /// Before the one who does it, in the passive: "by".
    pub agents: &'static [&'static str],
    /// A limit of time that a negation before it does not deny: "not until".
    pub untils: &'static [&'static str],
    /// Verbs that make it certain or bound: "will", "must".
    pub certainties: &'static [&'static str],
    /// Words that turn a statement round.
    pub negations: &'static [&'static str],
    /// Words that begin a limit on what was said before: "unless".
    pub limiters: &'static [&'static str],
    /// Those of them that limit without a comma before them: "unless".
    pub provisos: &'static [&'static str],
    /// Words that leave open whether something is so: "may", "allegedly".
    pub doubts: &'static [&'static str],
    /// Words that call a statement untrue: "false", "myth".
    pub falsehoods: &'static [&'static str],
    /// Sounds that carry no meaning in speech.
    pub fillers: &'static [&'static str],
    /// Words and phrases that carry none either where a quotation leaves them out: "you know".
    pub filler_phrases: &'static [&'static str],
    /// What a transcript notes between words, and in brackets: "applause".
    pub stage_directions: &'static [&'static str],
    /// What a writer notes in brackets inside a quotation: "sic".
    pub notices: &'static [&'static str],
    /// How a line begins that tells of the page itself: who wrote it, when it was updated, whose photograph it is.
    pub credits: &'static [&'static str],
    /// What stands where an oath was: "bleep".
    pub bleeps: &'static [&'static str],
    /// Third-person subject pronouns, with the number of persons they stand for irrelevant here.
    pub pronouns: &'static [&'static str],
    /// First-person pronouns.
    pub first_person: &'static [&'static str],
    /// Forms of address: they say nothing of the person.
    pub honorifics: &'static [&'static str],
    /// Titles before a name that are no part of it.
    pub titles: &'static [&'static str],
    /// Seats of government that stand for a state of several words: city, words of the state.
    pub seats: &'static [(&'static str, &'static [&'static str])],
    /// How its words stand to each other.
    pub relations: Relations,
    /// What a dictionary says of how they stand; empty where none comes with the program.
    pub thesaurus: Thesaurus,
    /// How it picks one out of many.
    pub degrees: Degrees,
    /// Words by which a sentence tells a fact, or a view.
    pub checkworthiness: Checkworthiness,
    /// Little words and endings.
    pub grammar: Grammar,
    /// Whose word it is.
    pub reporting: Reporting,
    /// How far it is known, or settled.
    pub scales: Scales,
    /// How a statement is meant.
    pub stance: Stance,
    /// Nouns of what is counted that must not be confused: casualty roles and the like, as groups of stems.
    pub roles: &'static [&'static [&'static str]],
    /// Words that name the same thing for matching, as groups.
    pub synonyms: &'static [&'static [&'static str]],
    /// Forms of one verb that the stemmer does not bring together.
    pub irregular: &'static [&'static [&'static str]],
    /// Nouns that make a number a difference and no total: "a margin of 300 votes".
    pub differences: &'static [&'static str],
    /// Words before an office that change it: "deputy", "former".
    pub ranks: &'static [&'static str],
    /// Verbs of speech that vouch for what is said: "confirmed".
    pub endorsements: &'static [&'static str],
    /// Contracted and open form.
    pub contractions: &'static [(&'static str, &'static str)],
    /// What is said and how it is written: "gonna", "going to".
    pub colloquial: &'static [(&'static str, &'static str)],
    /// One spelling for the word in every country; `None` for a word that all spell alike.
    pub spelling: fn(&str) -> Option<&'static str>,
    /// Words that say how many or how often: "all", "most", "never".
    pub quantifiers: &'static [&'static str],
    /// Words that open a clause that somebody says, thinks or denies: "that".
    pub complementizers: &'static [&'static str],
    /// What leads to a term or a title and not to anybody's words: "so-called", folded, the last words first
    /// to match.
    pub coinings: &'static [&'static str],
    /// Words in the names of papers, agencies and stations.
    pub outlets: &'static [&'static str],
    /// Words that lead from a speaker to an outlet: "told", "with" (in an interview).
    pub told: &'static [&'static str],
    /// Whether an attribution may stand inside the marks of what it attributes.
    pub inner_attribution: bool,
    /// Whether a dash at a paragraph's start opens direct speech.
    pub dialogue_dash: bool,
    /// How a line of page furniture begins, folded.
    pub furniture: &'static [&'static str],
    /// Phrases of an appeal to the reader (donations, newsletters), folded.
    pub appeals: &'static [&'static str],
    /// Whether every noun begins with a capital, so that a capital tells no name.
    pub capital_nouns: bool,
    /// The decimal mark: `.` or `,`.
    pub decimal: char,
}
