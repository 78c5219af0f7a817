//! The language server as a client sees it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "lsp/client.rs"]
mod client;
#[path = "lsp/plain.rs"]
mod plain;

use backread::text::buffer::{Encoding, Position};
use backread::workspace::Drafting;
use client::{Client, apply, capabilities, uri};
use serde_json::{Value, json};
use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

const POST: &str = "---\ntitle: Ferry aground off Port Averel\npublisher: The Harbour Post\npublished: 2026-03-14\n---\n\n“We did everything by the book, and we will not speculate about the cause,” harbourmaster Ada Fenn said. The ferry Marguerite carried 212 passengers on Friday evening.\n";
const WRONG: &str =
    "“We did everything by the book, and we will speculate about the cause,” harbourmaster Ada Fenn said.\n";
const RIGHT: &str = "“We did everything by the book, and we will not speculate about the cause,” harbourmaster Ada Fenn said.\n";

/// Column of “not” in the right one.
const NOT: u32 = 44;

fn workspace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("corpus")).unwrap();
    fs::write(folder.path().join("corpus/post.md"), POST).unwrap();
    folder
}

/// A server with the draft open and its first report in hand.
async fn opened(folder: &Path, text: &str) -> (Client, String, Vec<Value>) {
    let mut client = Client::start().await;
    let uri = client.open(&folder.join("draft.md"), text).await;
    assert_eq!(client.sources_read().await, "1 sources: 1 added, 0 changed, 0 removed, 0 skipped");
    let diagnostics = client.diagnostics(&uri, 1).await;
    (client, uri, diagnostics)
}

fn codes(diagnostics: &[Value]) -> Vec<&str> {
    diagnostics.iter().map(|one| one["code"].as_str().unwrap()).collect()
}

fn range(line: u32, start: u32, end: u32) -> Value {
    json!({ "start": { "line": line, "character": start }, "end": { "line": line, "character": end } })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finding_comes_with_its_passage_and_its_page() {
    let folder = workspace();
    let (client, _, found) = opened(folder.path(), WRONG).await;
    assert_eq!(codes(&found), ["misquote"]);
    assert_eq!(found[0]["range"], range(0, 1, 70));
    assert_eq!((found[0]["severity"].as_i64(), found[0]["source"].as_str()), (Some(1), Some("backread")));
    assert_eq!(
        found[0]["message"],
        "Not what The Harbour Post (2026-03-14) has: “not” is left out (a negation). This changes the sense. Restore the source's words, or mark the change."
    );
    let related = &found[0]["relatedInformation"][0];
    assert_eq!(related["location"]["uri"], uri(&folder.path().join("corpus/post.md")));
    assert_eq!(related["location"]["range"], range(6, 0, 104));
    let page = found[0]["codeDescription"]["href"].as_str().unwrap().strip_prefix("file://").unwrap();
    assert!(fs::read_to_string(page).unwrap().starts_with("# misquote\n"));
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fix_restores_the_sources_words() {
    let folder = workspace();
    let (mut client, uri, found) = opened(folder.path(), WRONG).await;
    let actions = client.code_actions(&uri, &found[0]["range"]).await;
    assert_eq!(actions.len(), 1);
    assert_eq!(
        (&actions[0]["title"], &actions[0]["kind"]),
        (&json!("Restore the source's words"), &json!("quickfix"))
    );
    assert_eq!(actions[0]["diagnostics"][0], found[0]);
    let change = &actions[0]["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": uri, "version": 1 }));
    let edits: Vec<Value> = serde_json::from_value(change["edits"].clone()).unwrap();
    assert_eq!(apply(WRONG, &edits), RIGHT);
    client.edit(&uri, 2, [0, NOT, 0, NOT], "not ").await;
    assert!(client.diagnostics(&uri, 2).await.is_empty());
    assert!(
        client.code_actions(&uri, &found[0]["range"]).await.iter().all(|action| action["kind"] != "quickfix")
    );
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sentence_is_cited_in_the_drafts_own_style() {
    let folder = workspace();
    let carried = "The ferry Marguerite carried 212 passengers on Friday evening.";
    let at = range(0, 5, 5);
    let (mut client, uri, _) = opened(folder.path(), &format!("{carried}\n")).await;
    let actions = client.code_actions(&uri, &at).await;
    assert_eq!(
        (&actions[0]["title"], &actions[0]["kind"]),
        (&json!("Cite The Harbour Post"), &json!("refactor.rewrite"))
    );
    let edits: Vec<Value> =
        serde_json::from_value(actions[0]["edit"]["documentChanges"][0]["edits"].clone()).unwrap();
    let expected = format!(
        "{carried}[^1]\n\n[^1]: The Harbour Post, Ferry aground off Port Averel, 2026-03-14, [@post]\n"
    );
    assert_eq!(apply(&format!("{carried}\n"), &edits), expected);
    client.finish().await;

    let styles = [
        ("She was late [@post].", " [@post]."),
        ("She was late [[post#^p2]].", " [[post]]."),
        (
            "She was late, [the Post says](https://elsewhere.example/a).",
            " ([The Harbour Post](<https://post.example/ferry>)).",
        ),
        ("She was late (Varga, 2019, p. 3).", " (Tolvan, 2026)."),
        (
            "She was late.^[Interview with the author.]",
            "^[The Harbour Post, Ferry aground off Port Averel, 2026-03-14, <https://post.example/ferry>].",
        ),
    ];
    for (other, mark) in styles {
        let folder = workspace();
        let described =
            POST.replacen("---\n", "---\nauthor: Mira Tolvan\nurl: https://post.example/ferry\n", 1);
        fs::write(folder.path().join("corpus/post.md"), described).unwrap();
        let draft = format!("{carried}\n\n{other}\n");
        let (mut client, uri, _) = opened(folder.path(), &draft).await;
        let actions = client.code_actions(&uri, &at).await;
        let edits: Vec<Value> =
            serde_json::from_value(actions[0]["edit"]["documentChanges"][0]["edits"].clone()).unwrap();
        assert_eq!(apply(&draft, &edits), draft.replacen("evening.", &format!("evening{mark}"), 1));
        client.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_told_twice_leads_to_its_other_place() {
    let folder = workspace();
    let draft = "The trawler Nordlys sank off Cape Varn on Monday.\n\nOn Monday the trawler Nordlys sank off Cape Varn.\n";
    let (client, uri, found) = opened(folder.path(), draft).await;
    assert_eq!(codes(&found), ["unsourced-claim"]);
    let related = found[0]["relatedInformation"].as_array().unwrap();
    let again = related.iter().find(|one| one["location"]["uri"] == uri).unwrap();
    assert_eq!(again["location"]["range"], range(2, 0, 49));
    assert_eq!(again["message"], "On Monday the trawler Nordlys sank off Cape Varn.");
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bibliography_that_the_draft_names_is_read_and_read_again() {
    let folder = workspace();
    let works = folder.path().join("works.bib");
    fs::write(&works, "@book{varga2019, author = {Varga, Edit}, title = {Ships}, year = 2019}\n").unwrap();
    let draft = "---\nbibliography: works.bib\n---\n\nThe trawler Nordlys sank off Cape Varn on Monday [@varga2019; @holm2018].\n";
    let (mut client, uri, found) = opened(folder.path(), draft).await;
    assert_eq!(codes(&found), ["unknown-citation"]);
    assert!(found[0]["message"].as_str().unwrap().contains("holm2018"));
    fs::write(
        &works,
        "@book{varga2019, title = {Ships}}\n\n@book{holm2018, title = {Nine winters}, year = 2018}\n",
    )
    .unwrap();
    client
        .notify(
            "workspace/didChangeWatchedFiles",
            json!({ "changes": [{ "uri": client::uri(&works), "type": 2 }] }),
        )
        .await;
    client.sources_read().await;
    assert!(client.diagnostics(&uri, 1).await.is_empty());
    let hover = client.hover(&uri, 4, 5).await;
    let shown = hover["contents"]["value"].as_str().unwrap();
    assert!(
        shown.starts_with("**Unchecked**: what it cites is not saved: “Ships”, “Nine winters”."),
        "{shown}"
    );
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hover_shows_the_passage_with_the_words_that_differ() {
    let folder = workspace();
    let (mut client, uri, _) = opened(folder.path(), WRONG).await;
    let hover = client.hover(&uri, 0, 45).await;
    let source = client::uri(&folder.path().join("corpus/post.md"));
    assert_eq!(
        hover["contents"]["value"],
        format!(
            "**Conflicting**: Not what The Harbour Post (2026-03-14) has: “not” is left out (a negation). This changes the sense. Restore the source's words, or mark the change.\n\n\
             > “We did everything by the book, and we will **not** speculate about the cause,” harbourmaster Ada Fenn said.\n\n\
             Ferry aground off Port Averel · The Harbour Post · 2026-03-14 · [corpus/post.md:7]({source}#L7,1)"
        )
    );
    assert_eq!(hover["range"], range(0, 0, 100));
    assert_eq!(client.hover(&uri, 1, 0).await, Value::Null, "nothing stands there");
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hover_lays_two_values_below_each_other() {
    let folder = workspace();
    let (mut client, uri, _) =
        opened(folder.path(), "The ferry Marguerite carried 221 passengers on Friday evening.\n").await;
    let hover = client.hover(&uri, 0, 31).await;
    let value = hover["contents"]["value"].as_str().unwrap();
    assert!(
        value.contains(
            "| | |\n|---|---|\n| draft | **221** |\n| The Harbour Post (2026-03-14) | **212** |\n\n> "
        ),
        "{value}"
    );
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_without_markdown_gets_plain_text() {
    let folder = workspace();
    let (mut client, _) = Client::start_with(json!({}), json!({ "debounce": 0 })).await;
    let uri = client.open(&folder.path().join("draft.md"), WRONG).await;
    client.sources_read().await;
    let found = client.diagnostics(&uri, 1).await;
    assert!(found[0].get("relatedInformation").is_none() && found[0].get("codeDescription").is_none());
    let hover = client.hover(&uri, 0, 45).await;
    assert_eq!(hover["contents"]["kind"], "plaintext");
    assert!(
        hover["contents"]["value"]
            .as_str()
            .unwrap()
            .contains("\n\n> “We did everything by the book, and we will *not* speculate")
    );
    let actions = client.code_actions(&uri, &found[0]["range"]).await;
    assert_eq!(apply(WRONG, actions[0]["edit"]["changes"][&uri].as_array().unwrap()), RIGHT);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_source_is_markup_in_a_hover() {
    let folder = workspace();
    let hostile = "The *ferry* <img src=x> [Marguerite](command:evil) carried 212 passengers; see https://evil.example and www.evil.example, `x` & y\u{1b}[31m \u{202e}now.\n";
    fs::write(folder.path().join("corpus/post.txt"), hostile).unwrap();
    fs::remove_file(folder.path().join("corpus/post.md")).unwrap();
    let (mut client, uri, _) = opened(folder.path(), "The ferry Marguerite carried 212 passengers.\n").await;
    let hover = client.hover(&uri, 0, 5).await;
    let value = hover["contents"]["value"].as_str().unwrap().replace("**", "");
    assert!(value.contains(r"The \*ferry\* \<img src=x\> \[Marguerite\](command:evil) carried 212 passengers; see https\://evil.example and www\.evil.example, \`x\` \& y"), "{value}");
    assert!(!value.contains(['\u{1b}', '\u{202e}']));
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_are_counted_as_the_client_counts() {
    let text = "😀 é is here.\r\n\r\n😀 “We did everything by the book, and we will speculate about the cause,” harbourmaster Ada Fenn said.\r\n";
    for (offered, chosen, smiley, mark) in [
        (json!(["utf-8", "utf-16"]), "utf-8", 4, 3),
        (json!(["utf-32"]), "utf-32", 1, 1),
        (Value::Null, "utf-16", 2, 1),
    ] {
        let (start, end) = (smiley + 1 + mark, smiley + 1 + mark + 69);
        let folder = workspace();
        let mut capabilities = capabilities();
        capabilities["general"] = json!({ "positionEncodings": offered });
        let (mut client, answer) = Client::start_with(capabilities, json!({ "debounce": 0 })).await;
        assert_eq!(answer["capabilities"]["positionEncoding"], chosen);
        let uri = client.open(&folder.path().join("draft.md"), text).await;
        client.sources_read().await;
        let found = client.diagnostics(&uri, 1).await;
        assert_eq!(found[0]["range"], range(2, start, end), "{chosen}");
        // The end of the first line, far past it, and the smiley replaced as a whole.
        client.edit(&uri, 2, [0, 99, 0, 99], " And there.").await;
        client.diagnostics(&uri, 2).await;
        client.edit(&uri, 3, [2, 0, 2, smiley + 1], "").await;
        let found = client.diagnostics(&uri, 3).await;
        assert_eq!(found[0]["range"], range(2, mark, mark + 69), "{chosen}");
        client.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_thousand_edits_arrive_in_order() {
    let folder = workspace();
    let mut typed = String::new();
    for n in 0..24 {
        typed += &format!(
            "The ferry Marguerite carried 2{n:02} passengers on Friday evening, Ada Fenn said in part {n}.\n\n"
        );
    }
    let (mut client, _) = Client::start_with(capabilities(), json!({ "debounce": 50 })).await;
    let uri = client.open(&folder.path().join("draft.md"), "").await;
    let (mut line, mut column, mut version) = (0, 0, 1);
    // One character a message; every tenth is typed wrong first and put right by the next edit.
    for (n, c) in typed.chars().enumerate() {
        let wrong = n % 10 == 0 && c != '\n';
        let right = c.to_string();
        version += 1;
        client.edit(&uri, version, [line, column, line, column], if wrong { "#" } else { &right }).await;
        if wrong {
            version += 1;
            client.edit(&uri, version, [line, column, line, column + 1], &right).await;
        }
        (line, column) = if c == '\n' { (line + 1, 0) } else { (line, column + 1) };
    }
    assert!(version > 2_000, "{version}");
    client.sources_read().await;
    let last = loop {
        let report = client.expect("textDocument/publishDiagnostics").await;
        if report["version"] == version {
            break report;
        }
    };
    let found = last["diagnostics"].as_array().unwrap();
    // A draft opened with the same text is judged alike, line for line.
    let copy = client.open(&folder.path().join("copy.md"), &typed).await;
    assert_eq!(*found, client.diagnostics(&copy, 1).await);
    assert!(found.len() > 10, "{found:#?}");
    client.finish().await;
}

/// Edits anywhere, past line ends and the end of the text included, with CRLF, astral and combining
/// characters.
#[tokio::test(flavor = "multi_thread")]
async fn random_edits_leave_the_servers_text_equal_to_a_plain_string() {
    let folder = workspace();
    let (mut client, _) = Client::start_with(capabilities(), json!({ "debounce": 30 })).await;
    let uri = client.open(&folder.path().join("draft.md"), "").await;
    let wrong = "The ferry Marguerite carried 221 passengers on Friday evening, Ada Fenn said. ";
    let pieces = [
        wrong,
        wrong,
        "“We did everything by the book, and we will speculate about the cause,” she said. ",
        "😀",
        "é",
        "\r\n",
        "\n\n",
        "\r",
        "\u{2028}",
    ];
    let mut random = fastrand::Rng::with_seed(3);
    let mut text = String::new();
    let mut version = 1;
    for _ in 0..700 {
        let (line, column) = (random.u32(..40), random.u32(..120));
        let (end_line, end_column) = (line + random.u32(..2), column + random.u32(..20));
        let typed = if random.bool() { *random.choice(&pieces).unwrap() } else { "" };
        version += 1;
        client.edit(&uri, version, [line, column, end_line, end_column], typed).await;
        let (start, end) = (Position { line, column }, Position { line: end_line, column: end_column });
        plain::replace(&mut text, start, end, typed, Encoding::Utf16);
    }
    client.sources_read().await;
    let last = loop {
        let report = client.expect("textDocument/publishDiagnostics").await;
        if report["version"] == version {
            break report["diagnostics"].clone();
        }
    };
    let copy = client.open(&folder.path().join("copy.md"), &text).await;
    assert_eq!(last, json!(client.diagnostics(&copy, 1).await));
    assert!(last.as_array().unwrap().len() > 5, "{last:#}");
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_burst_of_edits_has_one_report() {
    let folder = workspace();
    let (mut client, _) = Client::start_with(capabilities(), json!({ "debounce": 400 })).await;
    let uri = client.open(&folder.path().join("draft.md"), RIGHT).await;
    client.sources_read().await;
    assert!(client.diagnostics(&uri, 1).await.is_empty());
    for version in 2..40 {
        let (end, text) = if version % 2 == 0 { (NOT + 4, "") } else { (NOT, "not ") };
        client.edit(&uri, version, [0, NOT, 0, end], text).await;
    }
    assert!(
        client.diagnostics(&uri, 39).await.is_empty(),
        "the reports of versions 2 to 38 would have come first"
    );
    // A question does not wait for the pause.
    client.edit(&uri, 40, [0, NOT, 0, NOT + 4], "").await;
    assert!(
        client.hover(&uri, 0, 45).await["contents"]["value"].as_str().unwrap().starts_with("**Conflicting**")
    );
    assert_eq!(codes(&client.diagnostics(&uri, 40).await), ["misquote"]);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_draft_has_no_diagnostics_and_a_source_never_any() {
    let folder = workspace();
    let (mut client, uri, found) = opened(folder.path(), WRONG).await;
    assert_eq!(found.len(), 1);
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } })).await;
    let closed = client.expect("textDocument/publishDiagnostics").await;
    assert_eq!(
        (closed["diagnostics"].as_array().unwrap().len(), closed["uri"].as_str()),
        (0, Some(uri.as_str()))
    );
    let source = client.open(&folder.path().join("corpus/post.md"), POST).await;
    assert!(client.diagnostics(&source, 1).await.is_empty());
    assert_eq!(client.hover(&source, 6, 5).await, Value::Null);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_opened_again_is_another_draft() {
    let folder = workspace();
    let (mut client, uri, _) = opened(folder.path(), RIGHT).await;
    let close = json!({ "textDocument": { "uri": uri } });
    client.notify("textDocument/didClose", close.clone()).await;
    assert!(client.expect("textDocument/publishDiagnostics").await["version"].is_null());
    // A long one, closed while it is checked, and at once a short one of the same name and version.
    let long: Vec<String> = (0..2_000)
        .map(|n| format!("The ferry Marguerite carried {n} passengers on Friday evening.\n"))
        .collect();
    client.open(&folder.path().join("draft.md"), &long.join("\n")).await;
    assert_ne!(client.hover(&uri, 0, 5).await, json!("never"), "by now the check has begun or is done");
    client.notify("textDocument/didClose", close).await;
    client.open(&folder.path().join("draft.md"), WRONG).await;
    let reports = async |client: &mut Client| {
        let report = client.expect("textDocument/publishDiagnostics").await;
        (report["version"].as_i64(), report["diagnostics"].as_array().unwrap().len())
    };
    let mut seen = vec![reports(&mut client).await];
    while seen.last() != Some(&(Some(1), 1)) {
        seen.push(reports(&mut client).await);
    }
    // Whatever came of the long one came before its closing.
    let closed = seen.iter().position(|report| *report == (None, 0)).expect("the closing");
    assert_eq!(&seen[closed + 1..], [(Some(1), 1)]);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn front_matter_that_cannot_be_read_is_said_on_the_draft() {
    let folder = workspace();
    let (client, _, found) = opened(folder.path(), &format!("---\ndate: [2026-03-15\n---\n\n{RIGHT}")).await;
    assert_eq!(found.len(), 1);
    assert!(found[0]["message"].as_str().unwrap().starts_with("The front matter is not read: "));
    assert_eq!(
        (found[0]["severity"].as_i64(), found[0]["range"]["start"]["line"].as_i64()),
        (Some(2), Some(0))
    );
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_edited_in_the_editor_counts_once_it_is_saved() {
    let folder = workspace();
    let (mut client, uri, found) = opened(folder.path(), WRONG).await;
    assert_eq!(codes(&found), ["misquote"]);
    let path = folder.path().join("corpus/post.md");
    let source = client.open(&path, POST).await;
    assert!(client.diagnostics(&source, 1).await.is_empty());
    fs::write(&path, POST.replace("we will not", "we will")).unwrap();
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": source } })).await;
    assert_eq!(client.sources_read().await, "1 sources: 0 added, 1 changed, 0 removed, 0 skipped");
    assert!(client.diagnostics(&uri, 1).await.is_empty());
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_markdown_file_without_sources_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut client = Client::start().await;
    let uri = client.open(&folder.path().join("notes.md"), WRONG).await;
    let said = client.expect("window/logMessage").await;
    assert!(said["message"].as_str().unwrap().starts_with("no sources found"));
    assert_eq!(client.hover(&uri, 0, 5).await, Value::Null);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sources_are_read_again_when_they_change() {
    let folder = workspace();
    let mut watching = capabilities();
    watching["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    let (mut client, _) = Client::start_with(watching, json!({ "debounce": 0 })).await;
    let registered = client.expect("client/registerCapability").await;
    assert_eq!(registered["registrations"][0]["method"], "workspace/didChangeWatchedFiles");
    let draft = "The trawler Nordlys sank off Cape Varn on Monday with nine people on board.\n";
    let uri = client.open(&folder.path().join("draft.md"), draft).await;
    client.sources_read().await;
    assert_eq!(codes(&client.diagnostics(&uri, 1).await), ["unsourced-claim"]);
    let added = folder.path().join("corpus/nordlys.txt");
    fs::write(&added, draft).unwrap();
    let touched = json!({ "changes": [{ "uri": client::uri(&added), "type": 1 }] });
    client.notify("workspace/didChangeWatchedFiles", touched).await;
    assert_eq!(client.sources_read().await, "2 sources: 1 added, 0 changed, 0 removed, 0 skipped");
    assert!(client.diagnostics(&uri, 1).await.is_empty());
    // A client that watches nothing tells of a save; the walk finds what is gone.
    fs::remove_file(&added).unwrap();
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } })).await;
    assert_eq!(client.sources_read().await, "1 sources: 0 added, 0 changed, 1 removed, 0 skipped");
    assert_eq!(codes(&client.diagnostics(&uri, 1).await), ["unsourced-claim"]);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_are_found_reported_and_mended() {
    let folder = workspace();
    let settings = folder.path().join("backread.toml");
    fs::write(&settings, "[rules]\nmisquote = \"hint\"\n").unwrap();
    let (mut client, uri, found) = opened(folder.path(), WRONG).await;
    assert_eq!(found[0]["severity"], 4);
    let saved = json!({ "textDocument": { "uri": client::uri(&settings) } });

    fs::write(&settings, "[rules]\nmisquote = \"loud\"\n").unwrap();
    client.notify("textDocument/didSave", saved.clone()).await;
    let report = client.expect("textDocument/publishDiagnostics").await;
    assert_eq!(report["uri"], client::uri(&settings));
    assert_eq!(report["diagnostics"][0]["range"]["start"]["line"], 1);
    assert!(client.expect("window/showMessage").await["message"].as_str().unwrap().contains("backread.toml"));
    client.edit(&uri, 2, [1, 0, 1, 0], "\n").await;
    assert_eq!(client.diagnostics(&uri, 2).await[0]["severity"], 4, "the last good settings stay");

    fs::write(&settings, "[rules]\nmisquote = \"info\"\n").unwrap();
    client.notify("textDocument/didSave", saved).await;
    let mended = client.expect("textDocument/publishDiagnostics").await;
    assert_eq!(
        (mended["uri"].as_str(), mended["diagnostics"].as_array().unwrap().len()),
        (Some(client::uri(&settings).as_str()), 0)
    );
    assert_eq!(client.diagnostics(&uri, 2).await[0]["severity"], 3);
    client.finish().await;
}

/// Brings the index up to date as the command does.
fn command_reads_sources(folder: &Path) {
    let workspace = backread::workspace::Workspace::find(&folder.join("draft.md"), None, None).unwrap();
    workspace.prepare(&Drafting::default(), &|_, _| {}).unwrap();
}

async fn save(client: &mut Client, uri: &str) {
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } })).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sources_that_another_process_read_first_count_too() {
    let folder = workspace();
    let draft = "The trawler Nordlys sank off Cape Varn on Monday with nine people on board.\n";
    let (mut client, uri, found) = opened(folder.path(), draft).await;
    assert_eq!(codes(&found), ["unsourced-claim"]);
    fs::write(folder.path().join("corpus/nordlys.txt"), draft).unwrap();
    command_reads_sources(folder.path());
    save(&mut client, &uri).await;
    assert!(client.sources_read().await.starts_with("2 sources: "));
    assert!(client.diagnostics(&uri, 1).await.is_empty());
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_comes_under_other_settings_is_judged_by_their_sources() {
    let folder = workspace();
    let sub = folder.path().join("sub");
    fs::create_dir_all(sub.join("articles")).unwrap();
    let mut client = Client::start().await;
    let uri = client.open(&sub.join("draft.md"), WRONG).await;
    client.sources_read().await;
    assert_eq!(codes(&client.diagnostics(&uri, 1).await), ["misquote"]);
    fs::write(sub.join("articles/other.md"), WRONG).unwrap();
    fs::write(sub.join("backread.toml"), "corpus = [\"articles\"]\n").unwrap();
    save(&mut client, &uri).await;
    client.sources_read().await;
    assert!(client.diagnostics(&uri, 1).await.is_empty());
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_corpus_may_come_later_and_go_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut client = Client::start().await;
    let uri = client.open(&folder.path().join("draft.md"), WRONG).await;
    assert!(client.sources_read().await.starts_with("no sources found"));
    fs::create_dir(folder.path().join("corpus")).unwrap();
    fs::write(folder.path().join("corpus/post.md"), POST).unwrap();
    save(&mut client, &uri).await;
    client.sources_read().await;
    assert_eq!(codes(&client.diagnostics(&uri, 1).await), ["misquote"]);
    fs::remove_dir_all(folder.path().join("corpus")).unwrap();
    save(&mut client, &uri).await;
    assert!(client.diagnostics(&uri, 1).await.is_empty());
    assert_eq!(client.hover(&uri, 0, 5).await, Value::Null);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_are_looked_at_when_a_draft_is_saved_and_hold_for_all() {
    let folder = workspace();
    let (mut client, uri, found) = opened(folder.path(), WRONG).await;
    assert_eq!(found[0]["severity"], 1);
    fs::write(folder.path().join("backread.toml"), "[rules]\nmisquote = \"info\"\n").unwrap();
    save(&mut client, &uri).await;
    assert_eq!(client.diagnostics(&uri, 1).await[0]["severity"], 3);
    fs::write(folder.path().join("backread.toml"), "[rules]\nmisquote = \"hint\"\n").unwrap();
    let other = client.open(&folder.path().join("other.md"), RIGHT).await;
    let mut reports = [
        client.expect("textDocument/publishDiagnostics").await,
        client.expect("textDocument/publishDiagnostics").await,
    ];
    reports.sort_by_key(|report| report["uri"] == other);
    assert_eq!(reports[0]["diagnostics"][0]["severity"], 4, "the first draft is judged anew, too");
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistake_in_the_settings_made_again_is_said_again_at_its_line() {
    let folder = workspace();
    let settings = folder.path().join("backread.toml");
    let (mut client, _, _) = opened(folder.path(), RIGHT).await;
    let touched = json!({ "changes": [{ "uri": uri(&settings), "type": 2 }] });
    for _ in 0..2 {
        fs::write(&settings, "\n\n[rules]\nmisquot = \"off\"\n").unwrap();
        client.notify("workspace/didChangeWatchedFiles", touched.clone()).await;
        let report = client.expect("textDocument/publishDiagnostics").await;
        assert_eq!(report["diagnostics"][0]["range"]["start"]["line"], 3);
        assert!(
            client.expect("window/showMessage").await["message"]
                .as_str()
                .unwrap()
                .contains("did you mean `misquote`?")
        );
        fs::write(&settings, "\n").unwrap();
        client.notify("workspace/didChangeWatchedFiles", touched.clone()).await;
        assert_eq!(client.expect("textDocument/publishDiagnostics").await["diagnostics"], json!([]));
    }
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hover_asked_before_the_first_report_waits_for_it() {
    let folder = workspace();
    let mut client = Client::start().await;
    let uri = client.open(&folder.path().join("draft.md"), WRONG).await;
    assert!(
        client.hover(&uri, 0, 45).await["contents"]["value"].as_str().unwrap().starts_with("**Conflicting**")
    );
    client.sources_read().await;
    client.diagnostics(&uri, 1).await;
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rules_own_pages_are_no_drafts() {
    let folder = workspace();
    let (mut client, _, found) = opened(folder.path(), WRONG).await;
    let page =
        found[0]["codeDescription"]["href"].as_str().unwrap().strip_prefix("file://").unwrap().to_owned();
    let uri = client.open(Path::new(&page), &fs::read_to_string(&page).unwrap()).await;
    assert!(client.diagnostics(&uri, 1).await.is_empty());
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_skipped_is_said_once() {
    let folder = workspace();
    fs::write(folder.path().join("corpus/report.pdf"), "%PDF-1.7").unwrap();
    fs::write(folder.path().join("corpus/post.toml"), "publisher = \"The Post\"\n").unwrap();
    let mut client = Client::start().await;
    let uri = client.open(&folder.path().join("draft.md"), WRONG).await;
    assert_eq!(client.sources_read().await, "1 sources: 1 added, 0 changed, 0 removed, 1 skipped");
    assert!(client.sources_read().await.starts_with("skipped corpus/report.pdf"));
    assert_eq!(client.diagnostics(&uri, 1).await.len(), 1);
    fs::write(folder.path().join("corpus/more.txt"), RIGHT).unwrap();
    save(&mut client, &uri).await;
    assert_eq!(client.sources_read().await, "2 sources: 1 added, 0 changed, 0 removed, 1 skipped");
    assert_eq!(client.diagnostics(&uri, 1).await.len(), 1);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_answered_by_the_report_that_is_being_made() {
    let folder = workspace();
    let (mut client, uri, _) = opened(folder.path(), RIGHT).await;
    client.edit(&uri, 2, [0, NOT, 0, NOT + 4], "").await;
    let mut asked = Vec::new();
    for column in 0..20 {
        let at = json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": column } });
        asked.push(client.send("textDocument/hover", at).await);
    }
    for id in asked {
        assert!(
            client.answer(id).await["contents"]["value"].as_str().unwrap().starts_with("**Conflicting**")
        );
    }
    // One report for all of them.
    assert_eq!(codes(&client.diagnostics(&uri, 2).await), ["misquote"]);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_title_does_not_flood_the_editor() {
    let folder = workspace();
    let title = "Ferry ".repeat(100_000);
    fs::write(folder.path().join("corpus/post.md"), POST.replace("Ferry aground off Port Averel", &title))
        .unwrap();
    let (mut client, uri, found) = opened(folder.path(), WRONG).await;
    assert!(found[0].to_string().len() < 3_000, "{}", found[0].to_string().len());
    let hover = client.hover(&uri, 0, 45).await.to_string();
    assert!(hover.len() < 3_000, "{}", hover.len());
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn places_in_a_source_are_those_of_an_editor_that_hides_the_byte_order_mark() {
    let folder = workspace();
    fs::remove_file(folder.path().join("corpus/post.md")).unwrap();
    fs::write(
        folder.path().join("corpus/post.txt"),
        "\u{feff}The ferry Marguerite carried 212 passengers on Friday evening.\r\n",
    )
    .unwrap();
    let (client, _, found) =
        opened(folder.path(), "The ferry Marguerite carried 221 passengers on Friday evening.\n").await;
    assert_eq!(found[0]["relatedInformation"][0]["location"]["range"], range(0, 0, 62));
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_sources_shows_progress_and_keeps_nobody_waiting() {
    let folder = workspace();
    for n in 0..600 {
        let text = format!(
            "The storm number {n} tore {n} boats from their moorings at pier {n}, the coast guard said."
        );
        fs::write(folder.path().join(format!("corpus/a{n}.md")), text).unwrap();
    }
    let mut showing = capabilities();
    showing["window"] = json!({ "workDoneProgress": true });
    let (mut client, _) = Client::start_with(showing, json!({ "debounce": 0 })).await;
    let uri = client.open(&folder.path().join("draft.md"), WRONG).await;
    let asked = client
        .send(
            "textDocument/hover",
            json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": 5 } }),
        )
        .await;
    let token = client.expect("window/workDoneProgress/create").await["token"].clone();
    let mut kinds = Vec::new();
    while kinds.last().map(String::as_str) != Some("end") {
        let step = client.expect("$/progress").await;
        assert_eq!(step["token"], token);
        kinds.push(step["value"]["kind"].as_str().unwrap().to_owned());
    }
    assert_eq!(kinds.first().map(String::as_str), Some("begin"));
    // The question was kept for a moment: answered by the report if that came in time, else empty, and never
    // left open.
    let answer = client.answer(asked).await;
    assert!(
        answer.is_null() || answer["contents"]["value"].as_str().unwrap().starts_with("**Conflicting**"),
        "{answer}"
    );
    assert_eq!(client.sources_read().await, "601 sources: 601 added, 0 changed, 0 removed, 0 skipped");
    assert_eq!(codes(&client.diagnostics(&uri, 1).await), ["misquote"]);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_that_panics_is_survived() {
    let folder = workspace();
    // Enough of them that the engine has not read all of its files for the first check.
    for n in 0..900 {
        let text = format!("Captain Q{n}x brought the vessel V{n}y into the harbour of H{n}z.");
        fs::write(folder.path().join(format!("corpus/a{n}.md")), text).unwrap();
    }
    let mut client = Client::start().await;
    let uri = client.open(&folder.path().join("draft.md"), RIGHT).await;
    client.sources_read().await;
    assert!(client.diagnostics(&uri, 1).await.is_empty());
    // The engine trusts its files; garbled under its hands, they make the next search panic.
    for entry in
        fs::read_dir(folder.path().join(format!(".backread/index-{}", backread::corpus::index::FORMAT)))
            .unwrap()
    {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "store") {
            let length = usize::try_from(fs::metadata(&path).unwrap().len()).unwrap();
            let mut file = fs::OpenOptions::new().write(true).open(&path).unwrap();
            file.seek(SeekFrom::Start(0)).unwrap();
            file.write_all(&vec![0xff; length]).unwrap();
        }
    }
    client
        .edit(&uri, 2, [1, 0, 1, 0], "\nCaptain Q700x brought the vessel V700y into the harbour of H700z.\n")
        .await;
    assert!(client.sources_read().await.ends_with("the index is built anew"));
    assert_eq!(client.sources_read().await, "901 sources: 901 added, 0 changed, 0 removed, 0 skipped");
    assert!(client.diagnostics(&uri, 2).await.is_empty());
    let hover = client.hover(&uri, 2, 5).await;
    assert!(hover["contents"]["value"].as_str().unwrap().contains("corpus/a700.md:1"), "{hover}");
    client.finish().await;
}
