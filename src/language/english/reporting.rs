//! Whose word it is, in English.

use crate::language::vocabulary::reporting::Reporting;

#[rustfmt::skip]
pub(super) const REPORTING: Reporting = Reporting {
    says: &[
        "said", "says", "saying", "told", "tells", "adds", "added", "wrote", "writes", "written", "states", "remarks", "notes", "warns", "argues",
        "replies", "responds", "answers", "explains", "recalls", "acknowledges", "admits", "confirms", "stresses",
        "emphasizes", "emphasises", "tweets", "posts", "concludes", "observes", "comments", "testifies", "complains", "suggests", "predicts",
        "reiterates", "counters", "cautions", "laments", "boasts", "concedes", "indicates", "thinks", "thought", "reckons",
        "estimates", "fears", "hopes", "describes", "calls", "criticises", "criticizes", "blames", "attributes", "ascribes", "considers",
        "regards", "forecasts", "foresees", "foresaw", "expects", "assures", "mentions", "points", "feels", "felt", "finds", "found", "concerned",
        "praises", "denounces", "objects",
    ],
    claims: &[
        "claims", "alleges", "accuses", "insists", "believes", "suspects", "maintains", "contends", "asserts", "purports",
    ],
    rejects: &["denies", "rejects", "disputes", "dismisses", "refutes", "contests", "contradicts"],
    sources: &[
        "according to", "in the view of", "in the opinion of", "in the eyes of", "in the words of", "in the estimation of",
        "in the judgment of", "in the judgement of",
    ],
    documents: &[
        "lawsuit", "suit", "report", "statement", "letter", "complaint", "filing", "study", "survey", "poll", "memo", "document", "paper",
        "transcript", "indictment", "affidavit", "tweet", "post", "email", "article", "newspaper", "record", "file", "release", "plan", "bill",
        "figure", "data", "result", "source", "review", "inquiry", "rule", "ruling", "decision", "order", "law", "evidence", "text", "book",
    ],
    anybody: &[
        "company", "firm", "group", "organisation", "organization", "body", "institution", "agency", "authority", "office", "department",
        "business", "corporation", "operator", "association", "man", "woman", "person", "people", "official", "spokesman", "spokeswoman",
        "spokesperson", "representative", "leader", "head", "chief", "boss", "executive", "member", "expert", "author", "researcher", "analyst",
        "critic", "opponent", "supporter", "victim", "owner", "team", "party", "others", "administration", "government", "side", "lawyer",
        "attorney", "counsel",
    ],
    sources_behind: &[],
};
