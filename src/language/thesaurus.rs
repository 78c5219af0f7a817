//! How words of a language stand to each other by their meaning, as a dictionary has it.

use rustc_hash::FxHashMap;

/// How one word stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinship {
    /// One may stand for the other: "postpone" and "defer", "decide" and "decision".
    Alike,
    /// The other is the broader word: "loan" and "debt".
    Broader,
    /// The other is the narrower word.
    Narrower,
    Opposite,
}

/// A word that stands near another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kin<'t> {
    pub stem: &'t str,
    pub kinship: Kinship,
}

/// A dictionary of kin: lines in the order of their bytes, each a stem and its kin (a stem and a sign).
#[derive(Clone, Copy, Debug)]
pub struct Thesaurus(&'static str);

impl Thesaurus {
    pub(super) const fn new(lines: &'static str) -> Self {
        Self(lines)
    }

    /// The kin of a stem; looked up where it lies, so that opening costs nothing.
    pub fn kin<'k>(self, stem: &str) -> impl Iterator<Item = Kin<'k>> + use<'k> {
        let line: &'k str = self.line(stem).unwrap_or_default();
        line.split(' ').filter_map(parse)
    }

    /// What stands behind a stem in its line.
    fn line(self, stem: &str) -> Option<&'static str> {
        let (mut from, mut to) = (0, self.0.len());
        while from < to {
            let middle = self.0.floor_char_boundary(usize::midpoint(from, to));
            let start = self.0[from..middle].rfind('\n').map_or(from, |at| from + at + 1);
            let end = self.0[start..].find('\n').map_or(self.0.len(), |at| start + at);
            let line = &self.0[start..end];
            let (word, kin) = line.split_once(' ').unwrap_or((line, ""));
            match word.cmp(stem) {
                std::cmp::Ordering::Equal => return Some(kin),
                std::cmp::Ordering::Less => from = end + 1,
                std::cmp::Ordering::Greater => to = start,
            }
        }
        None
    }
}

fn parse(entry: &str) -> Option<Kin<'_>> {
    let stem = entry.trim_end_matches(['=', '~', '>', '<', '!']);
    let kinship = match entry.as_bytes().last()? {
        b'>' => Kinship::Broader,
        b'<' => Kinship::Narrower,
        b'!' => Kinship::Opposite,
        _ => Kinship::Alike,
    };
    Some(Kin { stem, kinship })
}

/// For each word of groups of like words, the others.
pub(super) fn alike(
    groups: &[&'static str],
    form: &dyn Fn(&str) -> String,
) -> FxHashMap<String, Vec<String>> {
    let mut found: FxHashMap<String, Vec<String>> = FxHashMap::default();
    for group in groups {
        let stems: Vec<String> = group.split(' ').map(form).collect();
        for stem in &stems {
            let others = found.entry(stem.clone()).or_default();
            others.extend(stems.iter().filter(|other| *other != stem).cloned());
        }
    }
    found
}
