//! Saved web pages (`.html`): the article in blocks, each word with its bytes in the file.
//!
//! Which parts are the article is a well-kept library's judgement, the one that browsers make for their
//! reading view; where its words stand in the file is ours, since it does not tell.

use crate::corpus::formats::html_blocks;
use crate::corpus::formats::html_blocks::Parts;
use crate::corpus::formats::page::Page;
use crate::corpus::skip::Skip;
use crate::prose::{Block, Kind};
use dom_smoothie::{Article, Config, Readability};
use rustc_hash::FxHashSet;
use serde_json::{Map, Value};

/// Reads a page. `base` is the byte at which `text` begins in its file.
pub(super) fn read(text: &str, base: usize) -> Result<Page, Skip> {
    if html_blocks::is_overloaded(text) {
        return Err(Skip::Malformed);
    }
    let Parts { mut blocks, canonical, comments, size } = html_blocks::read(text, base);
    let mut meta = saved_by(&comments);
    if let Some(url) = canonical {
        meta.insert("url".to_owned(), url.into());
    }
    // A page made to exhaust the library is read whole.
    let harmless =
        size.deepest <= DEEPEST && size.elements <= MOST_ELEMENTS && size.attributes <= MOST_ATTRIBUTES;
    if let Some(article) = harmless.then(|| article(text)).flatten() {
        describe(&article, &mut meta);
        keep(&mut blocks, &article);
    }
    Ok(Page { blocks, meta, ..Page::default() })
}

/// Keeps the blocks that are the article's.
fn keep(blocks: &mut Vec<Block>, article: &Article) {
    let kept: FxHashSet<String> = html_blocks::read(&article.content, 0)
        .blocks
        .iter()
        .map(|block| letters(block.text.text()))
        .collect();
    let title = letters(&article.title);
    // The library takes the headline out of the article.
    let is_kept = |block: &Block| {
        let text = letters(block.text.text());
        block.kind == Kind::Heading(1) || kept.contains(&text) || text == title
    };
    let length = |block: &Block| block.text.text().len();
    let found: usize = blocks.iter().filter(|block| is_kept(block)).map(length).sum();
    // An extraction that kept next to nothing has missed the article.
    if found * LEAST_SHARE >= blocks.iter().map(length).sum() {
        blocks.retain(is_kept);
    }
}

/// Nesting, elements and attributes of the largest pages of news sites stay far below; what is above is not
/// passed to the library, whose time may grow faster than the page.
const DEEPEST: usize = 200;
const MOST_ELEMENTS: usize = 40_000;
const MOST_ATTRIBUTES: usize = 500;
/// An article is at least this part (one in so many) of its page's words; page furniture is rarely more than
/// half.
const LEAST_SHARE: usize = 8;

fn article(text: &str) -> Option<Article> {
    let extract = || {
        Readability::new(
            text,
            None,
            Some(Config { max_elements_to_parse: MOST_ELEMENTS, ..Config::default() }),
        )?
        .parse()
    };
    // A library's panic on a page of the internet costs its judgement, not the source.
    std::panic::catch_unwind(extract).ok()?.ok()
}

/// What the page says of itself, in meta tags and JSON-LD.
fn describe(article: &Article, meta: &mut Map<String, Value>) {
    let url = article.url.as_ref().filter(|_| !meta.contains_key("url"));
    let known = [
        ("title", Some(&article.title)),
        ("author", article.byline.as_ref()),
        ("publisher", article.site_name.as_ref()),
        ("published", article.published_time.as_ref()),
        ("language", article.lang.as_ref()),
        ("url", url),
    ];
    for (key, value) in known {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            meta.insert(key.to_owned(), value.trim().into());
        }
    }
}

/// The address that the program that saved the page left in a comment: the clipper's `url:`, and browsers'
/// `saved from url`.
fn saved_by(comments: &[String]) -> Map<String, Value> {
    let address = |comment: &String| {
        let line = comment.lines().find_map(|line| line.trim().strip_prefix("url:").map(str::trim));
        let mark = comment
            .split_once("saved from url=(")
            .and_then(|(_, rest)| rest.split_once(')'))
            .map(|(_, url)| url.trim());
        line.or(mark).filter(|url| url.contains("://")).map(str::to_owned)
    };
    comments.iter().find_map(address).into_iter().map(|url| ("url".to_owned(), Value::String(url))).collect()
}

/// What is compared of two blocks: the library may have changed spaces and marks.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
