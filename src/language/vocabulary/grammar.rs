//! The little words and endings by which a reader finds its way, a language at a time.

/// Little words and endings of one language, in folded form.
#[derive(Clone, Copy, Debug)]
pub struct Grammar {
    /// Whether months and weekdays begin with a capital, so that without one they are other words.
    pub capital_calendar: bool,
    /// Months that are other words, too: they need a year, a day or one of `month_leads`.
    pub common_months: &'static [&'static str],
    /// Words before a month that say it is one: "in", "since", "late".
    pub month_leads: &'static [&'static str],
    /// Between a day and its month: "3rd of March".
    pub day_of: &'static [&'static str],
    /// Words behind a number that is then neither day nor year: "20 percent".
    pub counted: &'static [&'static str],
    /// The end of a period: "month's end", "end of the month".
    pub period_ends: &'static [&'static str],
    /// Between "end of" and the period: "the", "this".
    pub this: &'static [&'static str],
    /// Clock words by which the hour is before noon, after noon, or only an hour.
    pub before_noon: &'static [&'static str],
    pub after_noon: &'static [&'static str],
    pub o_clock: &'static [&'static str],
    /// The letter between hours and minutes: "19 h 30".
    pub hour_letter: Option<&'static str>,
    /// Words that point at something said before: "the two", "these three".
    pub pointers: &'static [&'static str],
    /// Articles that may stand between a bound and its number, unless `inside` stands before them.
    pub bound_articles: &'static [&'static str],
    pub inside: &'static [&'static str],
    /// Passed over between a number and what it counts: "20 other people".
    pub others: &'static [&'static str],
    /// The weight that is a currency, too.
    pub pounds: &'static [&'static str],
    /// Endings in -s that make no plural.
    pub no_plurals: &'static [&'static str],
    /// Endings of adverbs: who is named before one may still be the subject.
    pub adverb_endings: &'static [&'static str],
    /// Endings by which a verb is denied: "didn't".
    pub denying_endings: &'static [&'static str],
    /// Pronouns that stand for no person.
    pub things: &'static [&'static str],
    /// Forms of "be" and "have", by which a line is a sentence.
    pub finite: &'static [&'static str],
    /// Limiters that are adverbs, too, and cut off nothing: "only".
    pub adverb_limiters: &'static [&'static str],
    /// Abbreviations that are words of their own unless a number follows: "No. 4".
    pub numbered: &'static [&'static str],
    /// Abbreviations that are words of their own unless they begin with a capital and the sentence goes on.
    pub doubtful: &'static [&'static str],
    /// Whether the object may stand before its verb and the subject behind it.
    pub free_order: bool,
    /// Before whoever does the same: A signs with B as B with A.
    pub mutual: &'static [&'static str],
    /// Whether a full stop makes digits an ordinal: "9.".
    pub ordinal_stops: bool,
    /// Whether treebanks take hyphenated compounds apart: "well", "-", "known".
    pub parts_compounds: bool,
    /// Words in which treebanks see two, as printed in lower case, with both: "zum", "zu", "dem".
    pub fused: &'static [(&'static str, [&'static str; 2])],
    /// Those that are articles at a sentence's start and behind `partitive_leads`: "des".
    pub partitives: &'static [&'static str],
    pub partitive_leads: &'static [&'static str],
    /// Pronouns that hang on their verb by a hyphen: "est-il".
    pub inverted: &'static [&'static str],
    /// Pronouns that refer to a noun and open a clause that says more of it: "who".
    pub relatives: &'static [&'static str],
    /// Parts of the day that a weekday is written in one word with: "Sonntag*abend*".
    pub day_parts: &'static [&'static str],
    /// Words for the time of the text itself: "now", "currently".
    pub nows: &'static [&'static str],
    /// Words for a time before what the text speaks of: "earlier", "previously".
    pub formers: &'static [&'static str],
    /// Endings that are words of their own for treebanks: "n't", "'s".
    pub enclitics: &'static [&'static str],
    /// What a contraction's ending may stand for.
    pub clitics: &'static [(&'static str, &'static [&'static str])],
}

/// A language of which nothing is known yet: what the others add to.
pub(in crate::language) const BARE: Grammar = Grammar {
    capital_calendar: false,
    common_months: &[],
    month_leads: &[],
    day_of: &[],
    counted: &[],
    period_ends: &[],
    this: &[],
    before_noon: &[],
    after_noon: &[],
    o_clock: &[],
    hour_letter: None,
    pointers: &[],
    bound_articles: &[],
    inside: &[],
    others: &[],
    pounds: &[],
    no_plurals: &["ss", "'s"],
    adverb_endings: &[],
    denying_endings: &[],
    things: &[],
    finite: &[],
    adverb_limiters: &[],
    numbered: &[],
    doubtful: &[],
    free_order: false,
    mutual: &[],
    ordinal_stops: false,
    parts_compounds: false,
    fused: &[],
    partitives: &[],
    partitive_leads: &[],
    inverted: &[],
    relatives: &[],
    day_parts: &[],
    nows: &[],
    formers: &[],
    enclitics: &[],
    clitics: &[],
};
