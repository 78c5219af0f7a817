//! Why a sentence needs no source.

/// Why a sentence needs no source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Exempt {
    Heading,
    Note,
    Callout,
    Attribution,
    Credit,
    TableHeader,
    CommonKnowledge,
    Question,
    Fragment,
    Transition,
    FirstPerson,
    Opinion,
    Advice,
    Prediction,
    NoFact,
}

impl Exempt {
    /// The reason in a word or two, as reports give it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Note => "footnote",
            Self::Callout => "callout",
            Self::Attribution => "attribution",
            Self::Credit => "byline or credit",
            Self::TableHeader => "table header",
            Self::CommonKnowledge => "common knowledge",
            Self::Question => "question",
            Self::Fragment => "no statement",
            Self::Transition => "transition",
            Self::FirstPerson => "first person",
            Self::Opinion => "opinion",
            Self::Advice => "advice",
            Self::Prediction => "prediction",
            Self::NoFact => "no fact",
        }
    }

    /// Whether the sentence states something all the same, that a source may contradict.
    pub fn is_statement(self) -> bool {
        matches!(self, Self::FirstPerson | Self::Opinion | Self::Advice | Self::Prediction | Self::NoFact)
    }
}
