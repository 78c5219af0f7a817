//! The bibliographies that a draft names in its front matter.

use crate::prose::blocks::front_matter;
use serde_json::{Map, Value};

/// The files that the front matter of a draft names under `bibliography`.
pub fn named_bibliographies(text: &str) -> Vec<String> {
    front_matter::split(text)
        .0
        .and_then(|front| front_matter::parse(front).ok())
        .map(|meta| bibliographies(&meta))
        .unwrap_or_default()
}

pub(super) fn bibliographies(meta: &Map<String, Value>) -> Vec<String> {
    let names = meta
        .get("bibliography")
        .map_or_else(Vec::new, |value| value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]));
    names.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}
