//! Parts of speech and relations of Universal Dependencies, the same for all languages.

use serde::{Deserialize, Serialize};

macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Deserialize, Serialize)]
        pub enum $name { $($variant),+ }

        impl $name {
            /// Every one of them, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name that treebanks write.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The one that treebanks write so.
            pub fn by_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

named! {
    /// Universal part of speech.
    Upos {
        Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET", Intj = "INTJ", Noun = "NOUN",
        Num = "NUM", Part = "PART", Pron = "PRON", Propn = "PROPN", Punct = "PUNCT", Sconj = "SCONJ", Sym = "SYM",
        Verb = "VERB", X = "X",
    }
}

named! {
    /// Universal relation of a word to its head.
    Relation {
        Acl = "acl", Advcl = "advcl", Advmod = "advmod", Amod = "amod", Appos = "appos", Aux = "aux", Case = "case",
        Cc = "cc", Ccomp = "ccomp", Clf = "clf", Compound = "compound", Conj = "conj", Cop = "cop", Csubj = "csubj",
        Dep = "dep", Det = "det", Discourse = "discourse", Dislocated = "dislocated", Expl = "expl", Fixed = "fixed",
        Flat = "flat", Goeswith = "goeswith", Iobj = "iobj", List = "list", Mark = "mark", Nmod = "nmod",
        Nsubj = "nsubj", Nummod = "nummod", Obj = "obj", Obl = "obl", Orphan = "orphan", Parataxis = "parataxis",
        Punct = "punct", Reparandum = "reparandum", Root = "root", Vocative = "vocative", Xcomp = "xcomp",
    }
}

named! {
    /// What a language says more of a relation, as far as anything is built on it.
    Subtype { Plain = "", Agent = "agent", Passive = "pass", Possessive = "poss", Particle = "prt", Relative = "relcl" }
}

/// A relation with its subtype: `nsubj:pass`.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Deserialize, Serialize)]
pub struct Label {
    pub relation: Relation,
    pub subtype: Subtype,
}

impl Label {
    /// The label of a sentence's own head.
    pub const ROOT: Self = Self { relation: Relation::Root, subtype: Subtype::Plain };

    /// A label as treebanks write it; subtypes that nothing is built on are left out.
    pub fn by_name(name: &str) -> Option<Self> {
        let (relation, subtype) = name.split_once(':').unwrap_or((name, ""));
        let subtype = Subtype::by_name(subtype).unwrap_or(Subtype::Plain);
        Some(Self { relation: Relation::by_name(relation)?, subtype })
    }
}
