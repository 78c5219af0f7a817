//! BibTeX and BibLaTeX, entry by entry: one that is broken costs itself alone.

use crate::corpus::bibliography::reference::Reference;
use biblatex::{ChunksExt, Entry, RawBibliography, RawChunk, Spanned};
use rustc_hash::FxHashMap;

/// Bytes of the largest entry that is read; abstracts and notes are far below.
const LONGEST_ENTRY: usize = 1 << 18;
/// Bytes of the longest `@string`: names of journals. One that is longer could make an entry of many of it
/// too large for memory.
const LONGEST_STRING: usize = 200;

pub(super) fn read(text: &str) -> Vec<Reference> {
    let mut strings: FxHashMap<&str, &str> = FxHashMap::default();
    let mut found = Vec::new();
    for part in parts(text).filter(|part| part.len() <= LONGEST_ENTRY) {
        let Ok(mut raw) = RawBibliography::parse(part) else { continue };
        for pair in &raw.abbreviations {
            if let [Spanned { v: RawChunk::Normal(value), .. }] = pair.value.v.as_slice()
                && value.len() <= LONGEST_STRING
            {
                strings.insert(pair.key.v, value);
            }
        }
        for entry in &mut raw.entries {
            entry.v.fields.retain(|field| FIELDS.iter().any(|name| field.key.v.eq_ignore_ascii_case(name)));
            for chunk in entry.v.fields.iter_mut().flat_map(|field| &mut field.value.v) {
                let RawChunk::Abbreviation(name) = chunk.v else { continue };
                // Months keep their names; another abbreviation that nobody explains stands for itself.
                chunk.v = RawChunk::Normal(strings.get(name).copied().unwrap_or(name));
            }
        }
        found.extend(
            biblatex::Bibliography::from_raw(raw)
                .into_iter()
                .flat_map(|read| read.into_iter().map(|entry| reference(&entry))),
        );
    }
    found
}

#[rustfmt::skip]
const FIELDS: [&str; 15] = [
    "title", "author", "editor", "date", "year", "month", "day", "journal", "journaltitle", "booktitle",
    "publisher", "institution", "url", "doi", "file",
];

/// The file cut before every line that begins with `@`.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.match_indices("\n@").map(|(at, _)| at + 1).next().unwrap_or(rest.len());
        let part;
        (part, rest) = rest.split_at(end);
        Some(part)
    })
}

fn reference(entry: &Entry) -> Reference {
    let plain =
        |name: &str| entry.get(name).map(ChunksExt::format_verbatim).filter(|text| !text.trim().is_empty());
    let first = |names: &[&str]| names.iter().find_map(|name| plain(name)).map(|text| text.trim().to_owned());
    let people =
        entry.author().or_else(|_| entry.get_as::<Vec<biblatex::Person>>("editor")).unwrap_or_default();
    let named = |person: &biblatex::Person| {
        let parts = [&person.given_name, &person.prefix, &person.name].map(|part| part.trim());
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let family = people.first().map(|person| format!("{} {}", person.prefix, person.name).trim().to_owned());
    Reference {
        key: entry.key.clone(),
        title: first(&["title"]),
        author: Some(people.iter().map(named).collect::<Vec<_>>().join(", ")).filter(|all| !all.is_empty()),
        family: family.filter(|name| !name.is_empty()),
        published: first(&["date"])
            .and_then(|date| crate::corpus::bibliography::csl::iso(&date))
            .or_else(|| dated(&first)),
        publisher: first(&["journaltitle", "journal", "booktitle", "publisher", "institution"]),
        url: first(&["url"]).or_else(|| {
            first(&["doi"])
                .map(|doi| format!("https://doi.org/{}", doi.trim_start_matches("https://doi.org/")))
        }),
        files: entry.get("file").map(|chunks| files(&chunks.to_vec().format_verbatim())).unwrap_or_default(),
    }
}

/// The date of the fields `year`, `month` and `day`; a month by number or by name.
fn dated(first: &dyn Fn(&[&str]) -> Option<String>) -> Option<String> {
    let year =
        first(&["year"]).filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let month = first(&["month"]).and_then(|month| {
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        let named = month.to_lowercase();
        month.parse().ok().or_else(|| names.iter().position(|name| named.starts_with(name)).map(|n| n + 1))
    });
    let day = first(&["day"]).and_then(|day| day.parse::<usize>().ok());
    Some(match (month, day) {
        (Some(month @ 1..=12), Some(day @ 1..=31)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month @ 1..=12), _) => format!("{year}-{month:02}"),
        _ => year,
    })
}

/// `Full Text:/home/me/papers/Doe 2020.pdf:application/pdf; other.html`: the files' names.
fn files(field: &str) -> Vec<String> {
    let parts =
        field.split([';', ':']).map(|part| part.trim().rsplit(['/', '\\']).next().unwrap_or_default());
    parts
        .filter(|name| {
            name.rsplit_once('.')
                .is_some_and(|(_, ending)| crate::corpus::formats::format::Format::of(ending).is_some())
        })
        .map(str::to_owned)
        .collect()
}
