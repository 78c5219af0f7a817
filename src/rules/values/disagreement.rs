//! What the sources have for one value of a sentence, figure or date: judged once for the rules that report
//! it.

use crate::matching::evidence::Evidence;
use crate::matching::evidence::gathering::may_be_held;
use crate::matching::evidence::terms::Term;
use crate::matching::statements::difference::Kind;
use crate::matching::values::misplaced::{instead, rival};
use crate::matching::values::pairing::{Counterpart, Value, counterpart};
use crate::matching::values::times::{self, OtherTime};
use crate::prose::values::Relation;
use crate::rules::case::scene::Scene;
use crate::rules::values::thresholds;

/// Every passage that speaks of value `n` of the sentence, with what it says.
pub(super) fn counterparts<'e, V: Value>(scene: &'e Scene<'_>, n: usize) -> Vec<Counterpart<'e>> {
    if scene.is_no_sentence() {
        return Vec::new();
    }
    let least = V::all(scene.reading)[n].least_topic();
    let near = scene.support.evidence.iter().filter(|one| {
        let least = if scene.is_same_toll(&one.candidate) {
            thresholds::DISAGREEMENT_SAME_TOLL.min(least)
        } else {
            least
        };
        one.topic >= least
            && tells_enough::<V>(scene, n, one)
            && has_names(scene, one)
            && may_be_held(scene.lexicon, &one.candidate)
    });
    let best = scene.support.evidence.first().map_or(0.0, |one| one.score);
    // A sentence is contradicted by the passage nearest to it; others tell of other things.
    let may_contradict = |other: &Counterpart<'_>| {
        let one = other.evidence;
        let is_meant = || other.bond.is_certain() || scene.is_same_toll(&one.candidate);
        one.score >= best - thresholds::AS_NEAR || is_meant() && !is_of_others(scene, one)
    };
    let found = near.filter_map(|one| counterpart::<V>(scene.side(), n, one));
    found.filter(|other| other.relation != Relation::Conflicts || may_contradict(other)).collect()
}

/// A passage's value that stands where the sentence has value `n`, which the sources have of something else or not at all.
pub(super) fn misplaced<'e, V: Value>(scene: &'e Scene<'_>, n: usize) -> Option<(Counterpart<'e>, Kind)> {
    let evidence = &scene.support.evidence;
    if scene.is_no_sentence() || scene.touches_quotation(V::all(scene.reading)[n].words()) {
        return None;
    }
    let near = &evidence[..evidence.len().min(LOOKED_AT)];
    let (other, kind) = rival::<V>(scene.side(), n, near)
        .map(|other| (other, Kind::Rival))
        .or_else(|| Some((instead::<V>(scene.side(), n, near)?, Kind::MisplacedValue)))?;
    let one = other.evidence;
    (may_be_held(scene.lexicon, &one.candidate) && has_names(scene, one)).then_some((other, kind))
}

/// The figure that a source has of the draft's time, where it has the draft's own of other times alone.
pub(super) fn of_another_time<'e>(scene: &'e Scene<'_>, n: usize) -> Option<OtherTime<'e>> {
    let evidence = &scene.support.evidence;
    if scene.is_no_sentence() {
        return None;
    }
    let other = times::of_another_time(scene.side(), n, &evidence[..evidence.len().min(LOOKED_AT)])?;
    let one = other.now.evidence;
    (may_be_held(scene.lexicon, &one.candidate) && has_names(scene, one)).then_some(other)
}

/// Only the nearest passages are held against a sentence.
const LOOKED_AT: usize = 6;

/// Whether the sentence says of what its value is, and the passage has of that itself: "Through 28 February."
/// does not.
fn tells_enough<V: Value>(scene: &Scene<'_>, n: usize, one: &Evidence) -> bool {
    let (terms, value) = (&scene.support.terms, &V::all(scene.reading)[n]);
    let direct = terms
        .iter()
        .zip(&one.hits)
        .filter(|(term, hit)| !value.words().contains(&term.word) && **hit >= 1.0)
        .count();
    let told = terms.iter().filter(|term| !value.words().contains(&term.word)).count();
    let named = |term: &&Term| scene.reading.names().iter().any(|name| name.words.contains(&term.word));
    let words = || terms.iter().filter(|term| !term.value);
    let (names, others) = (words().filter(named).count(), words().filter(|term| !named(term)).count());
    // "Ash was released in 1982": a name and what is said of it; "six cases are active": all of it is in the
    // passage.
    direct >= value.least_direct()
        && (told >= 3 || others > 0 && (names > 0 || others > 1 && one.topic >= thresholds::WHOLE))
}

/// Whether a passage names others and none of those whom the sentence names.
fn is_of_others(scene: &Scene<'_>, one: &Evidence) -> bool {
    let names = scene.reading.names();
    let is_name = |term: &Term| names.iter().any(|name| name.words.contains(&term.word));
    let mut named = scene.support.terms.iter().zip(&one.hits).filter(|(term, _)| is_name(term)).peekable();
    let others = one.candidate.reading.names().iter().any(|name| name.words.start > 0);
    others && named.peek().is_some() && !named.any(|(_, hit)| *hit >= 1.0)
}

/// Whether a passage and its surroundings name those of whom the sentence speaks: alike sentences about
/// others abound.
fn has_names(scene: &Scene<'_>, one: &Evidence) -> bool {
    let names = scene.reading.names();
    let named = || {
        scene
            .support
            .terms
            .iter()
            .zip(&one.hits)
            .filter(|(term, _)| !term.value && names.iter().any(|name| name.words.contains(&term.word)))
    };
    let whole: f64 = named().map(|(term, _)| term.rarity).sum();
    let carried: f64 = named().filter(|(_, hit)| **hit > 0.0).map(|(term, _)| term.rarity).sum();
    carried >= whole * thresholds::DISAGREEMENT_NAMES
}

/// The nearest passage that contradicts a value, unless one about as near bears it out; a lost bound where
/// none contradicts.
pub(super) fn verdict<'c, 'e>(all: &'c [Counterpart<'e>]) -> Option<&'c Counterpart<'e>> {
    let best = |relation: Relation| {
        all.iter()
            .filter(|one| one.relation == relation)
            .max_by(|a, b| a.evidence.topic.total_cmp(&b.evidence.topic))
    };
    let nearest = |counts: &dyn Fn(&&Counterpart<'_>) -> bool| {
        all.iter().filter(counts).map(|one| one.evidence.topic).fold(0.0, f64::max)
    };
    let agrees = nearest(&|one| one.relation == Relation::Agrees);
    // A bound of the same value bears the draft's number out as far as a contradiction goes.
    let certain = nearest(&|one| one.relation != Relation::Conflicts && one.bond.is_sure());
    // The value somewhere in a nearer passage clears it; in its own role a passage about as near does.
    let clears = |conflict: &&Counterpart<'_>| {
        conflict.evidence.topic > agrees
            && (certain == 0.0 || conflict.evidence.topic > certain + thresholds::NEARER)
    };
    let lost = || {
        [Relation::BoundLost, Relation::FalsePrecision, Relation::OtherCurrency].into_iter().find_map(best)
    };
    best(Relation::Conflicts).filter(clears).or_else(|| lost().filter(|one| one.evidence.topic > agrees))
}
