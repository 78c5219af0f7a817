//! PDF files with a text layer: the letters of each page with their places.

use crate::corpus::formats::packed::lines::{Glyph, Sheet};
use crate::corpus::formats::packed::unpacked::{Piece, Unpacked};
use crate::corpus::formats::packed::{lines, paragraphs};
use crate::corpus::skip::Skip;
use crate::prose::Kind;
use hayro_interpret::font::{Glyph as Shape, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};

/// Takes the text out, page by page.
pub(super) fn unpack(bytes: &[u8]) -> Result<Unpacked, Skip> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Skip::Locked,
        LoadPdfError::Invalid => Skip::Damaged("PDF".to_owned()),
    })?;
    let cache = InterpreterCache::new();
    let mut sheets = Vec::new();
    let (mut letters, mut unknown) = (0usize, 0usize);
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let (from_page, frame) =
            (page.initial_transform(true).to_kurbo(), Rect::new(0.0, 0.0, width.into(), height.into()));
        let mut context = Context::new(from_page, frame, &cache, pdf.xref(), InterpreterSettings::default());
        let mut device = Letters::default();
        interpret_page(page, &mut context, &mut device);
        letters += device.glyphs.len();
        unknown += device.unknown;
        sheets.push(Sheet { lines: lines::lines(&device.glyphs), height: height.into() });
    }
    if letters == 0 {
        return Err(Skip::Pictures);
    }
    if unknown * MOST_UNKNOWN > letters {
        return Err(Skip::Illegible);
    }
    let pieces = paragraphs::pieces(sheets);
    let meta = describe(&pdf, &pieces);
    Ok(Unpacked { pieces, meta, problem: None })
}

/// Above one letter in so many that its font does not name, words are no longer what was printed.
const MOST_UNKNOWN: usize = 20;

/// Title and author as the document's information has them. Its dates are those of the file, not of
/// publication.
fn describe(pdf: &Pdf, pieces: &[Piece]) -> Vec<(String, String)> {
    let known = pdf.metadata();
    let text = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(text_string).filter(|text| !text.is_empty());
    // Word processors put the name of their file there, and others nothing.
    let is_title = |title: &String| {
        title.split_whitespace().count() > 1 && !title.contains(" - ") && !title.contains('.')
    };
    let printed =
        pieces.iter().find(|piece| matches!(piece.kind, Kind::Heading(1))).map(|piece| piece.text.clone());
    let title = text(&known.title).filter(is_title).or(printed);
    let named = [("title", title), ("author", text(&known.author))];
    named.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
}

/// A text string of PDF: UTF-16 or UTF-8 with a byte-order mark, else close to Windows-1252.
fn text_string(bytes: &[u8]) -> String {
    let (text, _, _) = encoding_rs::WINDOWS_1252.decode(bytes);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Takes down every letter that a page draws.
#[derive(Default)]
struct Letters {
    glyphs: Vec<Glyph>,
    unknown: usize,
    /// Open marked contents, and whether each is furniture by the document's own word.
    marked: Vec<bool>,
}

impl<'a> Device<'a> for Letters {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        if self.marked.contains(&true) {
            return;
        }
        for glyph in run.glyphs() {
            let letter = match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text,
                None => {
                    self.unknown += 1;
                    '\u{fffd}'.to_string()
                }
            };
            let advance = match &**glyph {
                Shape::Outline(outline) => outline.advance_width(),
                Shape::Type3(drawn) => drawn.advance_width(),
            };
            let to_page = props.transform * glyph.transform();
            self.glyphs.extend(place(letter, to_page, f64::from(advance.unwrap_or(TYPICAL_ADVANCE))));
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<&Dict<'_>>) {
        self.marked.push(tag == b"Artifact");
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// Units of a glyph's own space in its size.
const EM: f64 = 1000.0;
/// Half an em, for a font that does not say.
const TYPICAL_ADVANCE: f32 = 500.0;

/// A letter on its page; `None` if it does not stand upright: stamps and labels up the margin are no prose.
fn place(text: String, to_page: Affine, advance: f64) -> Option<Glyph> {
    let (origin, end, top) =
        (to_page * Point::ZERO, to_page * Point::new(advance, 0.0), to_page * Point::new(0.0, EM));
    let size = origin.distance(top);
    let upright =
        (end.x - origin.x) > 0.0 && (end.y - origin.y).abs() <= (end.x - origin.x) * 0.1 && top.y < origin.y
            || advance == 0.0;
    let finite = [origin.x, origin.y, end.x, size].iter().all(|n| n.is_finite() && n.abs() < FARTHEST);
    (upright && finite && size > 0.0).then_some(Glyph {
        text,
        left: origin.x,
        right: end.x,
        base: origin.y,
        size,
    })
}

/// Points; the format ends at 14,400.
const FARTHEST: f64 = 1e5;
