//! A language's word lists compiled for look-up.

use crate::language::classes::{Class, classes};
use crate::language::exclusions::Exclusions;
use crate::language::ladders::Ladders;
use crate::language::thesaurus::{Kin, Kinship, alike};
use crate::language::vocabulary::Language;
use crate::language::vocabulary::bound::Bound;
use crate::language::voices::Voices;
use crate::language::{english, french, german};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// One language ready for look-up. Keys are folded words or their stems.
pub struct Lexicon {
    /// The word lists themselves.
    pub language: &'static Language,
    /// Its place among the languages.
    number: usize,
    classes: FxHashMap<&'static str, u64>,
    months: FxHashMap<&'static str, u8>,
    weekdays: FxHashMap<&'static str, u8>,
    cardinals: FxHashMap<&'static str, f64>,
    ordinals: FxHashMap<&'static str, f64>,
    magnitudes: FxHashMap<&'static str, f64>,
    fractions: FxHashMap<&'static str, f64>,
    units: FxHashMap<&'static str, &'static str>,
    exclusions: Exclusions,
    alike: FxHashMap<String, Vec<String>>,
    voices: Voices,
    ladders: Ladders,
    denials: Phrases,
    plans: Phrases,
    among: Phrases,
    pairs: Phrases,
    credits: Phrases,
    wholes: Phrases,
    exceptions: Phrases,
    roles: FxHashMap<String, u16>,
    synonyms: FxHashMap<String, String>,
    bounds: Vec<(Vec<&'static str>, Bound)>,
}

static LEXICONS: LazyLock<Vec<Lexicon>> = LazyLock::new(|| {
    LANGUAGES.iter().enumerate().map(|(number, language)| Lexicon::new(number, language)).collect()
});

pub(super) fn all() -> &'static [Lexicon] {
    &LEXICONS
}

pub(super) fn nth(n: usize) -> &'static Lexicon {
    &LEXICONS[n]
}

impl Lexicon {
    fn new(number: usize, language: &'static Language) -> Self {
        let stem = |word: &str| stem_with(language, word);
        let groups = language.irregular.iter().chain(language.synonyms);
        let synonyms: FxHashMap<String, String> =
            groups.flat_map(|group| group.iter().map(|word| (stem(word), stem(group[0])))).collect();
        let form = |word: &str| {
            let stem = stem(word);
            synonyms.get(&stem).cloned().unwrap_or(stem)
        };
        let exclusions = Exclusions::of(&language.relations, &form);
        let alike = alike(language.relations.alike, &form);
        let voices = Voices::of(&language.reporting, &form);
        let ladders = Ladders::of(&language.scales, &form);
        let roles =
            (0u16..).zip(language.roles).flat_map(|(n, group)| group.iter().map(move |word| (n, *word)));
        let mut bounds: Vec<_> = language
            .bounds
            .iter()
            .map(|(words, bound)| (words.split(' ').collect::<Vec<_>>(), *bound))
            .collect();
        bounds.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        Self {
            language,
            number,
            months: language.months.iter().copied().collect(),
            weekdays: language.weekdays.iter().copied().collect(),
            cardinals: language.cardinals.iter().copied().collect(),
            ordinals: language.ordinals.iter().copied().collect(),
            magnitudes: language.magnitudes.iter().copied().collect(),
            fractions: language.fractions.iter().copied().collect(),
            units: language.units.iter().map(|(unit, word)| (*word, *unit)).collect(),
            roles: roles.map(|(n, word)| (stem(word), n)).collect(),
            synonyms,
            classes: classes(language),
            exclusions,
            alike,
            voices,
            ladders,
            denials: phrases(language.stance.denials),
            plans: phrases(language.stance.plans),
            among: phrases(language.degrees.among),
            pairs: phrases(language.degrees.pairs),
            credits: phrases(language.credits),
            wholes: [phrases(language.degrees.wholes), phrases(language.degrees.extents)].concat(),
            exceptions: phrases(language.degrees.save_for),
            bounds,
        }
    }

    /// Whether a folded word belongs to `class`.
    pub fn is(&self, word: &str, class: Class) -> bool {
        self.classes.get(word).is_some_and(|classes| classes & class as u64 != 0)
    }

    /// The stem of a folded word, synonyms brought to one form.
    pub fn stem(&self, word: &str) -> String {
        self.with_stem(word, str::to_owned)
    }

    /// Does something with the stem of a folded word, without a copy of it.
    pub fn with_stem<T>(&self, word: &str, work: impl FnOnce(&str) -> T) -> T {
        type Stems = FxHashMap<String, String>;
        thread_local!(static KNOWN: std::cell::RefCell<[Stems; LANGUAGES.len()]> = std::cell::RefCell::default());
        KNOWN.with_borrow_mut(|known| {
            let known = &mut known[self.number];
            if let Some(stem) = known.get(word) {
                return work(stem);
            }
            let stem = stem_with(self.language, word);
            let stem = self.synonyms.get(&stem).cloned().unwrap_or(stem);
            if known.len() > STEM_CACHE {
                known.clear();
            }
            let result = work(&stem);
            known.insert(word.to_owned(), stem);
            result
        })
    }

    /// Month number of a folded word.
    pub fn month(&self, word: &str) -> Option<u8> {
        self.months.get(word).copied()
    }

    /// Weekday number of a folded word.
    pub fn weekday(&self, word: &str) -> Option<u8> {
        let whole = || self.weekdays.get(word);
        let parts = self.language.grammar.day_parts.iter().filter_map(|part| word.strip_suffix(part));
        whole().or_else(|| parts.into_iter().find_map(|day| self.weekdays.get(day))).copied()
    }

    /// Days from the document's date that a folded word means.
    pub fn relative_day(&self, word: &str) -> Option<i8> {
        self.language.relative_days.iter().find(|(name, _)| *name == word).map(|(_, days)| *days)
    }

    /// Value of a cardinal word.
    pub fn cardinal(&self, word: &str) -> Option<f64> {
        self.cardinals.get(word).copied()
    }

    /// Value of an ordinal word.
    pub fn ordinal(&self, word: &str) -> Option<f64> {
        self.ordinals.get(word).copied()
    }

    /// Factor of a magnitude word.
    pub fn magnitude(&self, word: &str) -> Option<f64> {
        self.magnitudes.get(word).copied()
    }

    /// Value of a fraction word.
    pub fn fraction(&self, word: &str) -> Option<f64> {
        self.fractions.get(word).copied()
    }

    /// The interval of a loose quantity ("dozens").
    pub fn loose(&self, word: &str) -> Option<(f64, f64)> {
        self.language.loose.iter().find(|(name, _, _)| *name == word).map(|(_, low, high)| (*low, *high))
    }

    /// The unit symbol of a unit word.
    pub fn unit(&self, word: &str) -> Option<&'static str> {
        self.units.get(word).copied()
    }

    /// Phrases before what is left out of all, word by word.
    pub fn exceptions(&self) -> &[Vec<&'static str>] {
        &self.exceptions
    }

    /// The words by which somebody's word is given.
    pub fn voices(&self) -> &Voices {
        &self.voices
    }

    /// How far words say that a thing is known, or settled.
    pub fn ladders(&self) -> &Ladders {
        &self.ladders
    }

    /// Phrases that deny what follows them, word by word.
    pub fn denials(&self) -> &[Vec<&'static str>] {
        &self.denials
    }

    /// Phrases before an act that is yet to come, word by word.
    pub fn plans(&self) -> &[Vec<&'static str>] {
        &self.plans
    }

    /// Phrases before a superlative that several share.
    pub fn among(&self) -> &[Vec<&'static str>] {
        &self.among
    }

    /// Phrases for the whole of a thing.
    pub fn wholes(&self) -> &[Vec<&'static str>] {
        &self.wholes
    }

    /// How a line begins that tells of the page itself.
    pub fn credits(&self) -> &[Vec<&'static str>] {
        &self.credits
    }

    /// Phrases for both of two.
    pub fn pairs(&self) -> &[Vec<&'static str>] {
        &self.pairs
    }

    /// Which of its words exclude each other.
    pub fn exclusions(&self) -> &Exclusions {
        &self.exclusions
    }

    /// The stems that stand near another by their meaning.
    pub fn kin<'s>(&'s self, stem: &str) -> impl Iterator<Item = Kin<'s>> {
        let own = self.alike.get(stem).map_or(&[] as &[String], Vec::as_slice).iter();
        let own = own.map(|stem| Kin { stem, kinship: Kinship::Alike });
        own.chain(self.language.thesaurus.kin(stem))
    }

    /// The role group of a stem: killed and wounded have different ones.
    pub fn role(&self, stem: &str) -> Option<u16> {
        self.roles.get(stem).copied()
    }

    /// The bound that `words` end in, and of how many words it consists.
    pub fn bound_before(&self, words: &[&str]) -> Option<(usize, Bound)> {
        self.bounds
            .iter()
            .find(|(phrase, _)| words.ends_with(phrase))
            .map(|(phrase, bound)| (phrase.len(), *bound))
    }

    /// Whether a word before a date makes it a limit: `true` for "before", `false` for "after".
    pub fn limits_before(&self, word: &str) -> Option<bool> {
        let counting = &self.language.counting;
        if counting.before.contains(&word) {
            Some(true)
        } else {
            counting.after.contains(&word).then_some(false)
        }
    }

    /// The two-word form of a contraction, for comparing "don't" with "do not".
    pub fn opened(&self, word: &str) -> Option<&'static str> {
        self.language.contractions.iter().find(|(short, _)| *short == word).map(|(_, open)| *open)
    }

    /// Whether two folded words are forms of one: synonyms are not.
    pub fn inflects(&self, a: &str, b: &str) -> bool {
        stem_with(self.language, a) == stem_with(self.language, b)
    }

    /// One form for every country's spelling of a folded word.
    pub fn spelling<'w>(&self, word: &'w str) -> &'w str
    where
        'static: 'w,
    {
        (self.language.spelling)(word).unwrap_or(word)
    }

    /// Whether one run of folded words is how the other is said: "gonna", "going to".
    pub fn is_colloquial(&self, a: &str, b: &str) -> bool {
        self.language
            .colloquial
            .iter()
            .any(|(said, written)| a == *said && b == *written || b == *said && a == *written)
    }

    /// Whether folded words lead to a term or a title: "the so-called".
    pub fn coins(&self, words: &[&str]) -> bool {
        self.language.coinings.iter().any(|phrase| words.ends_with(&phrase.split(' ').collect::<Vec<_>>()))
    }

    /// Whether folded words open a bound: "no more than".
    pub fn opens_bound(&self, words: &[&str]) -> bool {
        self.bounds.iter().any(|(phrase, _)| phrase.len() > 1 && words.starts_with(phrase))
    }

    /// Whether folded words carry no meaning where a quotation leaves them out (E9).
    pub fn is_filler(&self, words: &[&str]) -> bool {
        let phrase = || self.language.filler_phrases.contains(&words.join(" ").as_str());
        words.iter().all(|word| self.is(word, Class::Filler)) || phrase()
    }

    /// Whether a folded word turns a statement round, contracted forms included.
    pub fn negates(&self, word: &str) -> bool {
        self.is(word, Class::Negation)
            || self.language.grammar.denying_endings.iter().any(|ending| word.ends_with(ending))
    }
}

type Phrases = Vec<Vec<&'static str>>;

fn phrases(all: &[&'static str]) -> Phrases {
    all.iter().map(|phrase| phrase.split(' ').collect()).collect()
}

fn stem_with(language: &Language, word: &str) -> String {
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(word);
    if bare.bytes().any(|byte| byte.is_ascii_digit()) || bare.chars().count() < 3 {
        return bare.to_owned();
    }
    frostem::Stemmer::new(language.stemmer).stem(bare).into_owned()
}

/// Distinct words remembered per thread; a news archive uses about 60,000, and memory must not grow with
/// hostile text.
const STEM_CACHE: usize = 50_000;

/// Every language the crate carries; the first is the default.
pub static LANGUAGES: [&Language; 3] = [&english::ENGLISH, &german::GERMAN, &french::FRENCH];

/// The lexicon of an ISO 639-1 code, if the crate carries that language.
pub fn by_code(code: &str) -> Option<&'static Lexicon> {
    let primary = code.split(['-', '_']).next().unwrap_or(code).to_ascii_lowercase();
    LANGUAGES.iter().position(|language| language.code == primary).map(nth)
}

/// English, the language assumed where nothing says otherwise.
pub fn default() -> &'static Lexicon {
    nth(0)
}
