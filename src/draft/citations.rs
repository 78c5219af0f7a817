//! Citations: footnotes, inline footnotes, links, bare addresses, Pandoc keys, wikilinks, author and year
//! (docs/conventions.md, 4).

pub mod citation;
mod marks;

use crate::draft::citations::citation::{Citation, Target};
use crate::draft::citations::marks::marks;
use crate::prose::blocks::markdown::{Link, Markdown};
use crate::prose::{Block, Kind, Sentence};
use crate::text::Span;

/// Takes citations that are no prose out of the blocks' text and lists all citations.
pub fn lift(markdown: &mut Markdown) -> Vec<Citation> {
    let mut found = Vec::new();
    for (n, block) in markdown.blocks.iter_mut().enumerate() {
        let text = block.text.text().to_owned();
        let marks = marks(&text);
        let mut cut = 0;
        for mark in &marks {
            let file = block.text.to_file(mark.span);
            // A mark without text stands where its space begins; one with text stands at the text's end.
            let before = mark
                .lifted
                .first()
                .filter(|_| mark.linked.is_none())
                .map_or(mark.span.start, |first| first.start);
            let at = mark.linked.map_or(before, |linked| {
                linked.end - mark.lifted.first().map_or(0, |first| first.end - first.start)
            }) - cut;
            found.extend(mark.targets.iter().map(|target| Citation {
                block: n,
                at,
                file,
                target: target.clone(),
                run: None,
            }));
            cut += mark.lifted.iter().map(|span| span.end - span.start).sum::<u32>();
        }
        let lifted: Vec<Span> = marks.iter().flat_map(|mark| mark.lifted.iter().copied()).collect();
        let texts = marks.iter().filter_map(|mark| Some((mark.linked?, block.text.to_file(mark.span))));
        markdown.links.extend(texts.map(|(text, file)| Link { block: n, text, file, url: String::new() }));
        if !lifted.is_empty() {
            block.text = block.text.without(&lifted);
            let shift = |at: u32| {
                at - lifted.iter().map(|span| span.end.min(at).saturating_sub(span.start)).sum::<u32>()
            };
            for link in markdown.links.iter_mut().filter(|link| link.block == n) {
                link.text = Span { start: shift(link.text.start), end: shift(link.text.end) };
            }
            for note in markdown.notes.iter_mut().filter(|note| note.block == n) {
                note.at = shift(note.at);
            }
        }
    }
    let leads = |link: &&Link| !link.url.is_empty() && !link.url.starts_with(['#', '/', '.']);
    found.extend(markdown.links.iter().filter(leads).map(|link| {
        let target = if link.url.contains("://") {
            Target::Url(link.url.clone())
        } else {
            Target::Key(link.url.clone())
        };
        Citation { block: link.block, at: link.text.end, file: link.file, target, run: None }
    }));
    // A relative link is a citation only if a saved source answers to it; it never counts as an unknown one.
    found.retain(|citation| !matches!(&citation.target, Target::Key(key) if key.contains('/') || key.starts_with("mailto")));
    found.extend(markdown.notes.iter().map(|note| Citation {
        block: note.block,
        at: note.at,
        file: note.file,
        target: Target::Note(note.label.clone()),
        run: None,
    }));
    found.sort_by_key(|citation| citation.file.start);
    found
}

/// Gives every footnote mark the targets that its definition holds, beside the mark itself.
pub fn resolve_notes(citations: &mut Vec<Citation>, blocks: &[Block]) {
    let marks: Vec<Citation> =
        citations.iter().filter(|citation| matches!(citation.target, Target::Note(_))).cloned().collect();
    for mark in marks {
        let Target::Note(label) = &mark.target else { continue };
        let inside = |citation: &&Citation| {
            blocks.get(citation.block).is_some_and(|block| block.kind == Kind::Note(label.clone()))
        };
        let targets: Vec<Target> =
            citations.iter().filter(inside).map(|citation| citation.target.clone()).collect();
        citations.extend(targets.into_iter().map(|target| Citation { target, ..mark.clone() }));
    }
}

/// Tells every citation its run: back to the citation before it in its block.
pub(super) fn settle(citations: &mut [Citation], sentences: &[Sentence]) {
    // A mark behind the full stop belongs to the sentence before it; one before all text to the first.
    let holder = |block: usize, at: u32| {
        let first = sentences.partition_point(|sentence| sentence.block < block);
        let upto = sentences.partition_point(|sentence| {
            (sentence.block, sentence.span.start) <= (block, at.saturating_sub(1))
        });
        sentences
            .get(first)
            .filter(|sentence| sentence.block == block)
            .map(|_| upto.saturating_sub(1).max(first))
    };
    let mut order: Vec<usize> = (0..citations.len()).collect();
    order.sort_by_key(|n| (citations[*n].block, citations[*n].at));
    // Where the last citation stood, where its run began, and the first sentence behind it.
    let (mut last, mut first, mut behind) = ((usize::MAX, 0), 0, 0);
    for n in order {
        let (block, at) = (citations[n].block, citations[n].at);
        if (block, at) != last {
            behind = if block == last.0 { behind } else { 0 };
            (first, last) = (behind, (block, at));
        }
        citations[n].run = holder(block, at).map(|holder| (first, holder));
        if let Some((_, holder)) = citations[n].run.filter(|_| !citations[n].may_be_none()) {
            behind = holder + 1;
        }
    }
}
