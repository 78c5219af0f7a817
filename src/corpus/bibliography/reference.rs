//! One work of a bibliography.

/// One work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// The citation key.
    pub key: String,
    pub title: Option<String>,
    /// The authors as one line.
    pub author: Option<String>,
    /// Family name of the first author, or the name of the body that wrote it.
    pub family: Option<String>,
    /// ISO 8601: a date, a month or a year.
    pub published: Option<String>,
    /// The paper or journal, else the publishing house.
    pub publisher: Option<String>,
    pub url: Option<String>,
    /// Names of its files, without their folders.
    pub files: Vec<String>,
}

impl Reference {
    /// How a message names the work: author and year, else the title, else the key.
    pub fn name(&self) -> String {
        let year = self.published.as_deref().and_then(|date| date.get(..4));
        match (&self.family, year, &self.title) {
            (Some(family), Some(year), _) => format!("{family} ({year})"),
            (_, _, Some(title)) => format!("“{title}”"),
            _ => self.key.clone(),
        }
    }
}
