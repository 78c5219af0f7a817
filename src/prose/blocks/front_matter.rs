//! The YAML head of a Markdown file.

use serde_json::{Map, Value};

/// The text between the `---` lines at the head of `text`, and the byte where the body begins.
pub fn split(text: &str) -> (Option<&str>, usize) {
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let Some(first) = text[bom..].split_inclusive('\n').next().filter(|line| line.trim_end() == "---") else {
        return (None, bom);
    };
    let start = bom + first.len();
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return (Some(&text[start..at]), at + line.len());
        }
        at += line.len();
    }
    (None, bom)
}

/// The keys of a front matter. Hostile YAML (bombs of aliases) is refused by the parser's own budget.
pub fn parse(yaml: &str) -> Result<Map<String, Value>, String> {
    if yaml.trim().is_empty() {
        return Ok(Map::new());
    }
    serde_saphyr::from_str::<Map<String, Value>>(yaml)
        .map_err(|error| error.to_string().lines().next().unwrap_or_default().to_owned())
}

/// The keys of a front matter, read line by line if it is no YAML, and then what is wrong with it.
pub fn parse_or_lines(yaml: &str) -> (Map<String, Value>, Option<String>) {
    match parse(yaml) {
        Ok(keys) => (keys, None),
        Err(error) => (
            lines(yaml),
            Some(format!("the front matter is no YAML ({error}); what could be read line by line was")),
        ),
    }
}

/// The keys that a broken front matter still shows, line by line: `title: Ferry: more injured` is no YAML,
/// but plain.
fn lines(yaml: &str) -> Map<String, Value> {
    let pairs = yaml
        .lines()
        .filter(|line| !line.starts_with([' ', '-', '#']))
        .filter_map(|line| line.split_once(':'));
    pairs
        .map(|(key, value)| {
            (key.trim().to_owned(), Value::String(value.trim().trim_matches(['"', '\'']).to_owned()))
        })
        .collect()
}

/// A value as text: strings and numbers as they are, a list by its first entries.
pub fn text(value: &Value) -> Option<String> {
    let found = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => items.iter().filter_map(text).collect::<Vec<_>>().join(", "),
        _ => return None,
    };
    // Obsidian's clipper writes authors as "[[Name]]".
    let bare = found.replace("[[", "").replace("]]", "");
    (!bare.is_empty()).then_some(bare)
}
