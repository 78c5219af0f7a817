//! Half of an "or" that is dropped: killed or injured, told as killed (E17).

use crate::language::Lexicon;
use crate::matching::evidence::alignment::same;
use crate::matching::statements::company::{Company, is_denied, stands_alike};
use crate::matching::statements::difference::{Difference, Kind, Stands};
use crate::matching::statements::pair::Pair;
use crate::matching::statements::polarity::exchanges::is_told;
use crate::matching::statements::thresholds;
use crate::prose::Reading;
use crate::prose::figures::Figure;
use crate::prose::syntax::{Relation as Dependency, Upos};
use crate::prose::values::Relation;

/// Things of which a sentence says that it may be either, as tokens: the first, then those joined to it.
fn alternatives(reading: &Reading, lexicon: &Lexicon) -> Vec<Vec<usize>> {
    let ors = lexicon.language.degrees.ors;
    let is_or = |word: &usize| ors.contains(&reading.words[*word].fold.as_str());
    if !(0..reading.words.len()).any(|word| is_or(&word)) {
        return Vec::new();
    }
    let tree = reading.tree();
    let joined = |first: usize| {
        let mut all = vec![first];
        all.extend(tree.related(first, &[Dependency::Conj]));
        let with_or = all.iter().skip(1).any(|one| {
            tree.related(*one, &[Dependency::Cc]).any(|cc| tree.tokens[cc].word.as_ref().is_some_and(is_or))
        });
        // "Two or three", "years or longer" say how many, not which.
        let is_noun = |one: usize| matches!(tree.nodes[one].upos, Upos::Noun | Upos::Propn);
        let alike =
            all.iter().all(|one| is_noun(*one) == is_noun(first) && tree.nodes[*one].upos != Upos::Num);
        (with_or && alike).then_some(all)
    };
    (0..tree.nodes.len()).filter_map(joined).collect()
}

/// The first "or" of which the draft has one half only.
pub fn halved(pair: Pair<'_>) -> Option<Difference> {
    let (own, theirs) = (pair.reading, pair.theirs());
    if !pair.is_readable() {
        return None;
    }
    let ors = pair.lexicon.language.degrees.ors;
    if own.words.iter().any(|word| ors.contains(&word.fold.as_str())) {
        return None;
    }
    alternatives(theirs, pair.lexicon).into_iter().find_map(|all| {
        let tree = theirs.tree();
        let here = |token: &usize| {
            let word = tree.tokens[*token].word?;
            (0..own.words.len()).find(|at| !own.words[*at].stop && same(&own.words[*at], &theirs.words[word]))
        };
        let (told, dropped): (Vec<usize>, Vec<usize>) =
            all.iter().copied().partition(|token| here(token).is_some());
        let (first, left) = (told.first()?, dropped.first()?);
        let at = here(first).filter(|at| !(pair.skip)(*at))?;
        let words = |token: usize| tree.tokens[token].word;
        let (from, to) = (words(all[0])?, words(*all.last()?)?);
        let company = Company::of(own, at);
        let other = Company::of_all(theirs, all.iter().filter_map(|token| words(*token)));
        // What is denied of either is denied of each.
        if pair.quotes(from) || words(*left).is_none() || is_denied(theirs, from, pair.lexicon) {
            return None;
        }
        // The draft says it of the same: of everything else in its clause the passage has most, and every number.
        let (share, _) = company.shared(&other);
        let figures: Vec<&Figure> =
            own.figures().iter().filter(|figure| company.words.contains(&figure.words.start)).collect();
        let agrees = |figure: &&Figure| {
            theirs.figures().iter().any(|there| figure.against(there) == Some(Relation::Agrees))
        };
        let is_list = matches!(tree.nodes[all[0]].label.relation, Dependency::Nmod | Dependency::Appos)
            || tree.nodes[all[0]].label.relation == Dependency::Amod
                && tree.nodes[all[0]].head.is_some_and(|head| head > all[0]);
        let least = if figures.iter().any(agrees) {
            thresholds::SAME_NUMBERED_ALTERNATIVE
        } else if is_list || !stands_alike(own, at, theirs, from) {
            // "Such as oils or powders": some of many.
            return None;
        } else {
            thresholds::SAME_ALTERNATIVE
        };
        let is_told = || is_told(pair, &company, at, share);
        (figures.iter().all(agrees) && share >= least && !is_told()).then(|| Difference {
            kind: Kind::Alternative,
            means: None,
            draft: at..at + 1,
            source: from.min(to)..from.max(to) + 1,
            stands: Stands::Stronger,
        })
    })
}
