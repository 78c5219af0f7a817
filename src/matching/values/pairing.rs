//! Which value of a passage, figure or date, is said of the same thing as a value of the draft.

use crate::language::Lexicon;
use crate::matching::Candidate;
use crate::matching::evidence::Evidence;
use crate::matching::evidence::alignment::{ratio, same};
use crate::matching::evidence::terms::Term;
use crate::matching::values::slots::Slot;
use crate::matching::values::thresholds;
use crate::prose::Reading;
use crate::prose::dates::Date;
use crate::prose::figures::Figure;
use crate::prose::values::Relation;
use crate::prose::words::Word;
use jiff::civil;
use std::ops::Range;

/// How one passage stands to one value of the draft.
#[derive(Clone, Debug)]
pub struct Counterpart<'e> {
    pub evidence: &'e Evidence,
    /// Index into the passage's figures, or its dates.
    pub at: usize,
    pub relation: Relation,
    pub bond: Bond,
}

/// What speaks for two values being said of one thing.
#[derive(Clone, Copy, Debug)]
pub struct Bond {
    /// Share of the draft's words around its value that stand around the source's too, 0 to 1.
    pub affinity: f64,
    pub noun: Noun,
    /// How much of the draft's sentence the passage has, values left out.
    pub topic: f64,
    /// The date that stands with each of the two is the same.
    pub same_date: bool,
    /// Their kind ties them together.
    pub one_role: bool,
    /// Only one of the two names what it counts.
    pub half_named: bool,
    /// The alignment sets the two opposite each other.
    pub faces: bool,
    /// Each is the only one of its kind in its sentence.
    pub alone: bool,
    /// Something rules it out: killed against wounded, "until" against "since".
    pub crossed: bool,
}

/// Whether two values count things of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    Same,
    Other,
    /// At least one of the two names none.
    Unknown,
}

impl Noun {
    /// What two values count, each by the word that names it.
    pub fn of(own: Option<&Word>, theirs: Option<&Word>) -> Self {
        match own.zip(theirs) {
            Some((one, two)) if same(one, two) => Self::Same,
            Some(_) => Self::Other,
            None => Self::Unknown,
        }
    }
}

/// A kind of value: figures or dates.
pub trait Value: Sized {
    /// The values of this kind in a sentence.
    fn all(reading: &Reading) -> &[Self];
    fn words(&self) -> &Range<usize>;
    /// Index of the word of its sentence that names what is counted.
    fn noun(&self, reading: &Reading) -> Option<usize>;
    /// Whether the other could stand in its place.
    fn is_like(&self, other: &Self) -> bool;
    /// How it stands to a value of a source.
    fn relate(&self, side: Side<'_>, other: &Self, candidate: &Candidate) -> Option<Relation>;
    /// A passage must share this much of a sentence, values left out, before it is held against this one.
    fn least_topic(&self) -> f64;
    /// And so many of its words itself, not only by the sentences around it.
    fn least_direct(&self) -> usize;
    /// Whether agreement with it tells anything: "fewer than 40" agrees with every small number.
    fn is_telling(&self, other: &Self) -> bool;
    /// Whether it means the same in every document: "Monday" does not.
    fn is_absolute(&self) -> bool;
    /// How much it is; 0 for a date.
    fn size(&self) -> f64;
    /// Whether the two could be reports of one event: numbers of one size, dates of one year.
    fn is_near(&self, other: &Self) -> bool;
    /// Whether what kind of value they are ties the two together: both the end of a change.
    fn is_of_one_role(&self, other: &Self) -> bool;
    /// Whether something rules out that the two are said of one thing.
    fn is_crossed(&self, own: &Reading, other: &Self, theirs: &Reading, lexicon: &Lexicon) -> bool;
}

/// One sentence of the draft, as its values are held against passages.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    pub reading: &'a Reading,
    pub terms: &'a [Term],
    /// The draft's own date.
    pub day: Option<civil::Date>,
    /// The share of a number that "about" allows.
    pub about: f64,
}

/// Whether the dates that stand with two values, each within its clause, agree: "900,000 in 2005".
fn is_of_same_date(
    side: Side<'_>,
    own: &Range<usize>,
    kin: &[Range<usize>],
    evidence: &Evidence,
    value: &Range<usize>,
    their_kin: &[Range<usize>],
) -> bool {
    let (theirs, published) = (&evidence.candidate.reading, evidence.candidate.source.date());
    let (Some(date), Some(other)) = (date_of(side.reading, own, kin), date_of(theirs, value, their_kin))
    else {
        return false;
    };
    date.words != *own && date.against(side.day, other, published) == Some(Relation::Agrees)
}

/// The nearest date to a value with no other value of its kind between.
fn date_of<'r>(reading: &'r Reading, value: &Range<usize>, kin: &[Range<usize>]) -> Option<&'r Date> {
    let gap = |date: &Date| {
        if date.words.start >= value.end { value.end..date.words.start } else { date.words.end..value.start }
    };
    let free = |date: &&Date| {
        let gap = gap(date);
        gap.len() <= DATE_WORDS
            && !kin.iter().any(|other| other != value && other.start >= gap.start && other.end <= gap.end)
    };
    reading.dates().iter().filter(free).min_by_key(|date| gap(date).len())
}

/// "900,000 people drew a pension in 2005".
const DATE_WORDS: usize = 6;

/// Every pair of the draft's value `n` and a value of the passage that measure the same.
pub fn pairs<'e, V: Value>(side: Side<'_>, n: usize, evidence: &'e Evidence) -> Vec<Counterpart<'e>> {
    let (reading, other, lexicon) = (side.reading, &evidence.candidate.reading, evidence.candidate.lexicon);
    let (values, theirs) = (V::all(reading), V::all(other));
    let own = &values[n];
    let places = |values: &[V], like: &V| {
        values.iter().filter(|one| one.is_like(like)).map(|one| one.words().clone()).collect::<Vec<_>>()
    };
    let (kin, their_kin) = (places(values, own), places(theirs, own));
    let slot = Slot::of(reading, own.words(), &kin, lexicon);
    let is_elsewhere = |at: usize| {
        let hits = side.terms.iter().zip(&evidence.hits);
        hits.into_iter().any(|(term, hit)| {
            *hit > 0.0 && *hit < 1.0 && reading.words[term.word].stem == reading.words[at].stem
        })
    };
    let pair = |(at, value): (usize, &V)| {
        let relation = own.relate(side, value, &evidence.candidate)?;
        let nouns = (
            own.noun(reading).and_then(|at| reading.words.get(at)),
            value.noun(other).and_then(|at| other.words.get(at)),
        );
        let bond = Bond {
            affinity: slot.affinity(&Slot::of(other, value.words(), &their_kin, lexicon), is_elsewhere),
            topic: evidence.topic,
            same_date: is_of_same_date(side, own.words(), &kin, evidence, value.words(), &their_kin),
            one_role: own.is_of_one_role(value),
            half_named: nouns.0.is_some() != nouns.1.is_some(),
            noun: Noun::of(nouns.0, nouns.1),
            faces: own.words().clone().any(|word| {
                evidence.alignment.opposite(word).is_some_and(|(at, _)| value.words().contains(&at))
            }),
            alone: kin.len() == 1 && their_kin.len() == 1,
            crossed: own.is_crossed(reading, value, other, lexicon),
        };
        Some(Counterpart { evidence, at, relation, bond })
    };
    theirs.iter().enumerate().take(MOST_VALUES).filter_map(pair).collect()
}

/// The value of a passage that stands for the draft's value `n`: one that agrees, else the one most surely
/// said of the same thing.
pub fn counterpart<'e, V: Value>(
    side: Side<'_>,
    n: usize,
    evidence: &'e Evidence,
) -> Option<Counterpart<'e>> {
    let values = V::all(side.reading);
    if values.len() > MOST_VALUES {
        return None;
    }
    // One row for each of the draft's values.
    let rows: Vec<Vec<Counterpart<'e>>> =
        (0..values.len()).map(|own| pairs::<V>(side, own, evidence)).collect();
    let all: Vec<&Counterpart<'e>> = rows[n].iter().filter(|pair| !pair.bond.crossed).collect();
    let (own, theirs) = (&values[n], V::all(&evidence.candidate.reading));
    let likelihood = |pair: &Counterpart<'_>| {
        pair.bond.strength() + if pair.relation == Relation::Conflicts { 0.0 } else { thresholds::LIKELIER }
    };
    let strongest = |counts: &dyn Fn(&&Counterpart<'e>) -> bool| {
        all.iter().copied().filter(counts).max_by(|a, b| likelihood(a).total_cmp(&likelihood(b)))
    };
    let agrees = |pair: &Counterpart<'_>| pair.relation == Relation::Agrees;
    let other =
        strongest(&|pair| !agrees(pair) && pair.bond.is_sure() && !is_taken::<V>(side, n, pair, &rows));
    let tells = |pair: &Counterpart<'_>| own.is_telling(&theirs[pair.at]);
    let stronger =
        |pair: &Counterpart<'_>| other.is_none_or(|other| pair.bond.strength() >= other.bond.strength());
    // "Over 20 soldiers, including six officers" does not bear six soldiers out.
    let named = |pair: &Counterpart<'_>| {
        let nearer = |other: &Counterpart<'_>| {
            other.bond.noun != Noun::Same || pair.bond.affinity >= other.bond.affinity
        };
        pair.bond.noun != Noun::Other || other.is_none_or(nearer)
    };
    let agreeing = strongest(&|pair| agrees(pair) && named(pair) && (tells(pair) || stronger(pair)));
    let swapped = agreeing.and_then(|pair| swapped_with::<V>(side, n, pair, &rows));
    swapped.or(agreeing).or(other).cloned()
}

/// The value that stands where the draft has value `n`, if the passage has two of the draft's values and each
/// fits better where the draft has the other: "120 houses in Skerry, 85 in Eastmere".
fn swapped_with<'p, 'e, V: Value>(
    side: Side<'_>,
    n: usize,
    own: &Counterpart<'e>,
    rows: &'p [Vec<Counterpart<'e>>],
) -> Option<&'p Counterpart<'e>> {
    let values = V::all(side.reading);
    let (reading, lexicon) = (&own.evidence.candidate.reading, own.evidence.candidate.lexicon);
    let alike = (0..values.len()).filter(|other| *other != n && values[*other].is_like(&values[n]));
    alike.into_iter().find_map(|other| {
        let theirs = &rows[other];
        let agreeing = theirs.iter().filter(|pair| pair.relation == Relation::Agrees && pair.at != own.at);
        let agreeing = agreeing.max_by(|a, b| a.bond.affinity.total_cmp(&b.bond.affinity))?;
        let crosswise =
            theirs.iter().find(|pair| pair.at == own.at && pair.relation == Relation::Conflicts)?;
        let instead =
            rows[n].iter().find(|pair| pair.at == agreeing.at && pair.relation == Relation::Conflicts)?;
        let fits = !own.bond.faces
            && instead.bond.affinity > own.bond.affinity + thresholds::SWAPPED
            && crosswise.bond.affinity > agreeing.bond.affinity + thresholds::SWAPPED;
        let (first, second) =
            (slot_of::<V>(side.reading, n, lexicon), slot_of::<V>(side.reading, other, lexicon));
        let (mine, its) =
            (slot_of::<V>(reading, own.at, lexicon), slot_of::<V>(reading, agreeing.at, lexicon));
        let alignment = &own.evidence.alignment;
        let crossed = first.goes_with(&second, &its, &mine, alignment)
            && second.goes_with(&first, &mine, &its, alignment);
        (fits || crossed).then_some(instead)
    })
}

/// The slot of value `n` among its like.
fn slot_of<'r, V: Value>(reading: &'r Reading, n: usize, lexicon: &Lexicon) -> Slot<'r> {
    let values = V::all(reading);
    let kin: Vec<Range<usize>> =
        values.iter().filter(|one| one.is_like(&values[n])).map(|one| one.words().clone()).collect();
    Slot::of(reading, values[n].words(), &kin, lexicon)
}

/// Whether the passage's value already answers another value of the draft's sentence.
fn is_taken<V: Value>(
    side: Side<'_>,
    n: usize,
    pair: &Counterpart<'_>,
    rows: &[Vec<Counterpart<'_>>],
) -> bool {
    let (values, value) = (V::all(side.reading), &V::all(&pair.evidence.candidate.reading)[pair.at]);
    let others =
        values.iter().zip(rows).enumerate().filter(|(other, (own, _))| *other != n && own.is_telling(value));
    others.flat_map(|(_, (_, row))| row).any(|rival| {
        rival.at == pair.at
            && rival.relation == Relation::Agrees
            && !rival.bond.crossed
            && rival.bond.noun != Noun::Other
            && rival.bond.strength() >= pair.bond.strength() - thresholds::TAKEN
    })
}

impl Bond {
    /// How surely two values are said of one thing; comparable within one passage.
    pub fn strength(&self) -> f64 {
        let noun = match self.noun {
            Noun::Same => thresholds::SAME_NOUN,
            Noun::Other => -thresholds::OTHER_NOUN,
            Noun::Unknown => 0.0,
        };
        // Where each sentence has one value of the kind, the whole sentences are its surroundings.
        let affinity =
            if self.alone { self.affinity.max(self.topic - thresholds::APART) } else { self.affinity };
        let date = if self.same_date { thresholds::SAME_DATE } else { 0.0 };
        let named = if self.half_named { thresholds::HALF_NAMED } else { 0.0 };
        affinity + noun + date - named
            + if self.faces { thresholds::FACES } else { 0.0 }
            + if self.alone { thresholds::ALONE } else { 0.0 }
    }

    /// Whether the two are said of one thing beyond doubt.
    pub fn is_sure(&self) -> bool {
        let tied = self.one_role || self.noun == Noun::Same || self.faces || self.alone;
        !self.crossed && self.strength() >= if tied { thresholds::SURE } else { thresholds::LOOSE }
    }

    /// Whether the words around the two values alone say that they are of one thing, however much else their
    /// sentences tell.
    pub fn is_certain(&self) -> bool {
        self.strength() >= thresholds::CERTAIN
    }
}

/// A sentence with more values of a kind is a table in disguise: which stands for which cannot be told, and
/// to lay each beside each would take their square.
const MOST_VALUES: usize = 16;

/// Whether figures of two sentences of one draft are said of one thing: the same words around both, in
/// sentences that share most of what they say, of one day and the same people.
pub fn told_of_one_thing(
    reading: &Reading,
    at: usize,
    other: &Reading,
    theirs: usize,
    day: Option<civil::Date>,
    lexicon: &Lexicon,
) -> bool {
    let (own, their) = (&reading.figures()[at], &other.figures()[theirs]);
    let slot = |reading: &'_ Reading, figure: &Figure| -> Vec<String> {
        let kin: Vec<Range<usize>> = reading
            .figures()
            .iter()
            .filter(|one| one.unit == figure.unit)
            .map(|one| one.words.clone())
            .collect();
        Slot::of(reading, &figure.words, &kin, lexicon)
            .near(NEAR)
            .into_iter()
            .map(|word| word.stem.clone())
            .collect()
    };
    let (ours, others) = (slot(reading, own), slot(other, their));
    let shared = ours.iter().filter(|stem| others.contains(stem)).count();
    let alike = shared >= LEAST_SHARED && ratio(shared, ours.len().min(others.len())) >= thresholds::ALIKE;
    let names = |reading: &Reading| -> Vec<String> {
        let named = reading
            .names()
            .iter()
            .filter(|name| name.words.start > 0)
            .flat_map(|name| name.bare_words(&reading.words));
        named.filter(|word| word.capital).map(|word| word.stem.clone()).collect()
    };
    let (named, their_named) = (names(reading), names(other));
    let strangers =
        !named.is_empty() && !their_named.is_empty() && !named.iter().any(|name| their_named.contains(name));
    let dates = reading.dates().iter().any(|date| {
        other.dates().iter().any(|their| date.against(day, their, day) == Some(Relation::Conflicts))
    });
    alike && !strangers && !dates && !own.is_crossed(reading, their, other, lexicon)
}

/// Words around a figure that tell its thing, the count's own name among them.
const NEAR: usize = 4;
const LEAST_SHARED: usize = 3;
