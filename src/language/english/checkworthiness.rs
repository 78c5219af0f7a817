//! Words by which a sentence tells a fact, or a view, in English.

use crate::language::vocabulary::checkworthiness::Checkworthiness;

#[rustfmt::skip]
pub(super) const CHECKWORTHINESS: Checkworthiness = Checkworthiness {
    records: &[
        "according", "reported", "reports", "report", "reportedly", "announced", "announcing", "claimed", "alleged", "argued", "testified", "tweeted",
        "warned", "warns", "described", "noted", "confirmed", "denied", "accused", "criticized", "criticised", "urged", "released", "published",
        "issued", "showed", "shows", "survey", "poll", "study", "studies", "data", "statistics", "figures", "records", "investigation",
    ],
    pasts: &[
        "was", "were", "had", "did", "didn't", "wasn't", "weren't", "hadn't", "took", "got", "went", "came", "made", "gave", "lost", "won", "spent",
        "paid", "rose", "fell", "grew", "left", "held", "led", "sent", "sold", "bought", "told", "kept", "cut", "brought", "became", "began",
        "built", "ran", "broke", "hit", "saw", "chose", "struck", "fought", "caught", "drew", "met", "sank", "shot", "stood", "wrote",
    ],
    past_ending: "ed",
    superlative_ending: "iest",
    laws: &[
        "law", "laws", "bill", "bills", "act", "court", "constitution", "amendment", "tax", "taxes", "congress", "senate", "parliament", "budget",
        "policy", "treaty", "sanctions", "legislation", "supreme", "federal", "government", "administration", "police",
    ],
    comparisons: &[
        "more", "most", "less", "least", "fewer", "higher", "highest", "lower", "lowest", "larger", "largest", "biggest", "greatest", "first",
        "only", "record", "than", "twice", "longest", "shortest", "smallest", "oldest", "youngest", "worst", "best", "deadliest", "fastest", "unprecedented",
    ],
    times: &["ago", "since", "last", "months", "recently", "previously", "annually", "yearly"],
    minds: &[
        "think", "thinks", "believe", "believes", "feel", "feels", "hope", "wish", "know", "guess", "suppose", "imagine", "agree", "disagree",
        "understand", "doubt", "expect", "trust", "love", "hate", "like", "thank", "mean", "remember", "look", "seem", "seems",
    ],
    wishes: &["want", "wants", "wanted", "try", "trying", "hope", "hopes", "able"],
    duties: &["should", "must", "ought", "need", "needs", "needed", "let", "let's", "shall", "can", "can't", "cannot"],
    futures: &[
        "will", "gonna", "won't", "would", "could", "might", "may", "wouldn't", "couldn't", "be", "i'll", "we'll", "they'll", "you'll", "he'll",
        "she'll", "it'll", "i'd", "we'd",
    ],
    boosters: &[
        "very", "really", "truly", "deeply", "utterly", "absolutely", "simply", "just", "totally", "completely", "extremely", "incredibly", "clearly",
        "obviously", "certainly", "surely", "perhaps", "indeed", "frankly", "honestly", "merely", "hardly", "even", "always", "never", "ever",
        "actually", "so", "too", "quite", "enough", "again", "still", "arguably", "undoubtedly", "naturally", "unfortunately", "fortunately",
        "sadly", "thankfully", "hopefully",
    ],
    judgements: &[
        "great", "good", "bad", "better", "important", "wrong", "right", "terrible", "strong", "wonderful", "ridiculous", "absurd", "dangerous",
        "real", "true", "proud", "clear", "serious", "tough", "hard", "disgraceful", "shameful", "outrageous", "beautiful", "ugly", "brilliant",
        "pathetic", "heroic", "disastrous", "horrific", "amazing", "stunning", "hypocrisy", "hypocritical", "shame", "cynical", "cowardly", "reckless",
        "radical", "extremist", "insane", "ludicrous", "laughable",
    ],
    states: &["is", "are", "isn't", "aren't", "it's", "that's"],
    wonderings: &["how", "what", "why"],
    together: &["we", "us", "our", "ours", "we're", "we've"],
    leads: &["and", "but", "so", "well", "now", "yet", "or", "because", "that", "this", "it", "there", "what", "let", "here"],
};
