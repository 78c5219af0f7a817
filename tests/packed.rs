//! Packed sources: real files of real programs, pages set by hand, and files made to do harm.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use backread::check::{Settings, check};
use backread::corpus::formats::packed::child;
use backread::corpus::skip::Skip;
use backread::corpus::sources::reader::{self, Source};
use backread::corpus::{File, Index};
use backread::draft::Draft;
use std::io::Write;
use std::path::Path;

#[path = "packed/pdf.rs"]
mod pdf;

/// Reads a source as the command does: in a child process.
fn read(path: &str, bytes: &[u8]) -> Result<Source, Skip> {
    child::run_with(env!("CARGO_BIN_EXE_backread").into());
    reader::read(path, bytes, None)
}

fn passages(path: &str, bytes: &[u8]) -> Vec<(String, String)> {
    let source = read(path, bytes).expect(path);
    source.passages.into_iter().map(|passage| (passage.locator.unwrap_or_default(), passage.text)).collect()
}

fn made(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packed").join(name)).unwrap()
}

/// A draft that copies every sentence of the report, across pages, and one that gets four of them wrong.
const RIGHT: &str = "The hull was opened over a length of 14 metres below the waterline. Thirty-one people were treated for cold and bruises, and four stayed in hospital overnight. The board recommends that the harbour office keep a second pilot boat at sea whenever visibility falls below one nautical mile, that the fog signal be tested daily, and that ferries do not leave without a pilot in fog.\n\n“I asked for a pilot twice, and twice I was told to wait,” Joris Maar told the board.\n";
const WRONG: &str = "The hull was opened over a length of 41 metres below the waterline.\n\n“I asked for a tug twice, and twice I was told to wait,” Joris Maar told the board.\n";

#[test]
fn what_a_word_processor_and_a_browser_print_is_evidence() {
    child::run_with(env!("CARGO_BIN_EXE_backread").into());
    for name in ["writer.pdf", "writer.docx", "browser.pdf"] {
        let index = Index::in_memory().unwrap();
        let absolute = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packed").join(name);
        let refreshed = index.refresh(&[File { path: name.to_owned(), absolute }], &|_, _| {}).unwrap();
        assert_eq!(refreshed.skipped, [], "{name}");
        let snapshot = index.snapshot().unwrap();
        assert_eq!(
            snapshot.sources()[0].title.as_deref(),
            Some("Report on the grounding of the ferry Marguerite"),
            "{name}"
        );
        let findings = |text: &str| {
            let report =
                check(&Draft::read("draft.md", text, None), &snapshot, &Settings::default(), &|| false)
                    .unwrap();
            report.findings.iter().map(|finding| finding.rule.name()).collect::<Vec<_>>()
        };
        assert_eq!(findings(RIGHT), Vec::<&str>::new(), "{name}");
        assert_eq!(findings(WRONG), ["conflicting-figure", "misquote"], "{name}");
    }
}

#[test]
fn a_report_names_the_page() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("corpus")).unwrap();
    std::fs::write(folder.path().join("corpus/report.pdf"), made("writer.pdf")).unwrap();
    std::fs::write(
        folder.path().join("draft.md"),
        "A survey of the outer mole in May showed that the light had been moved by 90 metres.\n",
    )
    .unwrap();
    let check = |format: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_backread"));
        command
            .args(["check", "draft.md", "--format", format, "--fail-on", "never"])
            .current_dir(folder.path());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let human = check("human");
    assert!(
        human.contains("The draft has 90 metres, report has 40 metres.")
            && human.contains("= corpus/report.pdf (p. 3)\n"),
        "{human}"
    );
    let json: serde_json::Value = serde_json::from_str(&check("json")).unwrap();
    assert_eq!(json["drafts"][0]["findings"][0]["evidence"][0]["locator"], "p. 3");
}

#[test]
fn running_heads_and_page_numbers_are_no_part_of_a_sentence() {
    let read = passages("writer.pdf", &made("writer.pdf"));
    let over_the_page = read.iter().find(|(_, text)| text.starts_with("The board recommends")).unwrap();
    assert!(over_the_page.1.ends_with("without a pilot in fog."), "{over_the_page:?}");
    assert_eq!(over_the_page.0, "p. 2");
    assert!(
        read.iter().all(|(_, text)| !text.contains("Board of Inquiry") && !text.contains("of 3")),
        "{read:?}"
    );
    let note = read.iter().find(|(_, text)| text.contains("13.6 metres")).unwrap();
    assert!(note.1.starts_with("The divers"), "the note's number is not its first word: {note:?}");
    assert!(read.iter().any(|(page, text)| page == "p. 3" && text == "Averel | 41 | 12"), "{read:?}");
}

#[test]
fn words_broken_at_a_line_end_are_whole() {
    let page = pdf::Page::default()
        .line(72.0, 60.0, "The Lissen Post")
        .line(72.0, 120.0, "The mayor said the investi-")
        .line(72.0, 134.0, "gation into the well-")
        .line(72.0, 148.0, "known shipping line and its twenty-")
        .line(72.0, 162.0, "five ferries would find the \u{1}rst mate, who told")
        .line(300.0, 720.0, "1");
    let next = pdf::Page::default()
        .line(72.0, 60.0, "The Lissen Post")
        .line(72.0, 120.0, "an inspector on 3 May that a report was late.")
        .line(300.0, 720.0, "2");
    let third = pdf::Page::default()
        .line(72.0, 60.0, "The Lissen Post")
        .line(72.0, 120.0, "No one was hurt.")
        .line(300.0, 720.0, "3");
    let read = passages("page.pdf", &pdf::file(&[page, next, third]));
    let expected = [
        (
            "p. 1",
            "The mayor said the investigation into the well-known shipping line and its twenty-five ferries would find the first mate, who told an inspector on 3 May that a report was late.",
        ),
        ("p. 3", "No one was hurt."),
    ];
    assert_eq!(read, expected.map(|(page, text)| (page.to_owned(), text.to_owned())));
}

#[test]
fn the_mark_of_a_note_makes_no_other_number() {
    let page = pdf::Page::default()
        .line(72.0, 120.0, "The toll rose to 120")
        .small(184.0, 116.0, "3")
        .line(190.0, 120.0, " on Friday, and 10")
        .small(286.0, 116.0, "6")
        .line(292.0, 120.0, " litres were spilt.");
    let read = passages("note.pdf", &pdf::file(&[page]));
    assert_eq!(read[0].1, "The toll rose to 120 on Friday, and 10^6 litres were spilt.");
}

const MAIL: &str = "From: Ada Fenn <ada@port.example>\r\nTo: desk@post.example\r\nSubject: =?utf-8?q?Statement_on_the_F=C3=A4hre?=\r\nDate: Fri, 15 May 2026 09:30:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe F=E4hre was late by 40 minutes, and we are sorry for that, all of us in=\r\n the harbour office.\r\n\r\n> Was the pilot on board?\r\n\r\nHe was not.\r\n--=20\r\nAda Fenn, harbour office, telephone 555 0100\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The other form of the same words.</p>\r\n--x--\r\n";

#[test]
fn mail_is_its_senders_text() {
    let source = read("statement.eml", MAIL.as_bytes()).unwrap();
    let texts: Vec<&str> = source.passages.iter().map(|passage| passage.text.as_str()).collect();
    let sentence =
        "The Fähre was late by 40 minutes, and we are sorry for that, all of us in the harbour office.";
    assert_eq!(texts, [sentence, "Was the pilot on board?", "He was not."]);
    let meta = source.meta;
    assert_eq!(
        (meta.title.as_deref(), meta.author.as_deref()),
        (Some("Statement on the Fähre"), Some("Ada Fenn"))
    );
    assert_eq!(meta.published.as_deref(), Some("2026-05-15"));
}

#[test]
fn a_web_archive_is_the_page_in_it() {
    let sentence = "The ferry Marguerite ran aground off Port Averel on Friday evening with 212 passengers on board, the harbour office said.";
    let page = format!(
        "<html><head><title>Ferry aground</title></head><body><nav><a href=3D'/'>Home</a></nav><article><h1>Ferry aground</h1><p>{sentence}</p><p>{sentence} Nobody was hurt.</p></article></body></html>"
    );
    let archive = format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/ferry\r\nSubject: Ferry aground\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://post.example/ferry\r\n\r\n{page}\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
    );
    let source = read("ferry.mhtml", archive.as_bytes()).unwrap();
    assert_eq!(source.meta.url.as_deref(), Some("https://post.example/ferry"));
    assert!(source.passages.iter().any(|passage| passage.text == sentence), "{:?}", source.passages);
    assert!(source.passages.iter().all(|passage| passage.text != "Home"), "{:?}", source.passages);
}

/// A document of the given parts.
fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, xml) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(xml.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn what_a_document_shows_is_read_and_what_was_deleted_is_not() {
    let body = "<w:document><w:body><w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>The report</w:t></w:r></w:p>\
        <w:p><w:r><w:t xml:space=\"preserve\">The toll was </w:t></w:r><w:del><w:r><w:delText>twelve</w:delText><w:t>twelve</w:t></w:r></w:del><w:ins><w:r><w:t>nine &amp; rising</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>\
        <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>A point on the list.</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Averel</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>41</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
    let read = passages("report.docx", &docx(&[("word/document.xml", body)]));
    let texts: Vec<&str> = read.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, ["The toll was nine & rising.", "A point on the list.", "Averel | 41"]);
}

#[test]
fn a_document_reads_as_it_is_set() {
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let raised = |text: &str| {
        format!("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{text}</w:t></w:r>")
    };
    let body = [
        format!("<w:p><w:r><w:t>The storm hit 40</w:t></w:r>{}<w:r><w:t xml:space=\"preserve\"> houses and 10</w:t></w:r>{}<w:r><w:t xml:space=\"preserve\"> trees.</w:t></w:r></w:p>", raised("3"), raised("6")),
        "<w:p><w:r><w:t xml:space=\"preserve\">It was </w:t></w:r><w:r><w:sym w:font=\"Symbol\" w:char=\"F02D\"/></w:r><w:r><w:t>12 degrees</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space=\"preserve\"> or 99</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>".to_owned(),
        format!("<w:tbl><w:tr>{}{}{}</w:tr></w:tbl>", cell(&(paragraph("Port of") + &paragraph("Averel"))), cell("<w:p/>"), cell(&paragraph("41"))),
    ];
    let core = "<cp:coreProperties><dc:title>Research &amp; rescue at sea</dc:title></cp:coreProperties>";
    let document = docx(&[
        ("word/document2.xml", &format!("<w:document><w:body>{}</w:body></w:document>", body.concat())),
        ("docProps/core.xml", core),
    ]);
    let source = read("report.docx", &document).unwrap();
    let texts: Vec<&str> = source.passages.iter().map(|passage| passage.text.as_str()).collect();
    assert_eq!(
        texts,
        ["The storm hit 40 houses and 10^6 trees.", "It was −12 degrees.", "Port of Averel |  | 41"]
    );
    assert_eq!(source.meta.title.as_deref(), Some("Research & rescue at sea"));
}

#[test]
fn mail_that_answers_and_flows_keeps_its_sentences() {
    let mail = "From: ada@port.example\r\nSubject: x\r\nDate: Fri, 45 Foo 2026\r\nContent-Type: text/plain; format=flowed\r\n\r\n> The mayor said on Friday that in all \r\n> 212 people had been on board.\r\nMy answer is that 44 people were \r\non board.\r\n\r\n--\r\n\r\nThe second part says that 40 men are missing.\r\n-- \r\nAda\r\n";
    let source = read("answer.eml", mail.as_bytes()).unwrap();
    let texts: Vec<&str> = source.passages.iter().map(|passage| passage.text.as_str()).collect();
    let expected = [
        "The mayor said on Friday that in all 212 people had been on board.",
        "My answer is that 44 people were on board.",
        "The second part says that 40 men are missing.",
    ];
    assert_eq!(texts, expected);
    assert_eq!(source.meta.published, None);
    let plain =
        b"From: ada@port.example\r\nSubject: x\r\n\r\nThe caf\xe9 of Zo\xeb in K\xf6ln had 40 guests.\r\n";
    assert_eq!(passages("latin.eml", plain)[0].1, "The café of Zoë in Köln had 40 guests.");
}

/// Two bulletins of one page each: what stands at the same height is told twice, with other figures, and is
/// no running head.
#[test]
fn lines_that_tell_something_are_no_furniture() {
    let bulletin = |toll: &str, year: &str| {
        let rows = (0..4).fold(pdf::Page::default().line(72.0, 60.0, "Port Averel Bulletin"), |page, n| {
            let base = 100.0 + 14.0 * f64::from(n);
            page.line(72.0, base, &format!("190{n}")).line(200.0, base, toll)
        });
        rows.line(72.0, 690.0, &format!("The toll rose to {toll}."))
            .line(
                72.0,
                704.0,
                &format!(
                    "In {} it was the last ferry of the war, and sailed in",
                    if toll == "12" { "May" } else { "June" }
                ),
            )
            .line(72.0, 718.0, year)
    };
    let read = passages("bulletins.pdf", &pdf::file(&[bulletin("12", "1945."), bulletin("31", "1946.")]));
    let texts: Vec<&str> = read.iter().map(|(_, text)| text.as_str()).collect();
    for expected in [
        "1900 | 12",
        "1903 | 31",
        "The toll rose to 12.",
        "The toll rose to 31.",
        "In May it was the last ferry of the war, and sailed in 1945.",
    ] {
        assert!(texts.contains(&expected), "{expected}: {texts:?}");
    }
    assert!(!texts.contains(&"Port Averel Bulletin"), "{texts:?}");
}

#[test]
fn lines_join_as_they_were_meant() {
    let page = pdf::Page::default()
        .line(72.0, 100.0, "The port counted between 10\\226")
        .line(72.0, 114.0, "12 per cent more; the govern-")
        .line(72.0, 128.0, "ment and the anti-govern-")
        .line(72.0, 142.0, "ment party agree on the co-")
        .line(72.0, 156.0, "lumn in the offi-")
        .line(72.0, 170.0, "ce of mayor Ilse")
        .line(72.0, 184.0, "Harrow.");
    let read = passages("joins.pdf", &pdf::file(&[page]));
    assert_eq!(
        read[0].1,
        "The port counted between 10–12 per cent more; the government and the anti-government party agree on the column in the office of mayor Ilse Harrow."
    );
}

#[test]
fn a_hostile_file_costs_itself_alone() {
    let pictures = pdf::file(&[pdf::Page::default()]);
    let whole = pdf::file(&[pdf::Page::default().line(72.0, 120.0, "Nobody was killed.")]);
    let bomb = "<w:p>".repeat(2_000_000);
    let deep = docx(&[("word/document.xml", &bomb)]);
    let wide = docx(&[(
        "word/document.xml",
        &format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "a ".repeat(60 << 20)),
    )]);
    let locked = [&[0xd0, 0xcf, 0x11, 0xe0], &[0u8; 600][..]].concat();
    let cases: [(&str, &[u8], Skip); 6] = [
        ("scan.pdf", &pictures, Skip::Pictures),
        ("broken.pdf", b"%PDF-1.7\nnothing of the kind", Skip::Damaged("PDF".to_owned())),
        ("broken.docx", b"PK\x03\x04nothing", Skip::Damaged("DOCX".to_owned())),
        ("locked.docx", &locked, Skip::Locked),
        ("wide.docx", &wide, Skip::Exhausting),
        ("deep.docx", &deep, Skip::NoProse),
    ];
    for (name, bytes, reason) in cases {
        assert_eq!(read(name, bytes).map(|source| source.passages.len()), Err(reason), "{name}");
    }
    // Cut anywhere, a file is read as far as it goes or is refused; nothing else happens.
    for cut in (0..whole.len()).step_by(37) {
        if let Ok(source) = read("cut.pdf", &whole[..cut]) {
            assert_eq!(source.passages[0].text, "Nobody was killed.");
        }
    }
}

#[test]
fn a_file_without_end_ends() {
    // Each form draws the next ten times over: ten to the twelfth.
    assert_eq!(read("bomb.pdf", &pdf::bomb(12)).map(|source| source.passages.len()), Err(Skip::Endless(15)));
}
