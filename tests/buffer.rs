//! The text of an open document, edited as editors edit: the same as a plain string edited by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use backread::text::buffer::{Buffer, Encoding, Position};
use backread::text::lines::Lines;
use proptest::prelude::*;

#[path = "lsp/plain.rs"]
mod plain;

const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![
            "[a-z ]{0,8}",
            Just("\n".into()),
            Just("\r\n".into()),
            Just("\r".into()),
            Just("\u{2028}".into()),
            Just("\u{c}".into()),
            Just("😀".into()),
            Just("é“”漢".into())
        ],
        0..12,
    )
    .prop_map(|pieces: Vec<String>| pieces.concat())
}

fn position() -> impl Strategy<Value = Position> {
    (0u32..9, 0u32..14).prop_map(|(line, column)| Position { line, column })
}

proptest! {
    /// Whatever the edits, CRLF, astral characters and places past a line's end included.
    #[test]
    fn random_edits_leave_what_a_plain_string_has(start in text(), edits in prop::collection::vec((position(), position(), text(), 0usize..3), 0..40)) {
        let mut buffer = Buffer::new(&start);
        let mut plain = start;
        for (start, end, typed, encoding) in edits {
            let encoding = ENCODINGS[encoding];
            buffer.replace(start, end, &typed, encoding);
            plain::replace(&mut plain, start, end, &typed, encoding);
            prop_assert_eq!(buffer.text(), plain.clone());
        }
    }

    /// A byte's position leads back to the byte, and is the one that reports give for a source's passage.
    #[test]
    fn positions_lead_back(text in text()) {
        let buffer = Buffer::new(&text);
        let lines = Lines::new(&text);
        // Between CR and LF there is no position.
        let offsets = text.char_indices().map(|(at, _)| at).filter(|at| !(text[..*at].ends_with('\r') && text[*at..].starts_with('\n')));
        for at in offsets {
            for encoding in ENCODINGS {
                let position = buffer.position(at, encoding);
                prop_assert_eq!(buffer.offset(position, encoding), at);
                prop_assert_eq!(lines.place(&text, u32::try_from(at).unwrap()).position(encoding), position);
            }
        }
    }
}
