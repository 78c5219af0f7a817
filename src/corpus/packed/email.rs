//! Mail (`.eml`): the text that the sender wrote, the subject as title, the sender as author. Web archives are packed alike.

use super::{Piece, Unpacked};
use crate::corpus::formats::{Format, Page};
use crate::corpus::reader::Skip;
use crate::prose::plain;
use mail_parser::{Address, MessageParser, PartType};

/// Takes the text out of a mail.
pub(super) fn unpack(bytes: &[u8]) -> Result<Unpacked, Skip> {
    let message = MessageParser::default().parse(bytes).ok_or_else(damaged)?;
    if message.headers().is_empty() {
        return Err(damaged());
    }
    let mut pieces = Vec::new();
    for id in &message.text_body {
        let part = usize::try_from(*id).ok().and_then(|id| message.parts.get(id)).map(|part| &part.body);
        match part {
            Some(PartType::Text(text)) => pieces.extend(plain(text)),
            // The other form of the same words, where there is no plain one.
            Some(PartType::Html(page)) => pieces.extend(web_page(page)),
            _ => {}
        }
    }
    let sent = message.date().map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
    let named = [
        ("title", message.subject().map(str::to_owned)),
        ("author", message.from().and_then(sender)),
        ("published", sent),
        ("kind", Some("primary".to_owned())),
    ];
    let meta = named.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect();
    Ok(Unpacked { pieces, meta })
}

fn sender(from: &Address<'_>) -> Option<String> {
    let first = from.first()?;
    first.name().or(first.address()).map(str::to_owned)
}

/// Paragraphs of plain text, the marks of quoted mail taken off, the signature left out.
fn plain(text: &str) -> Vec<Piece> {
    let own: Vec<&str> = text.lines().take_while(|line| line.trim_end() != SIGNATURE.trim_end()).map(unquoted).collect();
    plain::blocks(&own.join("\n"), 0).into_iter().map(|block| Piece::new(block.kind, block.text.text().to_owned())).collect()
}

/// The line that mail programs set before a signature.
const SIGNATURE: &str = "-- ";

fn unquoted(line: &str) -> &str {
    line.trim_start_matches(['>', ' '])
}

fn web_page(page: &str) -> Vec<Piece> {
    of_page(Format::WebPage.read(page, 0).unwrap_or_default())
}

fn of_page(page: Page) -> Vec<Piece> {
    page.blocks.into_iter().map(|block| Piece::new(block.kind, block.text.text().to_owned())).collect()
}

/// Takes the page out of a web archive (`.mhtml`): its first part that is a page, and the address it was saved from.
pub(super) fn unpack_page(bytes: &[u8]) -> Result<Unpacked, Skip> {
    let message = MessageParser::default().parse(bytes).ok_or_else(damaged)?;
    let page = message.parts.iter().find_map(|part| if let PartType::Html(page) = &part.body { Some(page) } else { None });
    let page = Format::WebPage.read(page.ok_or_else(damaged)?, 0)?;
    let address = message.header_raw("Snapshot-Content-Location").map(|address| ("url".to_owned(), address.trim().to_owned()));
    let said = page.meta.iter().filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned())));
    Ok(Unpacked { meta: said.chain(address).collect(), pieces: of_page(page) })
}

fn damaged() -> Skip {
    Skip::Damaged("mail or web archive".to_owned())
}
