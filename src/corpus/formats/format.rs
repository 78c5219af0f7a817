//! What a file is read as, by the ending of its name.

use crate::corpus::formats::packed::unpacked::Packing;

/// What a file is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Markdown,
    Plain,
    Captions,
    Table,
    WebPage,
    /// Its text has to be taken out first.
    Packed(Packing),
}

/// File name endings that hold sources.
pub const ENDINGS: [(&str, Format); 17] = [
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("txt", Format::Plain),
    ("text", Format::Plain),
    ("vtt", Format::Captions),
    ("srt", Format::Captions),
    ("csv", Format::Table),
    ("tsv", Format::Table),
    ("tab", Format::Table),
    ("html", Format::WebPage),
    ("htm", Format::WebPage),
    ("xhtml", Format::WebPage),
    ("pdf", Format::Packed(Packing::Pdf)),
    ("docx", Format::Packed(Packing::Docx)),
    ("eml", Format::Packed(Packing::Email)),
    ("mhtml", Format::Packed(Packing::WebArchive)),
    ("mht", Format::Packed(Packing::WebArchive)),
];

/// What to do with files of other formats, by their endings.
const MENDS: [(&[&str], &str); 5] = [
    (&["xlsx", "xls", "ods", "numbers"], "save each sheet as .csv"),
    (&["doc", "odt", "rtf", "pages"], "save it as .docx"),
    (&["jpg", "jpeg", "png", "gif", "tif", "tiff", "heic", "webp"], "save what it shows as .txt"),
    (&["mp3", "m4a", "wav", "ogg", "mp4", "mov", "mkv", "webm"], "save its transcript as .vtt, .srt or .txt"),
    (&["zip", "gz", "7z", "rar", "tar"], "unpack it"),
];

/// How the content of a file of another format can be made a source.
pub(in crate::corpus) fn mend(ending: &str) -> &'static str {
    MENDS
        .iter()
        .find(|(endings, _)| endings.contains(&ending))
        .map_or("save the text as .txt or .md", |(_, mend)| mend)
}

impl Format {
    /// The format that a file name's ending stands for.
    pub fn of(ending: &str) -> Option<Self> {
        let ending = ending.to_ascii_lowercase();
        ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, format)| *format)
    }

    /// Whether the first lines may be a title and a date.
    pub(in crate::corpus) fn has_headline(self) -> bool {
        matches!(self, Self::Markdown | Self::Plain)
    }

    /// Whether its files have lines that a person can go to.
    pub fn has_lines(self) -> bool {
        !matches!(self, Self::Packed(_))
    }
}
