//! The words by which a sentence tells a fact, or a view, as data.

/// Signs of facts and of views, all in folded form.
#[derive(Debug)]
pub struct Checkworthiness {
    /// Words of records and of what was made public: "according", "survey".
    pub records: &'static [&'static str],
    /// Forms in which something happened: "was", "took".
    pub pasts: &'static [&'static str],
    /// The ending of others: "voted".
    pub past_ending: &'static str,
    /// The ending of superlatives, "busiest", where the language has one.
    pub superlative_ending: &'static str,
    /// Words of law and state: "treaty".
    pub laws: &'static [&'static str],
    /// Words that set one thing above another: "more", "highest".
    pub comparisons: &'static [&'static str],
    /// Words that place something in time: "ago".
    pub times: &'static [&'static str],
    /// Words of thinking and feeling: "believe".
    pub minds: &'static [&'static str],
    /// Words of wishing and trying: "want".
    pub wishes: &'static [&'static str],
    /// Words of what ought to be or can be: "should".
    pub duties: &'static [&'static str],
    /// Words of what will be or would: "will".
    pub futures: &'static [&'static str],
    /// Words that raise the voice and add nothing: "really".
    pub boosters: &'static [&'static str],
    /// Words that judge: "terrible".
    pub judgements: &'static [&'static str],
    /// Words that tell how something is and not what happened: "is".
    pub states: &'static [&'static str],
    /// Words that ask within a statement: "how".
    pub wonderings: &'static [&'static str],
    /// Words of the writer and the readers together: "we".
    pub together: &'static [&'static str],
    /// Words that lead on from what was said, at a sentence's start: "so".
    pub leads: &'static [&'static str],
}
