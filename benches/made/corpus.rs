//! A corpus and a draft of any size, made from a seed: the same on every machine.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "ranks of a small vocabulary"
)]

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Words of the made language. News in English has about as many common ones.
const VOCABULARY: usize = 30_000;
const SENTENCES: usize = 25;

pub(crate) struct Made {
    random: fastrand::Rng,
    words: Vec<String>,
}

impl Made {
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = fastrand::Rng::with_seed(seed);
        let syllables = [
            "ba", "ker", "to", "mil", "ran", "dos", "ve", "lin", "gar", "pel", "so", "ruk", "ti", "nem",
            "fa", "wol",
        ];
        let word = |random: &mut fastrand::Rng| {
            (0..random.usize(2..5)).map(|_| syllables[random.usize(..syllables.len())]).collect()
        };
        let words = (0..VOCABULARY).map(|_| word(&mut random)).collect();
        Self { random, words }
    }

    /// A word, the common ones far more often than the rare ones, as in any language.
    fn word(&mut self) -> String {
        let rank = (VOCABULARY as f64).powf(self.random.f64());
        self.words[(rank as usize).min(VOCABULARY - 1)].clone()
    }

    fn name(&mut self) -> String {
        let word = self.word();
        word[..1].to_uppercase() + &word[1..]
    }

    /// A sentence of news: words of any kind among the commonest of English, names, figures, dates,
    /// quotations.
    pub(crate) fn sentence(&mut self) -> String {
        let [thing, act, aim, people, end] = std::array::from_fn(|_| self.word());
        let (who, place) = (format!("{} {}", self.name(), self.name()), self.name());
        let number = self.random.u32(2..5000);
        let day = self.random.u32(1..29);
        match self.random.u32(..6) {
            0 => format!(
                "The {thing} of {place} has {act} the {aim} with {number} {people} in the {end}, {who} said on {day} March 2026."
            ),
            1 => format!(
                "“We have {act} the {thing} and we will not {aim} until the {people} is {end},” {who} told reporters in {place}."
            ),
            2 => format!(
                "At least {number} people were {act} when the {thing} {aim} near {place}, according to the {people} {end}."
            ),
            3 => format!(
                "{who}, a {people} from {place}, said that the {thing} {act} to the {aim} had {end} for {day} years."
            ),
            4 => format!(
                "In {place} the {thing} and the {end} were {act} by {day} per cent, and {number} {people} may have {aim}."
            ),
            _ => format!(
                "The {people} {thing} is expected to {act} the {aim} of {place} before the {end} of the year."
            ),
        }
    }

    /// Writes `passages` sentences as articles into `folder`, about 25 each, an hour old: a file this moment
    /// written would be read again by the next process.
    pub(crate) fn write(&mut self, passages: usize, folder: &Path) {
        fs::create_dir_all(folder).expect("a folder for the corpus");
        for n in 0..passages.div_ceil(SENTENCES) {
            self.article(n, folder);
        }
    }

    /// Writes `count` articles more.
    #[allow(dead_code, reason = "not every bench adds to its corpus")]
    pub(crate) fn write_more(&mut self, folder: &Path, count: usize) {
        for n in 0..count {
            self.article(900_000 + n, folder);
        }
    }

    fn article(&mut self, n: usize, folder: &Path) {
        let paragraphs: Vec<String> = (0..SENTENCES / 5)
            .map(|_| (0..5).map(|_| self.sentence()).collect::<Vec<_>>().join(" "))
            .collect();
        let text = format!(
            "---\ntitle: {} {n}\npublished: 2026-03-{:02}\n---\n\n{}\n",
            self.name(),
            n % 28 + 1,
            paragraphs.join("\n\n")
        );
        let path = folder.join(format!("article-{n:06}.md"));
        fs::write(&path, text).expect("an article");
        let file = fs::File::options().write(true).open(&path).expect("an article");
        file.set_modified(SystemTime::now() - Duration::from_hours(1)).expect("its time");
    }
}

/// Writes the sentences of the corpus at `folder` into `file`, one a line, and counts them.
#[allow(dead_code, reason = "not every bench has the engine read them")]
pub(crate) fn sentences(folder: &Path, file: &Path) -> usize {
    let mut all = String::new();
    let mut articles: Vec<_> =
        fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("an article").path()).collect();
    articles.sort();
    for article in articles {
        let text = fs::read_to_string(article).expect("an article");
        let source =
            backread::corpus::sources::reader::read("article.md", text.as_bytes(), None).expect("a source");
        for passage in source.passages {
            all += &passage.text;
            all.push('\n');
        }
    }
    fs::write(file, &all).expect("the sentences");
    all.lines().count()
}

/// `count` quotations of `words` words each, cut from anywhere in the articles at `folder`, every second with
/// a word changed.
#[allow(dead_code, reason = "not every bench quotes")]
pub(crate) fn quotations(seed: u64, count: usize, words: usize, folder: &Path) -> Vec<String> {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut articles: Vec<_> =
        fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("an article").path()).collect();
    articles.sort();
    let cut = |n: usize| {
        let text = fs::read_to_string(&articles[random.usize(..articles.len())]).expect("an article");
        let story = text.splitn(3, "---\n").last().unwrap_or_default().replace(['“', '”'], "");
        let all: Vec<&str> = story.split_whitespace().collect();
        let from = random.usize(..all.len().saturating_sub(words).max(1));
        let mut quoted = all[from..all.len().min(from + words)].to_vec();
        if n % 2 == 1 {
            let middle = quoted.len() / 2;
            quoted[middle] = "harbour";
        }
        quoted.join(" ").trim_end_matches([',', '.']).to_owned()
    };
    (0..count).map(cut).collect()
}

/// A draft of about `words` words: seven of eight sentences from the corpus at `folder`, one in ten of those
/// with a slip.
pub(crate) fn draft(seed: u64, words: usize, folder: &Path) -> String {
    let mut made = Made::new(seed);
    let mut random = fastrand::Rng::with_seed(seed);
    let mut articles: Vec<_> =
        fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("an article").path()).collect();
    articles.sort();
    let mut paragraphs = Vec::new();
    let mut count = 0;
    while count < words {
        let mut sentences = Vec::new();
        for _ in 0..4 {
            let article = fs::read_to_string(&articles[random.usize(..articles.len())]).expect("an article");
            let copied = article
                .lines()
                .rfind(|line| line.len() > 100)
                .unwrap_or_default()
                .split_inclusive(['.', '”']);
            let copied = copied
                .map(str::trim)
                .find(|sentence| sentence.len() > 60 && sentence.ends_with('.'))
                .map(str::to_owned);
            let copied = copied.map(|sentence| {
                if random.u32(..10) == 0 {
                    sentence.replacen(" not ", " ", 1).replace('3', "8")
                } else {
                    sentence
                }
            });
            sentences.push(copied.filter(|_| random.u32(..8) > 0).unwrap_or_else(|| made.sentence()));
        }
        count += sentences.iter().map(|sentence| sentence.split_whitespace().count()).sum::<usize>();
        paragraphs.push(sentences.join(" "));
    }
    paragraphs.join("\n\n") + "\n"
}
