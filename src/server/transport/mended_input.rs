//! Standard input as the transport can take it.
//!
//! JSON can name half of a character (`\ud83d` alone), and an editor sends one where its text holds one. The
//! transport would take that for the end of the conversation. Here each lone half becomes `\ufffd`, which is
//! as long, so that the lengths in the headers stay true.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, ReadBuf};

/// A reader whose lone halves are mended.
pub(in crate::server) struct MendedInput<R> {
    inner: R,
    chunk: Box<[u8]>,
    mender: Mender,
}

impl<R> MendedInput<R> {
    pub(in crate::server) fn new(inner: R) -> Self {
        Self { inner, chunk: vec![0; CHUNK].into(), mender: Mender::default() }
    }
}

const CHUNK: usize = 16 << 10;

impl<R: AsyncRead + Unpin> AsyncRead for MendedInput<R> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        out: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let Self { inner, chunk, mender } = self.get_mut();
        while mender.given == mender.ready.len() {
            mender.ready.clear();
            mender.given = 0;
            let mut read = ReadBuf::new(chunk);
            ready!(Pin::new(&mut *inner).poll_read(context, &mut read))?;
            if read.filled().is_empty() {
                // What is held back at the end is no character any more, but the bytes are the client's.
                mender.release();
                break;
            }
            mender.take(read.filled());
        }
        let rest = &mender.ready[mender.given..];
        let now = rest.len().min(out.remaining());
        out.put_slice(&rest[..now]);
        mender.given += now;
        Poll::Ready(Ok(()))
    }
}

/// Bytes mended and waiting to be given on, and those that may yet turn out to be half of a character. They
/// are few, and decided before a message ends: a string and its object close behind them.
#[derive(Default)]
struct Mender {
    ready: Vec<u8>,
    given: usize,
    held: Vec<u8>,
}

const REPLACEMENT: &[u8] = br"\ufffd";

/// What the held bytes are so far.
enum Held {
    /// Nothing that matters.
    Other,
    /// They may become an escape that matters, or the second half of one.
    Open,
    /// `\ud83d`: what follows decides.
    High,
    /// A half without its other half; so many bytes of it.
    Lone,
}

impl Mender {
    fn take(&mut self, bytes: &[u8]) {
        let mut at = 0;
        while at < bytes.len() {
            if self.held.is_empty() {
                let plain = bytes[at..].iter().position(|byte| *byte == b'\\').unwrap_or(bytes.len() - at);
                self.ready.extend_from_slice(&bytes[at..at + plain]);
                at += plain;
                if at == bytes.len() {
                    return;
                }
            }
            self.held.push(bytes[at]);
            at += 1;
            self.settle();
        }
    }

    /// Gives on what can be decided.
    fn settle(&mut self) {
        match state(&self.held) {
            Held::Open | Held::High => {}
            Held::Other => self.release(),
            Held::Lone => {
                self.ready.extend_from_slice(REPLACEMENT);
                let rest = self.held.split_off(REPLACEMENT.len());
                self.held.clear();
                // The bytes behind the half may begin an escape of their own.
                self.take(&rest);
            }
        }
    }

    fn release(&mut self) {
        self.ready.append(&mut self.held);
    }
}

/// `held` begins with a backslash and is one byte longer than when it was last undecided.
fn state(held: &[u8]) -> Held {
    match Escape::at(held) {
        Escape::Other => Held::Other,
        Escape::Begun => Held::Open,
        Escape::Unit(0xd800..=0xdbff) => match held.split_at(REPLACEMENT.len()).1 {
            [] => Held::High,
            rest => match Escape::at(rest) {
                Escape::Unit(0xdc00..=0xdfff) => Held::Other,
                Escape::Begun => Held::High,
                _ => Held::Lone,
            },
        },
        Escape::Unit(0xdc00..=0xdfff) => Held::Lone,
        Escape::Unit(_) => Held::Other,
    }
}

/// What stands at the head of some bytes.
enum Escape {
    /// No `\uXXXX`.
    Other,
    /// The beginning of one.
    Begun,
    /// One, with its code unit.
    Unit(u32),
}

impl Escape {
    fn at(bytes: &[u8]) -> Self {
        let fits = bytes.iter().zip(0..).take(REPLACEMENT.len()).all(|(byte, n)| match n {
            0 => *byte == b'\\',
            1 => *byte == b'u',
            _ => byte.is_ascii_hexdigit(),
        });
        let digits = bytes.get(2..REPLACEMENT.len()).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            _ if !fits => Self::Other,
            Some(unit) => Self::Unit(unit),
            None => Self::Begun,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Mender;

    /// The same whatever the pieces in which it arrives.
    #[track_caller]
    fn check(given: &str, expected: &str) {
        for size in 1..=given.len() {
            let mut mender = Mender::default();
            given.as_bytes().chunks(size).for_each(|chunk| mender.take(chunk));
            mender.release();
            assert_eq!(String::from_utf8(mender.ready).unwrap(), expected, "in pieces of {size}");
        }
    }

    #[test]
    fn lone_halves_are_replaced_and_nothing_else() {
        check(r#"{"text":"a\ud83d"}"#, r#"{"text":"a\ufffd"}"#);
        check(r#"{"text":"\ude00b\ud83dc"}"#, r#"{"text":"\ufffdb\ufffdc"}"#);
        check(r#"{"text":"\ud83d\ud83d\ude00"}"#, r#"{"text":"\ufffd\ud83d\ude00"}"#);
        check(r#"{"text":"\ud83d\n\ud83d\\ud83d"}"#, r#"{"text":"\ufffd\n\ufffd\\ud83d"}"#);
        check(r#"{"text":"\uD83D\uDE00 \\ud83d \" \u00e9"}"#, r#"{"text":"\uD83D\uDE00 \\ud83d \" \u00e9"}"#);
        check(r#"{"text":"\ud83d\u00e9"}"#, r#"{"text":"\ufffd\u00e9"}"#);
    }
}
