//! HTML as blocks of text that remember their bytes.

use crate::corpus::formats::superscripts;
use crate::prose::{Block, Kind};
use crate::text::Span;
use crate::text::mapped::Mapped;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{StringReader, Tokenizer};

/// What a page is made of.
#[derive(Default)]
pub(super) struct Parts {
    pub blocks: Vec<Block>,
    /// The address that the page calls its own.
    pub canonical: Option<String>,
    pub comments: Vec<String>,
    pub size: Size,
}

/// What a page asks of whoever builds a tree of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Size {
    /// How deep elements are nested, and brackets in scripts.
    pub deepest: usize,
    pub elements: usize,
    /// Attributes of the element that has most.
    pub attributes: usize,
}

/// Whether a tag of the page has more attributes than any that a person or a browser wrote. The tokenizer
/// calls itself at each, so that such a tag would exhaust the stack.
pub(super) fn is_overloaded(text: &str) -> bool {
    let (mut quote, mut in_tag, mut blanks) = (None, false, 0);
    for byte in text.bytes() {
        match (byte, quote) {
            (b'<', _) if !in_tag => (in_tag, quote, blanks) = (true, None, 0),
            (b'>', None) => in_tag = false,
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if open == byte => {
                quote = None;
                blanks += 1;
            }
            (b' ' | b'\t' | b'\n' | b'\r' | b'/' | 0xc, None) => blanks += 1,
            _ => {}
        }
        if in_tag && blanks > MOST_BLANKS {
            return true;
        }
    }
    false
}

/// White space, slashes and closed quotations in one tag, outside its values. Indented tags of real pages
/// have some hundreds.
const MOST_BLANKS: usize = 4_000;

/// Reads the blocks of `text`, which begins at byte `base` of its file.
pub(super) fn read(text: &str, base: usize) -> Parts {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader {
        text,
        base,
        parts: Parts::default(),
        open: Open::default(),
        skipped: None,
        quotes: 0,
        depth: 0,
    };
    for token in Tokenizer::<StringReader<'_>, _>::new_with_emitter(text, emitter).flatten() {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&name(&tag.name)),
            Token::String(string) => reader.words(string.span.start, string.span.end),
            Token::Comment(comment) if reader.parts.comments.len() < COMMENTS => {
                reader.parts.comments.push(String::from_utf8_lossy(&comment.value).into_owned());
            }
            _ => {}
        }
    }
    reader.close();
    reader.parts
}

/// The program that saved a page signs at its head.
const COMMENTS: usize = 4;

/// Elements that hold no prose, whatever is in them: code, controls, navigation, pictures with their
/// captions.
#[rustfmt::skip]
const SKIPPED: [&str; 24] = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "head", "nav", "footer",
    "aside", "form", "button", "select", "textarea", "figcaption", "dialog", "audio", "video", "canvas",
    "picture", "menu", "map",
];

/// Elements that end a paragraph where they begin and end.
#[rustfmt::skip]
const BLOCKS: [&str; 36] = [
    "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul",
    "ol", "blockquote", "tr", "table", "thead", "tbody", "tfoot", "caption", "pre", "dl", "dt", "dd",
    "address", "hr", "body", "html", "figure", "details", "summary", "fieldset", "hgroup", "search",
];

/// Elements without an end.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

struct Reader<'t> {
    text: &'t str,
    base: usize,
    parts: Parts,
    open: Open,
    /// The skipped element that is open, and how many of its name are.
    skipped: Option<(String, usize)>,
    /// Open block quotations.
    quotes: usize,
    depth: usize,
}

/// The block being read.
#[derive(Default)]
struct Open {
    kind: Option<Kind>,
    text: Mapped,
    span: Option<Span>,
    /// White space that counts only if words follow: its bytes, and whether it is a line's end.
    space: Option<(Span, bool)>,
    /// Where in the text raised letters began.
    raised: Option<u32>,
}

impl Reader<'_> {
    fn start(&mut self, tag: &StartTag<usize>) {
        let name = name(&tag.name);
        let name = name.as_str();
        self.parts.size.elements += 1;
        self.parts.size.attributes = self.parts.size.attributes.max(tag.attributes.len());
        if !VOID.contains(&name) && !tag.self_closing {
            self.depth += 1;
            self.parts.size.deepest = self.parts.size.deepest.max(self.depth);
        }
        if name == "link" && self.parts.canonical.is_none() {
            let of = |key: &[u8]| {
                tag.attributes.get(key).map(|value| String::from_utf8_lossy(&value.value).into_owned())
            };
            self.parts.canonical =
                of(b"href").filter(|_| of(b"rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")));
        }
        if let Some((skipped, count)) = &mut self.skipped {
            *count += usize::from(*skipped == name && !tag.self_closing);
            return;
        }
        if SKIPPED.contains(&name) && !tag.self_closing {
            self.skipped = Some((name.to_owned(), 1));
            return;
        }
        let here = Span::new(self.base + tag.span.start, self.base + tag.span.start);
        match name {
            "br" => self.open.space = Some((here, true)),
            "sup" => self.open.raised = Some(Span::new(self.open.text.text().len(), 0).start),
            // Cells are parts of one row.
            "td" | "th" if !self.open.text.text().is_empty() => self.open.text.resolve(" | ", here),
            _ => {}
        }
        if BLOCKS.contains(&name) {
            self.close();
            self.quotes += usize::from(name == "blockquote");
            self.open.kind = kind(name);
        }
    }

    fn end(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        if let Some((skipped, count)) = &mut self.skipped {
            *count -= usize::from(skipped == name);
            if *count == 0 {
                self.skipped = None;
            }
            return;
        }
        if name == "sup" {
            self.settle();
        }
        if BLOCKS.contains(&name) {
            self.close();
            self.quotes -= usize::from(name == "blockquote" && self.quotes > 0);
        }
    }

    /// Ends raised letters, if some are open.
    fn settle(&mut self) {
        let Some(from) = self.open.raised.take() else { return };
        let text = &self.open.text;
        let span = Span { start: from, end: Span::new(text.text().len(), text.text().len()).end };
        let (before, raised) = text.text().split_at(from as usize);
        let read = superscripts::reads(before, raised);
        if read != raised {
            let file = text.to_file(span);
            self.open.text = text.without(&[span]);
            self.open.text.resolve(&read, file);
        }
    }

    fn close(&mut self) {
        self.settle();
        let open = std::mem::take(&mut self.open);
        let Some(span) = open.span else { return };
        let plain = if self.quotes > 0 { Kind::Quote } else { Kind::Paragraph };
        self.parts.blocks.push(Block::new(open.kind.unwrap_or(plain), open.text, span));
    }

    /// The text between two tags: white space collapsed, entities resolved.
    fn words(&mut self, start: usize, end: usize) {
        if let Some((name, _)) = &self.skipped {
            if name == "script" {
                let brackets = deepest_brackets(self.text.get(start..end).unwrap_or_default());
                self.parts.size.deepest = self.parts.size.deepest.max(brackets);
            }
            return;
        }
        let mut at = start;
        while let Some(rest) = self.text.get(at..end).filter(|rest| !rest.is_empty()) {
            let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{c}']).len();
            if blank > 0 {
                let here = Span::new(self.base + at, self.base + at + blank);
                self.open.space = self.open.space.or(Some((here, false)));
                at += blank;
                continue;
            }
            let entity = rest.starts_with('&').then(|| entity(rest)).flatten();
            let length = match &entity {
                Some((length, _)) => *length,
                None => rest
                    .char_indices()
                    .skip(1)
                    .find(|(_, c)| c.is_ascii_whitespace() || *c == '&')
                    .map_or(rest.len(), |(at, _)| at),
            };
            self.push(
                Span::new(self.base + at, self.base + at + length),
                &rest[..length],
                entity.map(|(_, text)| text),
            );
            at += length;
        }
    }

    fn push(&mut self, file: Span, raw: &str, resolved: Option<String>) {
        let open = &mut self.open;
        if let Some((space, ends_line)) = open.space.take().filter(|_| !open.text.text().is_empty()) {
            open.text.resolve(if ends_line { "\n" } else { " " }, space);
        }
        match resolved {
            Some(text) => open.text.resolve(&text, file),
            None => open.text.copy(raw, file.start as usize),
        }
        open.span = Some(open.span.map_or(file, |span| span.join(file)));
    }
}

/// How deep brackets are nested; those in strings count too, which only errs on the safe side.
fn deepest_brackets(script: &str) -> usize {
    let depths = script.bytes().scan(0usize, |depth, byte| {
        match byte {
            b'[' | b'{' => *depth += 1,
            b']' | b'}' => *depth = depth.saturating_sub(1),
            _ => {}
        }
        Some(*depth)
    });
    depths.max().unwrap_or(0)
}

fn kind(name: &str) -> Option<Kind> {
    match name {
        "li" => Some(Kind::Item),
        "tr" => Some(Kind::Row),
        _ => name.strip_prefix('h').and_then(|level| level.parse().ok()).map(Kind::Heading),
    }
}

fn name(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// An entity at the head of `text`: its length and what it stands for.
fn entity(text: &str) -> Option<(usize, String)> {
    let end = text.char_indices().take(LONGEST_ENTITY).find(|(_, c)| *c == ';')?.0 + 1;
    let resolved: String = Tokenizer::new(&text[..end])
        .flatten()
        .filter_map(|token| match token {
            Token::String(string) => Some(String::from_utf8_lossy(&string.value).into_owned()),
            _ => None,
        })
        .collect();
    (resolved != text[..end]).then_some((end, resolved))
}

/// The longest name has 31 characters, mark and semicolon included 33.
const LONGEST_ENTITY: usize = 34;
