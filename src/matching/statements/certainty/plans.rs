//! What is planned told as done (H6).

use crate::language::{Class, Lexicon};
use crate::matching::statements::certainty::hedges::LostHedge;
use crate::matching::statements::clauses::{clause, counterparts, govern, phrases};
use crate::matching::statements::pair::Pair;
use crate::prose::Reading;

/// A plan of the passage that the draft tells as done: the act is the same, in a form of the past, and
/// nothing there says that it is yet to come.
pub fn done(pair: Pair<'_>) -> Option<LostHedge> {
    let Pair { reading, lexicon, skip, .. } = pair;
    let theirs = pair.theirs();
    if !pair.has_same_figures() {
        return None;
    }
    let own_plans = phrases(reading, lexicon.plans());
    let is_open = |at: usize| {
        let clause = clause(reading, at, lexicon);
        let hedged = |at: usize| {
            let fold = reading.words[at].fold.as_str();
            lexicon.is(fold, Class::Hedge) || lexicon.is(fold, Class::Modal) || lexicon.negates(fold)
        };
        own_plans.iter().any(|words| clause.contains(&words.start)) || clause.clone().any(hedged)
    };
    let plans = phrases(theirs, lexicon.plans()).into_iter().filter(|words| !pair.quotes(words.start));
    plans.map(|words| govern(theirs, words, lexicon)).find_map(|plan| {
        let head = plan.head().filter(|head| !is_past(theirs, *head, lexicon))?;
        // A passage that tells it as done, too, has another plan beside.
        let is_done = counterparts(theirs, theirs, head).any(|at| at != head && is_past(theirs, at, lexicon));
        let told = counterparts(reading, theirs, head)
            .find(|at| !skip(*at) && is_past(reading, *at, lexicon) && !is_open(*at))
            .filter(|_| !is_done)?;
        (reading.words[told].fold != theirs.words[head].fold)
            .then_some(LostHedge { draft: Some(told), source: plan.words.clone() })
    })
}

/// "Built", "closed".
fn is_past(reading: &Reading, at: usize, lexicon: &Lexicon) -> bool {
    let (fold, ending) = (reading.words[at].fold.as_str(), lexicon.language.checkworthiness.past_ending);
    lexicon.is(fold, Class::Past)
        || !ending.is_empty() && fold.len() > ending.len() + 1 && fold.ends_with(ending)
}
