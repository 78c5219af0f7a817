//! Running heads, running feet and page numbers: lines at the edge of a page that belong to the page.

use crate::corpus::formats::packed::lines::{Line, Sheet};
use rustc_hash::{FxHashMap, FxHashSet};

/// The share of a page's height, above and below, in which lines that other pages repeat are furniture; on a
/// page across they reach that far in.
const EDGE: f64 = 0.2;
/// The share in which a number is the page's.
const NUMBER_EDGE: f64 = 0.12;
/// On so many pages a line at the edge is furniture.
const PAGES: usize = 3;
/// Points by which the place of furniture may differ from page to page.
const GRID: f64 = 4.0;

/// The lines of each page without furniture, and without those of a table of contents.
pub(super) fn without(sheets: Vec<Sheet>) -> Vec<Vec<Line>> {
    let usual = if sheets.len() <= PAGES { 2 } else { PAGES };
    let shapes_of_page = |(page, sheet): (i64, &Sheet)| {
        let edge = sheet.lines.iter().filter(|line| is_at_edge(line, sheet.height, EDGE));
        edge.flat_map(|line| shapes(line, page)).collect()
    };
    let repeated = on_most((0i64..).zip(&sheets).map(shapes_of_page), usual);
    let shifts_of_page = |(page, sheet): (i64, &Sheet)| {
        let edge = sheet.lines.iter().filter(|line| is_at_edge(line, sheet.height, NUMBER_EDGE));
        edge.flat_map(|line| numbers(&line.text)).map(|number| number - page).collect()
    };
    let shifts = on_most((0i64..).zip(&sheets).map(shifts_of_page), PAGES);
    let kept = (0i64..).zip(sheets).map(|(page, Sheet { mut lines, height })| {
        let is_running = |line: &Line| {
            is_at_edge(line, height, EDGE) && shapes(line, page).iter().any(|shape| repeated.contains(shape))
        };
        let counts_pages =
            |line: &Line| numbers(&line.text).iter().any(|number| shifts.contains(&(number - page)));
        let set_apart = |line: &&Line| is_page_number(&line.text) && stands_apart(line, &lines, height);
        let apart: Vec<f64> = lines.iter().filter(set_apart).map(|line| line.base).collect();
        let is_number = |line: &Line| {
            let alone = is_page_number(&line.text) && apart.contains(&line.base);
            is_at_edge(line, height, NUMBER_EDGE) && (alone || counts_pages(line))
        };
        lines.retain(|line| !is_contents(&line.text) && !is_running(line) && !is_number(line));
        lines
    });
    kept.collect()
}

/// What stands on at least `usual` pages.
fn on_most<T: Ord + std::hash::Hash>(pages: impl Iterator<Item = Vec<T>>, usual: usize) -> FxHashSet<T> {
    let mut seen: FxHashMap<T, usize> = FxHashMap::default();
    for mut page in pages {
        page.sort();
        page.dedup();
        for one in page {
            *seen.entry(one).or_default() += 1;
        }
    }
    seen.into_iter().filter(|(_, count)| *count >= usual).map(|(one, _)| one).collect()
}

fn is_at_edge(line: &Line, height: f64, share: f64) -> bool {
    line.base < height * share || line.base > height * (1.0 - share)
}

/// Nothing stands further out, and nothing near further in: the last line of a text is no page number.
fn stands_apart(line: &Line, lines: &[Line], height: f64) -> bool {
    let inward = if line.base < height / 2.0 { 1.0 } else { -1.0 };
    let steps = lines.iter().map(|other| (other.base - line.base) * inward).filter(|step| step.abs() > 1.0);
    steps.fold(f64::INFINITY, f64::min) > line.size * APART
}

/// Lines of a text are nearer each other than this share of their size.
const APART: f64 = 1.9;

/// What two copies of a running line share: their words, whatever the number at its ends or of the page, at
/// one height. A height on the line between two steps of the grid counts as both. A line without words, such
/// as a table's row, has no copies.
fn shapes(line: &Line, page: i64) -> Vec<String> {
    let words: Vec<&str> = line.text.split_whitespace().collect();
    let at_end = |n: usize| n == 0 || n + 1 == words.len();
    let is_number = |n: usize| words[n].parse::<i64>().is_ok_and(|number| at_end(n) || number == page + 1);
    let masked: String = (0..words.len()).map(|n| if is_number(n) { "#" } else { words[n] }).collect();
    if masked.chars().filter(|c| c.is_alphabetic()).count() < LEAST_LETTERS {
        return Vec::new();
    }
    let step = |shift: f64| ((line.base + shift) / GRID).floor();
    vec![format!("{masked} {}", step(0.0)), format!("{masked} {}", step(GRID / 2.0) + 0.5)]
}

/// "Vol 3", "Page 2".
const LEAST_LETTERS: usize = 3;

/// Numbers at the ends of a line: a running foot that changes with the chapter still counts the pages.
fn numbers(text: &str) -> Vec<i64> {
    let words: Vec<&str> = text.split_whitespace().collect();
    // A longer line is one of the text.
    let ends = if words.len() > RUNNING_WORDS { [None, None] } else { [words.first(), words.last()] };
    ends.into_iter()
        .flatten()
        .filter_map(|word| word.parse().ok().filter(|number| (0..LONGEST_BOOK).contains(number)))
        .collect()
}

const LONGEST_BOOK: i64 = 10_000;
const RUNNING_WORDS: usize = 9;

/// A number alone, perhaps with its total, between dashes, or small Roman.
fn is_page_number(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let numeric = !bare.is_empty()
        && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | ' ' | '-'))
        && bare.len() <= 9;
    let roman = !bare.is_empty() && bare.len() <= 7 && bare.bytes().all(|byte| b"ivxlc".contains(&byte));
    numeric || roman
}

/// A heading and its page, dots between.
fn is_contents(text: &str) -> bool {
    let ends_in_number = text.ends_with(|c: char| c.is_ascii_digit());
    ends_in_number && (text.contains(". . . .") || text.contains("....") || text.contains("……"))
}
