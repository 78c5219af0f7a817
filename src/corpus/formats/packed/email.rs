//! Mail (`.eml`): the text that the sender wrote, the subject as title, the sender as author. Web archives
//! are packed alike.

use crate::corpus::formats;
use crate::corpus::formats::packed::unpacked::{Piece, Unpacked};
use crate::corpus::formats::page::Page;
use crate::corpus::skip::Skip;
use crate::prose::Kind;
use crate::prose::blocks::plain_text;
use crate::text::decoding;
use jiff::civil;
use mail_parser::{Address, MessageParser, MessagePart, MimeHeaders, PartType};
use std::borrow::Cow;

/// Takes the text out of a mail.
pub(super) fn unpack(bytes: &[u8]) -> Result<Unpacked, Skip> {
    let message = MessageParser::default().parse(bytes).ok_or_else(damaged)?;
    if message.headers().is_empty() {
        return Err(damaged());
    }
    let mut pieces = Vec::new();
    for part in message.text_body.iter().filter_map(|id| message.parts.get(usize::try_from(*id).ok()?)) {
        match &part.body {
            PartType::Text(text) => pieces.extend(plain(&unflowed(&readable(text, part, bytes), part))),
            // The other form of the same words, where there is no plain one.
            PartType::Html(page) => pieces.extend(web_page(page)),
            _ => {}
        }
    }
    let day = |date: &mail_parser::DateTime| {
        civil::Date::new(
            i16::try_from(date.year).ok()?,
            i8::try_from(date.month).ok()?,
            i8::try_from(date.day).ok()?,
        )
        .ok()
    };
    let sent = message.date().and_then(day).map(|date| date.to_string());
    let named = [
        ("title", message.subject().map(str::to_owned)),
        ("author", message.from().and_then(sender)),
        ("published", sent),
        ("kind", Some("primary".to_owned())),
    ];
    let meta = named.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect();
    let attached = message.attachment_count();
    let problem = (attached > 0)
        .then(|| format!("{attached} attached, which is not read: save what matters beside the mail"));
    Ok(Unpacked { pieces, meta, problem })
}

fn sender(from: &Address<'_>) -> Option<String> {
    let first = from.first()?;
    first.name().or(first.address()).map(str::to_owned)
}

/// The text of a part that does not say in which character set it is.
fn readable<'t>(text: &'t str, part: &MessagePart<'_>, bytes: &[u8]) -> Cow<'t, str> {
    let raw = bytes
        .get(part.offset_body as usize..part.offset_end as usize)
        .filter(|raw| text.contains('\u{fffd}') && !raw.is_ascii());
    raw.and_then(decoding::decode)
        .map_or(Cow::Borrowed(text), |decoded| Cow::Owned(decoded.text.into_owned()))
}

/// Lines that flow (RFC 3676) joined: one that ends in a space goes on, as far as it is quoted as deeply.
fn unflowed(text: &str, part: &MessagePart<'_>) -> String {
    let says = |name: &str, value: &str| {
        part.content_type()
            .and_then(|kind| kind.attribute(name))
            .is_some_and(|said| said.eq_ignore_ascii_case(value))
    };
    if !says("format", "flowed") {
        return text.to_owned();
    }
    let mut joined: Vec<String> = Vec::new();
    for line in text.lines() {
        let (depth, content) = quoted(line);
        match joined
            .last_mut()
            .filter(|before| before.ends_with(' ') && *before != SIGNATURE && quoted(before).0 == depth)
        {
            Some(before) if says("delsp", "yes") => {
                before.pop();
                *before += content;
            }
            Some(before) => *before += content,
            None => joined.push(line.to_owned()),
        }
    }
    joined.join("\n")
}

/// Paragraphs of plain text without the signature. What is quoted of another mail is marked as quoted: the
/// sender does not say it.
fn plain(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let lines: Vec<(usize, &str)> = text.lines().take_while(|line| *line != SIGNATURE).map(quoted).collect();
    for run in lines.chunk_by(|a, b| a.0 == b.0) {
        let own: Vec<&str> = run.iter().map(|(_, line)| *line).collect();
        let blocks = plain_text::blocks(&own.join("\n"), 0);
        let kind = |kind| if run[0].0 > 0 && kind == Kind::Paragraph { Kind::Quote } else { kind };
        pieces.extend(
            blocks.into_iter().map(|block| Piece::new(kind(block.kind), block.text.text().to_owned())),
        );
    }
    pieces
}

/// The line that mail programs set before a signature.
const SIGNATURE: &str = "-- ";

/// How deeply a line is quoted, and what it says.
fn quoted(line: &str) -> (usize, &str) {
    let content = line.trim_start_matches(['>', ' ']);
    let depth = line[..line.len() - content.len()].matches('>').count();
    if depth == 0 { (0, line) } else { (depth, content) }
}

fn web_page(page: &str) -> Vec<Piece> {
    of_page(formats::web_page::read(page, 0).unwrap_or_default())
}

fn of_page(page: Page) -> Vec<Piece> {
    page.blocks.into_iter().map(|block| Piece::new(block.kind, block.text.text().to_owned())).collect()
}

/// Takes the page out of a web archive (`.mhtml`): its first part that is a page, and the address it was
/// saved from.
pub(super) fn unpack_page(bytes: &[u8]) -> Result<Unpacked, Skip> {
    let message = MessageParser::default().parse(bytes).ok_or_else(damaged)?;
    let page = message
        .parts
        .iter()
        .find_map(|part| if let PartType::Html(page) = &part.body { Some(page) } else { None });
    let page = formats::web_page::read(page.ok_or_else(damaged)?, 0)?;
    let address = message
        .header_raw("Snapshot-Content-Location")
        .map(|address| ("url".to_owned(), address.trim().to_owned()));
    let said = page.meta.iter().filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned())));
    Ok(Unpacked { meta: said.chain(address).collect(), pieces: of_page(page), problem: None })
}

fn damaged() -> Skip {
    Skip::Damaged("mail or web archive".to_owned())
}
