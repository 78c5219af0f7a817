//! The house rules: layers, sizes, names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers of `src/`, lowest first. A module imports lower layers and its own children, never a sibling or a higher one.
const LAYERS: [&[&str]; 8] = [
    &["text", "language", "config"],
    &["prose"],
    &["draft", "corpus"],
    &["matching"],
    &["rules"],
    &["check"],
    &["workspace"],
    &["cli", "server"],
];

/// Files longer than this have stopped being one room.
const LONGEST: usize = 420;

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn module_of(path: &Path) -> String {
    let relative = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    relative.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

fn layer_of(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// Every module that a file names after `crate::`.
fn imports(text: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut found = Vec::new();
    for line in code {
        for (at, _) in line.match_indices("crate::") {
            let rest = &line[at + "crate::".len()..];
            let names: Vec<&str> = match rest.strip_prefix('{') {
                Some(group) => group.split(['}', ',']).collect(),
                None => vec![rest],
            };
            found.extend(names.into_iter().map(|name| {
                name.trim()
                    .split(|c: char| !c.is_alphanumeric() && c != '_')
                    .next()
                    .unwrap_or_default()
                    .to_owned()
            }));
        }
    }
    found.retain(|name| !name.is_empty() && name != "crate");
    found
}

#[test]
fn modules_import_lower_layers_only() {
    let mut broken = Vec::new();
    for path in sources() {
        let module = module_of(&path);
        if matches!(module.as_str(), "lib" | "main") {
            continue;
        }
        let own = layer_of(&module).unwrap_or_else(|| panic!("{module} belongs to no layer"));
        for import in imports(&fs::read_to_string(&path).unwrap()) {
            let allowed = import == module || layer_of(&import).is_some_and(|layer| layer < own);
            if !allowed {
                broken.push(format!("{} imports {import}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// The protocol's types change with its library: only the server's folder may know them.
#[test]
fn only_the_server_speaks_the_protocol() {
    for path in sources().iter().filter(|path| module_of(path) != "server") {
        let text = fs::read_to_string(path).unwrap();
        let named =
            ["tower_lsp", "ls_types", "tokio"].into_iter().find(|name| text.contains(&format!("{name}::")));
        assert_eq!(named, None, "{}", path.display());
    }
}

#[test]
fn files_stay_small_and_have_names_of_their_own() {
    for path in sources() {
        let text = fs::read_to_string(&path).unwrap();
        let is_data = path.ends_with("language/english.rs");
        assert!(
            is_data || text.lines().count() <= LONGEST,
            "{} has {} lines",
            path.display(),
            text.lines().count()
        );
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            !["utils", "util", "common", "helpers", "misc"].contains(&name.as_str()),
            "{}",
            path.display()
        );
        assert!(text.starts_with("//!"), "{} does not say what it is", path.display());
    }
}

#[test]
fn every_rule_has_its_file_and_its_page() {
    for rule in backread::check::rules() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("src/rules")
            .join(rule.name().replace('-', "_"))
            .with_extension("rs");
        assert!(file.is_file(), "{}", file.display());
        assert!(rule.docs.starts_with(&format!("# {}\n", rule.name())), "{}", rule.name());
        assert!(
            rule.docs.contains("## Reported") && rule.docs.contains("## Not reported"),
            "{}",
            rule.name()
        );
        assert!(rule.docs.contains(&format!("Default level: {}.", rule.level.name())), "{}", rule.name());
    }
}

#[test]
fn the_settings_schema_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/backread.schema.json");
    let schema =
        serde_json::to_string_pretty(&schemars::schema_for!(backread::config::Config)).unwrap() + "\n";
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &schema).unwrap();
    }
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        schema,
        "BLESS=1 cargo test --test architecture writes it anew"
    );
}
