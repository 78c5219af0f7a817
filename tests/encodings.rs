//! A source in any encoding: the same words, and places that point at their bytes in the file.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use backread::corpus::sources::reader;
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

const ARTICLE: &str = "Der Kapitän der Fähre „Marguerite“ war müde.\r\n\r\nÜber 212 Passagiere mußten bis Mitternacht warten, sagte die Hafenmeisterin. Das Schiff lief am Freitagabend auf Grund.\r\n";

fn wide(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[track_caller]
fn check(bytes: &[u8], encoding: &'static Encoding) {
    let source = reader::read("bericht.txt", bytes, None).unwrap();
    let texts: Vec<&str> = source.passages.iter().map(|passage| passage.text.as_str()).collect();
    let expected = [
        "Der Kapitän der Fähre „Marguerite“ war müde.",
        "Über 212 Passagiere mußten bis Mitternacht warten, sagte die Hafenmeisterin.",
        "Das Schiff lief am Freitagabend auf Grund.",
    ];
    assert_eq!(texts, expected);
    for passage in &source.passages {
        assert_eq!(encoding.decode_without_bom_handling(&bytes[passage.span().range()]).0, passage.text);
    }
    let last = &source.passages[2];
    assert_eq!((last.start.line, last.start.column), (3, 78));
}

#[test]
fn any_encoding_is_read_and_places_are_bytes_of_the_file() {
    check(&WINDOWS_1252.encode(ARTICLE).0, WINDOWS_1252);
    check(&wide(ARTICLE, false), UTF_16LE);
    check(&wide(ARTICLE, true), UTF_16BE);
    check(&[b"\xff\xfe".as_slice(), &wide(ARTICLE, false)].concat(), UTF_16LE);
    check(&[b"\xfe\xff".as_slice(), &wide(ARTICLE, true)].concat(), UTF_16BE);
    check(ARTICLE.as_bytes(), encoding_rs::UTF_8);
    check(&[b"\xef\xbb\xbf".as_slice(), ARTICLE.as_bytes()].concat(), encoding_rs::UTF_8);
}

/// Bytes that are no text among others that are: places stay in their line and in the file.
#[test]
fn places_stay_in_the_file_whatever_the_bytes() {
    for bytes in [
        b"\x8dB\x8d\x90\xff\xfe said so.\nThe ferry Marguerite ran aground on Friday.\x8d\x8d\x8d".as_slice(),
        b"\xef\xbb\xbfThe ferry \xff\xff\xff ran.\nThe ferry Marguerite ran aground on Friday.\xff\xff"
            .as_slice(),
        b"\xff\xfeT\x00h\x00e\x00 \x00f\x00\x00\xd8 \x00r\x00a\x00n\x00.".as_slice(),
    ] {
        if let Ok(source) = reader::read("bericht.txt", bytes, None) {
            assert!(
                source.passages.iter().all(|passage| bytes.get(passage.span().range()).is_some()),
                "{bytes:?}"
            );
        }
    }
}

/// Composed and decomposed letters, soft hyphens and no-break spaces are presentation (rule E1).
#[test]
fn decomposed_letters_are_the_same_words() {
    let folded = |text: &str| text.split_whitespace().map(backread::text::fold::fold).collect::<Vec<_>>();
    assert_eq!(folded("Kapita\u{308}n Fa\u{ad}h\u{ad}re"), folded("Kapitän Fähre"));
}
