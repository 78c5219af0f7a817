//! What each fuzz target does with its bytes, and what must hold whatever they are. The tests run the seeds through the same.

use backread::check::{Settings, check};
use backread::config;
use backread::corpus::File;
use backread::corpus::bibliography::{self, Bibliography};
use backread::corpus::formats::packed::unpacked::PACKINGS;
use backread::corpus::{Index, Snapshot, sources::reader};
use backread::draft::Draft;
use backread::language;
use backread::prose::{Block, Kind, Reading, quotations};
use backread::rules;
use backread::text::Span;
use backread::text::buffer::{Buffer, Encoding, Position};
use backread::text::mapped::Mapped;
use std::sync::{Arc, LazyLock};

/// Longer inputs find nothing that these do not, and take their time squared in the engine of the fuzzer.
const LONGEST: usize = 1 << 14;

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok().filter(|text| text.len() <= LONGEST)
}

/// A span lies in its text, between characters.
fn assert_inside(span: Span, text: &str) {
    assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} in {} bytes", text.len());
}

const CORPUS: &str = "---\npublished: 2026-03-14\n---\n\nAt least 212 passengers left the ferry on 13 March, harbourmaster Ada Fenn said. “We did everything by the book, and we will not speculate,” she told reporters. The wall may hold, according to the mayor, Ilse Harrow. It was not closed. The cost rose by 12 per cent to $3.2 million.\n";

static SNAPSHOT: LazyLock<Arc<Snapshot>> = LazyLock::new(|| {
    let absolute = std::env::temp_dir().join(format!("backread-fuzz-{}.md", std::process::id()));
    std::fs::write(&absolute, CORPUS).expect("a place for the corpus");
    let index = Index::in_memory().expect("an index");
    index
        .refresh(&[File { path: "post.md".to_owned(), absolute: absolute.clone() }], &|_, _| {})
        .expect("a corpus");
    std::fs::remove_file(absolute).expect("a place for the corpus");
    index.snapshot().expect("a snapshot")
});

/// A draft, read and held against a small corpus with every rule.
pub fn draft(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    let draft = Draft::read("draft.md", text, None);
    for sentence in &draft.sentences {
        assert_inside(sentence.file, &draft.text);
    }
    let report = check(&draft, &SNAPSHOT, &Settings::default(), &|| false).expect("nobody cancelled");
    for finding in &report.findings {
        assert_inside(finding.span, &draft.text);
        for edit in finding.fixes.iter().flat_map(|fix| &fix.edits) {
            assert_inside(edit.span, &draft.text);
        }
    }
}

const TEXTS: [&str; 7] = ["md", "txt", "html", "vtt", "srt", "csv", "tsv"];

/// A source whose text is in the file as it stands. The first byte says in which format.
pub fn source(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first().filter(|(_, rest)| rest.len() <= LONGEST) else { return };
    let ending = TEXTS[usize::from(*first) % TEXTS.len()];
    let Ok(source) = reader::read(&format!("page.{ending}"), rest, None) else { return };
    for passage in &source.passages {
        assert!(
            passage.start.offset <= passage.end.offset && passage.end.offset as usize <= rest.len(),
            "{passage:?}"
        );
        assert!(passage.start.line >= 1 && passage.start.column >= 1, "{passage:?}");
        for quoted in &passage.quoted {
            assert_inside(quoted.span, &passage.text);
        }
    }
}

/// A list of works. The first byte says in which format.
pub fn bibliography(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let Some(text) = text(rest) else { return };
    let ending = ["bib", "json", "yaml"][usize::from(*first) % 3];
    let works = bibliography::read(&format!("works.{ending}"), text);
    let read = Bibliography::new(works.clone());
    assert!(works.iter().all(|work| read.by_key(&work.key).is_some()));
}

/// A packed source, without the child process that is there to die of it. The first byte says in which format.
pub fn packed(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let (_, packing) = PACKINGS[usize::from(*first) % PACKINGS.len()];
    if let Ok(unpacked) = packing.unpack(rest) {
        for piece in &unpacked.pieces {
            for (at, _) in &piece.pages {
                assert!(*at as usize <= piece.text.len(), "{piece:?}");
            }
        }
    }
}

/// Figures, dates, names and quotations of a paragraph, in each language.
pub fn sentence(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    for language in language::LANGUAGES {
        let lexicon = language::by_code(language.code).expect("a language");
        let reading = Reading::of(text, lexicon);
        for word in &reading.words {
            assert_inside(word.span, text);
        }
        for words in reading
            .figures()
            .iter()
            .map(|figure| &figure.words)
            .chain(reading.dates().iter().map(|date| &date.words))
        {
            assert!(words.start <= words.end && words.end <= reading.words.len(), "{words:?}");
        }
        let block = Block::new(Kind::Paragraph, Mapped::verbatim(text, 0), Span::new(0, text.len()));
        for part in quotations::quotations(&[block], lexicon).iter().flat_map(|quotation| &quotation.parts) {
            assert_inside(part.inner, text);
            assert_inside(part.outer, text);
        }
    }
}

/// The settings file; what is wrong with it has a line.
pub fn settings(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    if let Err(error) = config::parse(text, &rules::Code::names()) {
        assert!(error.line(text) >= 1 && !error.to_string().is_empty());
    }
}

/// Edits as an editor sends them: a JSON list of `[line, character, line, character, text]`, applied to a draft in each
/// encoding. The text stays what its lines say it is.
pub fn edits(bytes: &[u8]) {
    let Some(edits) =
        text(bytes).and_then(|text| serde_json::from_str::<Vec<(u32, u32, u32, u32, String)>>(text).ok())
    else {
        return;
    };
    for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
        let mut buffer = Buffer::new("“Ön 😀”\r\n\r\nA line\nand one more\r");
        for (line, column, to_line, to_column, text) in edits.iter().take(64) {
            let (from, to) =
                (Position { line: *line, column: *column }, Position { line: *to_line, column: *to_column });
            buffer.replace(from, to, text, encoding);
            let whole = buffer.text();
            assert_eq!(whole.len(), buffer.len());
            for at in [buffer.offset(from, encoding), buffer.offset(to, encoding)] {
                assert!(whole.is_char_boundary(at), "{at} in {whole:?}");
            }
        }
    }
}
