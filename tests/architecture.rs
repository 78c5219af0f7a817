//! The house rules: layers, sizes, names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The layers of `src/`, lowest first. A module imports lower layers and its own children, never a sibling or
/// a higher one.
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

/// The module of a file: `src/rules/values.rs` is `rules::values`.
fn path_of(file: &Path) -> String {
    let relative =
        file.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap().with_extension("");
    relative.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("::")
}

/// The code of a file: no comments, and nothing of its tests.
fn code_of(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Every path that code names after `crate::`, groups taken apart; where a name may be seen is no import.
fn paths(code: &str) -> Vec<String> {
    let code = code.replace("pub(in crate::", "pub(in ");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(rest.len());
        let head = rest[..end].trim_end_matches(':');
        match rest[end..].strip_prefix('{').filter(|_| rest[..end].ends_with("::")) {
            Some(group) => {
                let names = group.split(['}', ';']).next().unwrap().split(',');
                found.extend(names.map(|name| format!("{head}::{}", name.trim())));
            }
            None => found.push(head.to_owned()),
        }
    }
    found
}

/// For each module the modules that it imports, itself apart.
fn imported() -> BTreeMap<String, BTreeSet<String>> {
    let files = sources();
    let modules: BTreeSet<String> = files.iter().map(|file| path_of(file)).collect();
    let module_in = |path: &str| {
        let mut path = path;
        while !modules.contains(path) {
            path = path.rsplit_once("::")?.0;
        }
        Some(path.to_owned())
    };
    let of = |file: &PathBuf| {
        let own = path_of(file);
        let named =
            paths(&code_of(file)).into_iter().filter_map(|path| module_in(&path)).filter(|path| *path != own);
        (own.clone(), named.collect())
    };
    files.iter().map(of).collect()
}

#[test]
fn no_modules_import_each_other_in_a_ring() {
    let graph = imported();
    // A module that reaches itself stands on a ring.
    let rings: Vec<&String> = graph
        .keys()
        .filter(|start| {
            let (mut seen, mut left) = (BTreeSet::new(), graph[*start].iter().collect::<Vec<_>>());
            while let Some(next) = left.pop() {
                if seen.insert(next) {
                    left.extend(graph.get(next).into_iter().flatten());
                }
            }
            seen.contains(start)
        })
        .collect();
    assert!(rings.is_empty(), "{rings:?}");
}

/// The picture of imports is whole only if each is written from the crate's root.
#[test]
fn imports_are_written_from_the_root() {
    for file in sources() {
        let code = code_of(&file);
        let relative = code.lines().find(|line| line.contains("super::") || line.contains("self::"));
        assert_eq!(relative, None, "{}", file.display());
    }
}

/// A folder with more rooms than a person sees at a glance wants another floor.
const MOST_ROOMS: usize = 13;

#[test]
fn folders_are_seen_at_a_glance() {
    let mut rooms: BTreeMap<PathBuf, BTreeSet<PathBuf>> = BTreeMap::new();
    for file in sources() {
        for child in file.ancestors().take_while(|path| !path.ends_with("src")) {
            rooms.entry(child.parent().unwrap().to_owned()).or_default().insert(child.with_extension(""));
        }
    }
    // One file a command: the listing is the list of commands.
    rooms.retain(|folder, _| !folder.ends_with("src/cli") && !folder.ends_with("src"));
    let crowded: Vec<_> =
        rooms.iter().filter(|(_, rooms)| rooms.len() > MOST_ROOMS).map(|(folder, _)| folder).collect();
    assert!(crowded.is_empty(), "{crowded:?}");
}

/// Where words are compared, and which files of those speak of something else than a language: the words of
/// HTML, of treebanks, of metadata, endings of files, symbols of units, and names and reasons that reports
/// show.
const WORDLESS: [&str; 4] = ["prose", "draft", "matching", "rules"];
const OTHER_WORDS: [&str; 11] = [
    "matching/cited_sources.rs",
    "rules/quotations/quote_variants.rs",
    "prose/blocks/markdown.rs",
    "prose/syntax",
    "prose/figures/measures.rs",
    "prose/figures.rs",
    "prose/words.rs",
    "draft/document.rs",
    "rules/case/exempt.rs",
    "rules/quotations/misquote.rs",
    "rules/values/arithmetic.rs",
];

#[test]
fn no_word_of_a_language_stands_outside_language() {
    let listed = format!("{:?}", backread::language::LANGUAGES);
    let words: BTreeSet<&str> = listed.split('"').skip(1).step_by(2).filter(|word| word.len() > 1).collect();
    // Symbols of units are no words, and currencies no letters.
    let symbols: BTreeSet<&str> = backread::language::LANGUAGES
        .iter()
        .flat_map(|language| language.units)
        .map(|(symbol, _)| *symbol)
        .collect();
    let words: BTreeSet<&str> = words
        .into_iter()
        .filter(|word| word.starts_with(char::is_alphabetic) && !symbols.contains(word))
        .collect();
    assert!(words.contains("unless") && words.contains("sagte") && words.contains("janvier"));
    let mut found = Vec::new();
    for file in sources() {
        let name = file.display().to_string();
        if !WORDLESS.contains(&module_of(&file).as_str())
            || OTHER_WORDS.iter().any(|other| name.contains(other))
        {
            continue;
        }
        for line in code_of(&file).lines().filter(|line| !line.contains('{') || line.contains("matches!")) {
            let literals = line.split('"').skip(1).step_by(2);
            found.extend(literals.filter(|text| words.contains(text)).map(|text| format!("{name}: {text}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
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
    let files = sources();
    for rule in backread::check::rules() {
        let own = format!("{}.rs", rule.name().replace('-', "_"));
        let file = files.iter().find(|path| path.file_name().is_some_and(|name| name == own.as_str()));
        let family = format!("{:?}", rule.code.family()).to_lowercase();
        let room = file.and_then(|path| path.parent()?.file_name()?.to_str()).unwrap_or_default();
        assert!(
            room == family || family == "suppressions" && room == "rules",
            "{} stands in {room}",
            rule.name()
        );
        assert!(rule.docs.starts_with(&format!("# {}\n", rule.name())), "{}", rule.name());
        assert!(
            rule.docs.contains("## Reported") && rule.docs.contains("## Not reported"),
            "{}",
            rule.name()
        );
        assert!(rule.docs.contains(&format!("Default level: {}.", rule.level.name())), "{}", rule.name());
    }
    // The table is in the order of the codes, which are looked up by their number.
    let table = backread::check::rules().iter().map(|rule| rule.code);
    assert!(table.eq(backread::rules::Code::ALL.iter().copied()));
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
