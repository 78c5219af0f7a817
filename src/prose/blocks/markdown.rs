//! Markdown to blocks with exact byte spans.

use crate::prose::blocks::{Block, Kind};
use crate::text::Span;
use crate::text::mapped::Mapped;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// What a Markdown text holds.
#[derive(Debug, Default)]
pub struct Markdown {
    pub blocks: Vec<Block>,
    pub links: Vec<Link>,
    pub notes: Vec<NoteMark>,
    /// The bodies of HTML comments with the bytes of the whole comment.
    pub comments: Vec<(Span, String)>,
}

/// A link, with the place of its text in its block.
#[derive(Debug)]
pub struct Link {
    pub block: usize,
    /// Bytes of the block's text.
    pub text: Span,
    /// Bytes of the file.
    pub file: Span,
    pub url: String,
}

/// A footnote mark `[^label]`.
#[derive(Debug)]
pub struct NoteMark {
    pub block: usize,
    /// Byte of the block's text that the mark follows.
    pub at: u32,
    pub file: Span,
    pub label: String,
}

/// How much of the text is prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A writer's draft: code is code, a line break is a space.
    Draft,
    /// A saved page: nothing that looks like markup may lose text, and a line may be a paragraph.
    Page,
}

/// Reads `text`, which begins at byte `base` of its file.
pub fn read(text: &str, base: usize, reader: Reader) -> Markdown {
    let mut options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_GFM;
    if reader == Reader::Draft {
        options |= Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    }
    let mut builder = Builder {
        text,
        base,
        reader,
        out: Markdown::default(),
        open: Vec::new(),
        silent: 0,
        link: Vec::new(),
        comment: None,
        skip_to: 0,
    };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        builder.event(event, range);
    }
    builder.close_block();
    if reader == Reader::Page {
        builder.recover_definitions();
    }
    builder.out
}

struct Builder<'a> {
    text: &'a str,
    base: usize,
    reader: Reader,
    out: Markdown,
    /// The kinds of the containers around the current place, innermost last.
    open: Vec<Open>,
    /// Depth of constructs whose text is no prose.
    silent: usize,
    /// Where the open links' texts begin, and where they lead.
    link: Vec<(u32, Range<usize>, String)>,
    /// A comment that goes on in the next line: where it began, and what it has so far.
    comment: Option<(usize, String)>,
    /// Text before this byte is the title of a callout.
    skip_to: usize,
}

/// Callouts that quote; any other is the writer's own.
const QUOTING: [&str; 2] = ["quote", "cite"];

/// The name of a callout, and the length of its first line: `> [!quote]- Title`.
fn callout_title(text: &str) -> Option<(&str, usize)> {
    let line = text.split_inclusive('\n').next()?;
    let (name, _) = line.trim_start_matches(['>', ' ']).strip_prefix("[!")?.split_once(']')?;
    (!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
        .then_some((name, line.len()))
}

struct Open {
    kind: Kind,
    block: Option<(Mapped, Range<usize>)>,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.write(&text, range),
            Event::Code(text) if self.reader == Reader::Page => self.write_inside(&text, range),
            Event::Code(_) => self.resolve("\u{a0}", range),
            Event::SoftBreak => self.line_break(range),
            Event::HardBreak => self.resolve(if self.reader == Reader::Page { "\n" } else { " " }, range),
            Event::FootnoteReference(label) => {
                let at = self.here();
                let block = self.out.blocks.len();
                self.out.notes.push(NoteMark {
                    block,
                    at,
                    file: self.file(&range),
                    label: label.into_string(),
                });
            }
            Event::InlineHtml(html) | Event::Html(html) => self.html(&html, range),
            Event::Rule | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => {
                let kind = self.container();
                self.open_block(kind, range);
            }
            Tag::Heading { level, .. } => self.open_block(Kind::Heading(level as u8), range),
            Tag::BlockQuote(callout) => {
                let titled =
                    callout_title(&self.text[range.clone()]).filter(|_| self.reader == Reader::Draft);
                self.skip_to = titled.map_or(self.skip_to, |(_, length)| range.start + length);
                let is_own = callout.is_some() || titled.is_some_and(|(name, _)| !QUOTING.contains(&name));
                self.push(if is_own { Kind::Callout } else { Kind::Quote });
            }
            Tag::Item => self.push(Kind::Item),
            Tag::FootnoteDefinition(label) => self.push(Kind::Note(label.into_string())),
            Tag::TableHead | Tag::TableRow => self.open_block(Kind::Row, range),
            Tag::TableCell if self.here() > 0 => self.resolve(" | ", range.start..range.start),
            Tag::CodeBlock(_) if self.reader == Reader::Page => self.open_block(Kind::Paragraph, range),
            Tag::CodeBlock(_) | Tag::Strikethrough | Tag::MetadataBlock(_) => self.silent += 1,
            Tag::HtmlBlock => self.open_block(Kind::Paragraph, range),
            Tag::Image { .. } => self.silent += 1,
            Tag::Link { dest_url, link_type, .. } => {
                let url = if link_type == LinkType::Email { String::new() } else { dest_url.into_string() };
                let at = self.here();
                self.link.push((at, range, url));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            // One without an end is all that is left of its block.
            TagEnd::HtmlBlock if self.comment.is_some() => {
                self.comment = None;
                self.close_block();
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::HtmlBlock => self.close_block(),
            TagEnd::CodeBlock if self.reader == Reader::Page => self.close_block(),
            TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.close_block();
                self.open.pop();
            }
            TagEnd::CodeBlock | TagEnd::Strikethrough | TagEnd::Image | TagEnd::MetadataBlock(_) => {
                self.silent = self.silent.saturating_sub(1);
            }
            TagEnd::Link => {
                if let Some((start, range, url)) = self.link.pop()
                    && !url.is_empty()
                {
                    let text = Span { start, end: self.here().max(start) };
                    self.out.links.push(Link {
                        block: self.out.blocks.len(),
                        text,
                        file: self.file(&range),
                        url,
                    });
                }
            }
            _ => {}
        }
    }

    fn push(&mut self, kind: Kind) {
        self.close_block();
        self.open.push(Open { kind, block: None });
    }

    /// The kind that the innermost container gives to its paragraphs.
    fn container(&self) -> Kind {
        self.open.last().map_or(Kind::Paragraph, |open| open.kind.clone())
    }

    fn open_block(&mut self, kind: Kind, range: Range<usize>) {
        self.close_block();
        self.open.push(Open { kind, block: Some((Mapped::default(), range)) });
    }

    /// Ends the innermost block, if one is open, and keeps it if it has text.
    fn close_block(&mut self) {
        let is_container = self.open.last().is_none_or(|open| open.block.is_none());
        if is_container {
            return;
        }
        let Some(Open { kind, block: Some((text, range)) }) = self.open.pop() else { return };
        self.keep(kind, text, &range);
    }

    fn keep(&mut self, kind: Kind, text: Mapped, range: &Range<usize>) {
        let span = self.file(range);
        self.out.blocks.push(Block::new(kind, text, span));
    }

    /// The text being written; a tight list item or loose text opens its own block.
    fn current(&mut self, range: &Range<usize>) -> &mut Mapped {
        if self.open.last().is_none_or(|open| open.block.is_none()) {
            let kind = self.container();
            self.open.push(Open { kind, block: Some((Mapped::default(), range.clone())) });
        }
        let open = self.open.last_mut().and_then(|open| open.block.as_mut());
        let Some((text, covered)) = open else { unreachable!("a block was just opened") };
        covered.end = covered.end.max(range.end);
        text
    }

    fn here(&self) -> u32 {
        let open = self.open.last().and_then(|open| open.block.as_ref());
        open.map_or(0, |(text, _)| Span::new(text.text().len(), text.text().len()).start)
    }

    fn file(&self, range: &Range<usize>) -> Span {
        Span::new(self.base + range.start, self.base + range.end)
    }

    fn write(&mut self, text: &str, range: Range<usize>) {
        if self.silent > 0 || range.start < self.skip_to {
            return;
        }
        let (base, literal) = (self.base, self.text.get(range.clone()) == Some(text));
        let file = self.file(&range);
        let page = self.reader == Reader::Page;
        let current = self.current(&range);
        if literal {
            current.copy(text, base + range.start);
        } else if page && text.contains('\n') {
            current.resolve(text.trim_end_matches('\n'), file);
        } else {
            current.resolve(text, file);
        }
    }

    /// Text that stands inside marks: the range holds the marks too.
    fn write_inside(&mut self, text: &str, range: Range<usize>) {
        let inside = self.text.get(range.clone()).and_then(|whole| whole.find(text));
        match inside {
            Some(at) => self.write(text, range.start + at..range.start + at + text.len()),
            None => self.resolve(text, range),
        }
    }

    fn resolve(&mut self, text: &str, range: Range<usize>) {
        if self.silent == 0 {
            let file = self.file(&range);
            self.current(&range).resolve(text, file);
        }
    }

    fn line_break(&mut self, range: Range<usize>) {
        let broken = self.reader == Reader::Page && !self.is_wrapped_here(&range);
        self.resolve(if broken { "\n" } else { " " }, range);
    }

    /// Whether the paragraph around `range` was broken to a width.
    fn is_wrapped_here(&self, range: &Range<usize>) -> bool {
        let start = self.text[..range.start].rfind("\n\n").map_or(0, |at| at + 2);
        let end = self.text[range.end..].find("\n\n").map_or(self.text.len(), |at| range.end + at);
        // The lines nearest the break tell; a page of a million lines must not be measured at each of them.
        let near = self.text[start..end].split('\n').take(WRAP_LINES).collect::<Vec<_>>();
        crate::prose::blocks::plain_text::is_wrapped(&near)
    }

    /// Comments are kept apart, tags are dropped; on a page an unknown tag is text that only looks like one.
    fn html(&mut self, html: &str, range: Range<usize>) {
        let mut at = 0;
        while at < html.len() {
            let rest = &html[at..];
            // A block of HTML comes line by line, and a comment may have several.
            if self.comment.is_some() || rest.starts_with("<!--") {
                let (start, mut body) =
                    self.comment.take().unwrap_or_else(|| (range.start + at, String::new()));
                let end = rest.find("-->");
                body += &rest[..end.unwrap_or(rest.len())];
                at += end.map_or(rest.len(), |end| end + 3);
                if end.is_some() {
                    let file = self.file(&(start..range.start + at));
                    self.out.comments.push((file, body.trim_start_matches("<!--").trim().to_owned()));
                } else {
                    self.comment = Some((start, body));
                }
            } else if rest.starts_with('<') {
                let length = rest.find('>').map_or(rest.len(), |end| end + 1);
                self.tag(&rest[..length], range.start + at);
                at += length;
            } else {
                let length = rest.find('<').unwrap_or(rest.len());
                let text = rest[..length].trim_end_matches('\n');
                if !text.trim().is_empty() {
                    self.write(text, range.start + at..range.start + at + text.len());
                }
                at += length;
            }
        }
    }

    fn tag(&mut self, tag: &str, at: usize) {
        let name = tag
            .trim_start_matches(['<', '/'])
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        if name == "br" {
            self.resolve("\n", at..at + tag.len());
        } else if self.reader == Reader::Page && !KNOWN_TAGS.contains(&name.as_str()) {
            self.write(tag, at..at + tag.len());
        }
    }

    /// A line like `[Applause]: thunder` reads as a link definition and would vanish from a page.
    fn recover_definitions(&mut self) {
        let spans: Vec<Span> = Parser::new(self.text)
            .reference_definitions()
            .iter()
            .map(|(_, definition)| Span::from(definition.span.clone()))
            .collect();
        for span in spans {
            let text = span.of(self.text);
            if !text.contains("://") {
                let mapped = Mapped::verbatim(text, self.base + span.start as usize);
                self.keep(Kind::Paragraph, mapped, &span.range());
            }
        }
        self.out.blocks.sort_by_key(|block| block.span.start);
    }
}

/// Enough lines to tell a text broken to a width from one paragraph a line.
const WRAP_LINES: usize = 12;

/// The elements that saved pages and Markdown really carry; any other `<word>` is kept as text.
#[rustfmt::skip]
const KNOWN_TAGS: &[&str] = &[
    "a", "abbr", "article", "aside", "audio", "b", "blockquote", "body", "button", "caption", "center",
    "cite", "code", "col", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure", "font",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe",
    "img", "input", "ins", "kbd", "label", "li", "link", "main", "mark", "meta", "nav", "noscript", "ol",
    "p", "picture", "pre", "q", "s", "script", "section", "small", "source", "span", "strike", "strong",
    "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "time",
    "title", "tr", "u", "ul", "var", "video", "wbr",
];
