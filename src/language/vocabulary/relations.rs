//! How the words of one language stand to each other.

/// Words that exclude each other where one stands in the other's place. In folded form, the words of one side with spaces
/// between them.
#[derive(Clone, Copy, Debug)]
pub struct Relations {
    /// Pairs of opposites: what is denied of one side is said of the other.
    pub opposites: &'static [[&'static str; 2]],
    /// Kinds of one thing, of which it can be but one: killed or injured, a loan or a grant. What is none of them may be any other.
    pub kinds: &'static [&'static [&'static str]],
    /// Words that a writer puts for each other in the news, where a dictionary does not say so.
    pub alike: &'static [&'static str],
    /// First parts by which a word is denied: "*un*armed".
    pub denying_prefixes: &'static [&'static str],
}
