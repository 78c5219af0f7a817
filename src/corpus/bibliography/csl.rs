//! CSL-JSON and CSL-YAML: a list of works, or the `references` of a front matter.

use crate::corpus::bibliography::reference::Reference;
use crate::prose::blocks::front_matter;
use serde_json::Value;

/// The works in `value`: a list of them, or an object with such a list under `references` or `items`.
pub fn of(value: &Value) -> Vec<Reference> {
    let listed = value
        .as_array()
        .or_else(|| ["references", "items"].iter().find_map(|name| value.get(name)?.as_array()));
    listed.into_iter().flatten().filter_map(reference).collect()
}

fn reference(work: &Value) -> Option<Reference> {
    let get = |names: &[&str]| names.iter().find_map(|name| work.get(name).and_then(front_matter::text));
    let people = ["author", "editor"]
        .iter()
        .find_map(|name| work.get(name)?.as_array())
        .map(Vec::as_slice)
        .unwrap_or_default();
    let named = |person: &Value| {
        let part = |name: &str| person.get(name).and_then(Value::as_str);
        let whole = [part("given"), part("non-dropping-particle"), part("family").or(part("literal"))];
        whole.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let family = people
        .first()
        .and_then(|person| ["family", "literal"].iter().find_map(|name| person.get(name)?.as_str()));
    // What has neither title nor address is some other file.
    let title = get(&["title"]);
    let url = get(&["URL", "url"]).or_else(|| get(&["DOI"]).map(|doi| format!("https://doi.org/{doi}")));
    (title.is_some() || url.is_some()).then_some(())?;
    Some(Reference {
        key: get(&["citation-key", "id"])?,
        title,
        author: Some(people.iter().map(named).collect::<Vec<_>>().join(", ")).filter(|all| !all.is_empty()),
        family: family.map(str::to_owned),
        published: work.get("issued").and_then(issued),
        publisher: get(&["container-title", "publisher"]),
        url,
        files: Vec::new(),
    })
}

/// `{"date-parts": [[2020, 3, 4]]}`, `{"raw": "2020-03-04"}`, a list of such (CSL-YAML), or the date itself.
fn issued(value: &Value) -> Option<String> {
    if let Some(parts) = value.get("date-parts").and_then(|dates| dates.get(0)?.as_array()) {
        let numbers: Vec<i64> =
            parts.iter().map_while(|part| part.as_i64().or_else(|| part.as_str()?.parse().ok())).collect();
        return numbered(&numbers);
    }
    let first = value.as_array().and_then(|dates| dates.first()).unwrap_or(value);
    let numbers: Vec<i64> =
        ["year", "month", "day"].iter().map_while(|part| first.get(part)?.as_i64()).collect();
    numbered(&numbers).or_else(|| {
        let text = ["raw", "literal"].iter().find_map(|name| first.get(name)).unwrap_or(first);
        iso(&front_matter::text(text)?)
    })
}

fn numbered(parts: &[i64]) -> Option<String> {
    match *parts {
        [year @ 1000..=9999] => Some(format!("{year}")),
        [year @ 1000..=9999, month @ 1..=12] => Some(format!("{year}-{month:02}")),
        [year @ 1000..=9999, month @ 1..=12, day @ 1..=31, ..] => Some(format!("{year}-{month:02}-{day:02}")),
        _ => None,
    }
}

/// A date, a month or a year at the head of `text`.
pub(super) fn iso(text: &str) -> Option<String> {
    let numbers: Vec<i64> =
        text.trim().split(['-', '/', 'T']).map_while(|part| part.parse().ok()).take(3).collect();
    numbered(&numbers)
}
