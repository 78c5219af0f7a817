//! Parties: whom the words of a phrase mean, and whether two phrases mean the same.

use crate::language::{Class, Lexicon};
use crate::matching::evidence::kindred::is_meant;
use crate::matching::statements::clauses::tells;
use crate::prose::Reading;
use crate::prose::reports::Report;
use crate::prose::syntax::{Relation, Upos};
use crate::prose::words::Word;
use std::ops::Range;

/// The words of a sentence that say who somebody is, and the one that the others hang on.
#[derive(Clone, Debug)]
pub struct Party<'r> {
    pub reading: &'r Reading,
    pub words: Vec<usize>,
    pub head: usize,
}

impl<'r> Party<'r> {
    /// Whose word a report gives; `None` where it does not say.
    pub fn of(reading: &'r Reading, report: &Report) -> Option<Self> {
        Some(Self { reading, words: report.speaker.clone(), head: report.head? })
    }

    /// Who a token stands for, with all that hangs on it and says who that is.
    pub fn at(reading: &'r Reading, token: usize) -> Option<Self> {
        let tree = reading.tree();
        let words =
            tree.phrase(token, &[Relation::Acl, Relation::Advcl, Relation::Parataxis, Relation::Conj]);
        Some(Self { reading, words, head: tree.tokens[token].word? })
    }

    /// Its words, first to last.
    pub fn range(&self) -> Range<usize> {
        let (first, last) = (self.words.iter().min(), self.words.iter().max());
        first.copied().unwrap_or_default()..last.map_or(0, |last| last + 1)
    }

    /// As its sentence has it.
    pub fn printed(&self) -> &'r str {
        self.reading.span(&self.range()).of(&self.reading.text)
    }

    /// Whether it is somebody, by a name or an office.
    pub fn is_person(&self, lexicon: &Lexicon) -> bool {
        let word = |word: &usize| &self.reading.words[*word];
        !self.names().is_empty() || self.words.iter().any(|at| lexicon.is(&word(at).fold, Class::Title))
    }

    /// Whether it is "he" or "she".
    pub fn is_pronoun(&self, lexicon: &Lexicon) -> bool {
        let fold = self.reading.words[self.head].fold.as_str();
        lexicon.is(fold, Class::Pronoun) && !lexicon.language.grammar.things.contains(&fold)
    }

    /// Whether it is told who it is: "the minister", and neither "she" nor "some" nor "the report".
    pub fn is_told(&self, lexicon: &Lexicon) -> bool {
        matches!(self.reading.tree().upos(self.head), Some(Upos::Noun | Upos::Propn))
            && !lexicon.voices().is_document(&self.reading.words[self.head].stem)
    }

    /// Whether it is of several: "the tenants and the union".
    pub fn is_joined(&self) -> bool {
        self.words.iter().any(|word| self.reading.tree().upos(*word) == Some(Upos::Cconj))
    }

    /// The words of its own names, titles left out: a judge in Maryland has none.
    fn names(&self) -> Vec<&Word> {
        let (names, tree) = (self.reading.names(), self.reading.tree());
        let bare = |word: &usize| names.iter().any(|name| (name.bare..name.words.end).contains(word));
        let is_led_to = |token: usize| tree.related(token, &[Relation::Case]).next().is_some();
        let others: Vec<usize> = (0..tree.nodes.len())
            .filter(|token| tree.nodes[*token].label.relation == Relation::Nmod && is_led_to(*token))
            .filter(|token| {
                tree.token(self.head).is_some_and(|head| head != *token && tree.is_under(*token, head, &[]))
            })
            .collect();
        let is_own = |word: &usize| {
            tree.token(*word).is_some_and(|word| !others.iter().any(|other| tree.is_under(word, *other, &[])))
        };
        let is_name = |word: &usize| tree.upos(*word) == Some(Upos::Propn) && bare(word) && is_own(word);
        self.words.iter().filter(|word| is_name(word)).map(|word| &self.reading.words[*word]).collect()
    }

    /// The words of what it is, names and titles left out: "the contractor, Leaf & Limb" is a contractor.
    fn nouns(&self, lexicon: &Lexicon) -> Vec<&Word> {
        let in_name = |word: usize| {
            let capital = !lexicon.language.capital_nouns && word > 0 && self.reading.words[word].capital;
            capital || self.reading.tree().upos(word) == Some(Upos::Propn)
        };
        let is_noun = |word: &usize| {
            let own = &self.reading.words[*word];
            tells(own) && !in_name(*word) && !lexicon.is(&own.fold, Class::Title)
        };
        self.words.iter().filter(|word| is_noun(word)).map(|word| &self.reading.words[*word]).collect()
    }

    /// Whether two phrases may mean one party: they share a name, or a word that says what it is, or one has a name and the
    /// other has none.
    pub fn may_be(&self, other: &Party<'_>, lexicon: &Lexicon) -> bool {
        let (own, theirs) = (self.names(), other.names());
        let shares = |own: &[&Word], theirs: &[&Word]| {
            own.iter().any(|word| is_meant(word, theirs.iter().copied(), self.reading.language))
        };
        let (nouns, their_nouns) = (self.nouns(lexicon), other.nouns(lexicon));
        if shares(&own, &theirs) || shares(&nouns, &their_nouns) {
            return true;
        }
        if !own.is_empty() && !theirs.is_empty() {
            return false;
        }
        let is_anybody = |nouns: &[&Word]| nouns.iter().all(|noun| lexicon.voices().is_anybody(&noun.stem));
        let titled = |party: &Party<'_>| {
            let words = party.words.iter().map(|word| &party.reading.words[*word]);
            words
                .filter(|word| lexicon.is(&word.fold, Class::Title))
                .map(|word| word.stem.clone())
                .collect::<Vec<_>>()
        };
        let (titles, their_titles) = (titled(self), titled(other));
        titles.iter().any(|title| their_titles.contains(title))
            || is_anybody(&nouns) && titles.is_empty()
            || is_anybody(&their_nouns) && their_titles.is_empty()
    }
}
