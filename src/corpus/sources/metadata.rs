//! What a source says of itself: front matter, sidecar file, first lines.

use crate::corpus::formats::format::Format;
use crate::prose::blocks::front_matter;
use crate::prose::{Block, date_of};
use crate::text::fold::composed;
use jiff::civil;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A source's description. `path` is relative to the workspace, with `/`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
pub struct Meta {
    /// The citation key: front matter `key`, else the file's stem.
    pub key: String,
    pub path: String,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub author: Option<String>,
    /// ISO 8601 date.
    pub published: Option<String>,
    pub url: Option<String>,
    /// ISO 639-1.
    pub language: String,
    /// `primary` or `secondary`, where the source says so.
    pub kind: Option<String>,
    /// Key of the source that this one corrects.
    pub corrects: Option<String>,
    /// Number of passages.
    pub passages: u32,
    /// Problems met while reading, for `backread sources`.
    pub problems: Vec<String>,
}

impl Meta {
    /// Whether its file has lines that a person can go to.
    pub fn has_lines(&self) -> bool {
        self.path.rsplit_once('.').and_then(|(_, ending)| Format::of(ending)).is_none_or(Format::has_lines)
    }

    /// The date of publication.
    pub fn date(&self) -> Option<civil::Date> {
        self.published.as_deref()?.get(..10)?.parse().ok()
    }

    /// The name a message gives the source: its publisher, else its key; a title is too long to read past.
    pub fn name(&self) -> &str {
        self.publisher.as_deref().unwrap_or(&self.key)
    }

    /// Fills the fields that `keys` (front matter or a sidecar) has and this description has not.
    pub fn fill(&mut self, keys: &Map<String, Value>) {
        let get = |names: &[&str]| {
            names.iter().find_map(|name| keys.get(*name).and_then(front_matter::text)).map(short)
        };
        let set = |field: &mut Option<String>, value: Option<String>| {
            if field.is_none() {
                *field = value;
            }
        };
        if let Some(key) = get(&["key", "citekey", "citation-key", "id"]) {
            self.key = composed(&key).into_owned();
        }
        set(&mut self.title, get(&["title", "headline"]));
        let source = get(&["source"]);
        let is_url = |text: &String| text.contains("://");
        set(&mut self.url, get(&["url", "link", "canonical"]).or_else(|| source.clone().filter(is_url)));
        set(
            &mut self.publisher,
            get(&["publisher", "outlet", "site", "website", "publication"])
                .or_else(|| source.filter(|text| !is_url(text))),
        );
        set(&mut self.author, get(&["author", "authors", "byline", "creator"]));
        set(
            &mut self.published,
            get(&["published", "date", "date-published", "datePublished"]).and_then(|text| iso(&text)),
        );
        set(&mut self.kind, get(&["kind"]));
        set(&mut self.corrects, get(&["corrects", "supersedes", "replaces"]));
        if let Some(language) = get(&["language", "lang"]) {
            self.language = language;
        }
    }

    /// Takes title and date from the first lines of a page that brings no metadata. `furniture` tells lines
    /// to pass over.
    pub fn fill_from_lines(&mut self, blocks: &[Block], furniture: impl Fn(&str) -> bool) {
        let first = blocks
            .iter()
            .take(FIRST_LINES)
            .map(|block| block.text.text().trim())
            .filter(|line| !furniture(line));
        for line in first {
            let words = line.split_whitespace().count();
            if self.title.is_none() && (2..=TITLE_WORDS).contains(&words) && !line.ends_with(['.', ':', '!'])
            {
                self.title = Some(line.to_owned());
            } else if self.published.is_none() && words <= DATE_LINE_WORDS {
                self.published = date_of(line).map(|date| date.to_string());
            }
        }
    }
}

/// What a message can hold of a field; no headline comes near, a hostile page may.
fn short(text: String) -> String {
    if text.len() <= LONGEST_FIELD {
        text
    } else {
        format!("{}…", &text[..text.floor_char_boundary(LONGEST_FIELD)])
    }
}

const LONGEST_FIELD: usize = 400;

/// A date in ISO form: taken as it is, or read from prose ("13 October 2024").
fn iso(text: &str) -> Option<String> {
    let plain = text.get(..10).filter(|start| start.parse::<civil::Date>().is_ok()).map(str::to_owned);
    plain.or_else(|| date_of(text).map(|date| date.to_string()))
}

/// Where a title and a date line stand, if a page has them.
const FIRST_LINES: usize = 8;
/// Longer than any headline of the seed and sample articles.
const TITLE_WORDS: usize = 22;
/// "NORRLAND WIRE — Port Averel, 10 May 2026, 06:15"
const DATE_LINE_WORDS: usize = 12;
