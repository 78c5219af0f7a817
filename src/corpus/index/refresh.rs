//! Bringing the index up to date: only files whose content changed are read again.

use crate::corpus::error::CorpusError;
use crate::corpus::formats::format::Format;
use crate::corpus::index::Index;
use crate::corpus::index::schema::source_number;
use crate::corpus::index::snapshot::Snapshot;
use crate::corpus::index::stamp::{File, Stamp, sidecar_path};
use crate::corpus::index::writer::{Ready, Writer};
use crate::corpus::skip::{LARGEST, Skip};
use crate::corpus::sources::reader;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a refresh did.
#[derive(Debug, Default)]
pub struct Refreshed {
    pub added: usize,
    pub changed: usize,
    pub removed: usize,
    pub unchanged: usize,
    /// Files that are no source, with the reason.
    pub skipped: Vec<(String, Skip)>,
}

/// Called with the number of files done and of all files that need reading, first with none done; never if
/// none does.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

impl Index {
    /// Makes the index hold exactly `files`. Readers keep their snapshots; a kill at any point leaves the
    /// last commit.
    pub fn refresh(&self, files: &[File], progress: Progress<'_>) -> Result<Refreshed, CorpusError> {
        let snapshot = self.snapshot()?;
        let known = snapshot.roster();
        let mut report = Refreshed::default();
        let mut stale: Vec<Stale<'_>> = Vec::new();
        let looks: Vec<Look<'_>> = files.par_iter().map(|file| look(file, &snapshot)).collect();
        let mut wanted = FxHashSet::default();
        for look in looks {
            match look {
                Look::Untouched(number) => {
                    wanted.insert(number);
                    report.unchanged += 1;
                }
                Look::Skipped(number, path, skip) => {
                    wanted.insert(number);
                    report.skipped.push((path, skip));
                }
                Look::Stale(file) => {
                    wanted.insert(file.number);
                    stale.push(file);
                }
            }
        }
        let mut writer = Writer::new(self, stale.len());
        let written = self.read_again(&stale, &mut writer, &mut report, progress).and_then(|()| {
            let mut gone: Vec<u64> =
                known.all().map(|(number, _)| number).filter(|number| !wanted.contains(number)).collect();
            gone.sort_unstable();
            report.removed += gone.iter().filter(|number| known.get(**number).is_some()).count();
            gone.into_iter().try_for_each(|number| writer.replace(number, None))
        });
        match written {
            Ok(()) => writer.finish()?,
            Err(error) => {
                writer.abandon();
                return Err(error);
            }
        }
        report.skipped.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(report)
    }

    /// An index in memory of texts that stand in no file, each with the name that its file would have.
    pub fn of_texts(texts: &[(String, String)]) -> Result<Self, CorpusError> {
        let index = Self::in_memory()?;
        let mut writer = Writer::new(&index, texts.len());
        for (path, text) in texts {
            let Ok(source) = reader::read(path, text.as_bytes(), None) else { continue };
            let stamp = Stamp::default().with_content(text.as_bytes(), None);
            let documents = index.fields.documents(&source, &stamp);
            writer.replace(source_number(path), Some(Ready { documents, stamp, skip: None }))?;
        }
        writer.finish()?;
        Ok(index)
    }

    /// Reads files on all cores while those before them go to the engine.
    fn read_again(
        &self,
        stale: &[Stale<'_>],
        writer: &mut Writer<'_>,
        report: &mut Refreshed,
        progress: Progress<'_>,
    ) -> Result<(), CorpusError> {
        if stale.is_empty() {
            return Ok(());
        }
        progress(0, stale.len());
        std::thread::scope(|scope| {
            let (sender, receiver) =
                std::sync::mpsc::sync_channel::<Vec<(&Stale<'_>, Result<Option<Ready>, Skip>)>>(AHEAD);
            scope.spawn(move || {
                for chunk in stale.chunks(CHUNK) {
                    let read = chunk.par_iter().map(|file| (file, self.read(file))).collect();
                    // Whoever writes has met an error and waits for nothing more.
                    if sender.send(read).is_err() {
                        break;
                    }
                }
            });
            let mut done = 0;
            for chunk in receiver {
                done += chunk.len();
                for (file, result) in chunk {
                    settle(file, result, writer, report)?;
                }
                progress(done, stale.len());
            }
            Ok(())
        })
    }

    /// One file made ready for the engine; a fault of ours in it costs this file alone.
    fn read(&self, file: &Stale<'_>) -> Result<Option<Ready>, Skip> {
        let read = || {
            let Some((bytes, sidecar, stamp)) = changed(file.file, file.known)? else { return Ok(None) };
            let ready = match reader::read(&file.file.path, &bytes, sidecar.as_deref()) {
                Ok(source) => Ready { documents: self.fields.documents(&source, &stamp), stamp, skip: None },
                Err(skip) if skip.is_lasting() => Ready {
                    documents: vec![self.fields.skipped(&file.file.path, &stamp, &skip)],
                    stamp,
                    skip: Some(skip),
                },
                Err(skip) => return Err(skip),
            };
            Ok(Some(ready))
        };
        catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Skip::Fault))
    }
}

/// Writes what became of one file.
fn settle(
    file: &Stale<'_>,
    result: Result<Option<Ready>, Skip>,
    writer: &mut Writer<'_>,
    report: &mut Refreshed,
) -> Result<(), CorpusError> {
    let was_source = file.known.is_some() && file.skip.is_none();
    match result {
        Ok(None) => match &file.skip {
            Some(skip) => report.skipped.push((file.file.path.clone(), skip.clone())),
            None => report.unchanged += 1,
        },
        Ok(Some(mut ready)) => {
            match (ready.skip.take(), file.known) {
                (Some(skip), _) => {
                    report.removed += usize::from(was_source);
                    report.skipped.push((file.file.path.clone(), skip));
                }
                (None, Some(known)) if was_source && known.content == ready.stamp.content => {
                    report.unchanged += 1;
                }
                (None, _) if was_source => report.changed += 1,
                (None, _) => report.added += 1,
            }
            writer.replace(file.number, Some(ready))?;
        }
        Err(skip) => {
            report.removed += usize::from(was_source);
            if file.known.is_some() {
                writer.replace(file.number, None)?;
            }
            report.skipped.push((file.file.path.clone(), skip));
        }
    }
    Ok(())
}

/// A file that must be read.
struct Stale<'f> {
    file: &'f File,
    number: u64,
    /// What the index has of it, and why it is no source, if it was none.
    known: Option<Stamp>,
    skip: Option<Skip>,
}

/// What a look at a file, without reading it, tells.
enum Look<'f> {
    Untouched(u64),
    Skipped(u64, String, Skip),
    Stale(Stale<'f>),
}

fn look<'f>(file: &'f File, snapshot: &Snapshot) -> Look<'f> {
    let (number, roster) = (source_number(&file.path), snapshot.roster());
    let skipped = roster.skipped(number);
    let skip = skipped.and_then(|entry| snapshot.skip(entry));
    let known = roster.get(number).or(skipped).map(|entry| entry.stamp);
    match (known, skip, ending(file)) {
        (None, _, Err(skip)) => Look::Skipped(number, file.path.clone(), skip),
        (Some(known), Some(skip), Ok(_)) if is_untouched(file, &known) => {
            Look::Skipped(number, file.path.clone(), skip)
        }
        (Some(known), None, Ok(_)) if is_untouched(file, &known) => Look::Untouched(number),
        (known, skip, _) => Look::Stale(Stale { file, number, known, skip }),
    }
}

/// Files read at once before they go to the engine: enough for all cores, little enough for memory.
const CHUNK: usize = 64;
/// Chunks read before the engine has taken the last.
const AHEAD: usize = 2;

/// Size and times as indexed: the content need not be read.
fn is_untouched(file: &File, known: &Stamp) -> bool {
    Stamp::observed(file).is_ok_and(|now| known.is_untouched(&now))
}

fn ending(file: &File) -> Result<Format, Skip> {
    let ending = file.absolute.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    Format::of(&ending).ok_or(Skip::Format(ending))
}

/// A file's bytes, its sidecar and its stamp.
type Contents = (Vec<u8>, Option<String>, Stamp);

/// The contents of a file, or `None` when the index knows no less of it.
pub(in crate::corpus) fn changed(file: &File, known: Option<Stamp>) -> Result<Option<Contents>, Skip> {
    ending(file)?;
    let unreadable =
        |error: std::io::Error| Skip::Unreadable(format!("{error}: check who may read it, or save it again"));
    let metadata = std::fs::metadata(&file.absolute).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(Skip::Unreadable("not a regular file: save its content as one".to_owned()));
    }
    if metadata.len() > LARGEST {
        return Err(Skip::Enormous(metadata.len() >> 20));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default() + 1);
    // A file may grow while it is read.
    std::fs::File::open(&file.absolute)
        .and_then(|opened| opened.take(LARGEST + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Skip::Enormous(LARGEST >> 20));
    }
    let sidecar = std::fs::read_to_string(sidecar_path(&file.absolute)).ok();
    // Looked at after the reading: a file that changed meanwhile has a time too fresh to be relied on.
    let stamp = Stamp::observed(file).map_err(unreadable)?.with_content(&bytes, sidecar.as_deref());
    if known.is_some_and(|known| known.is_as_good_as(&stamp)) {
        return Ok(None);
    }
    Ok(Some((bytes, sidecar, stamp)))
}
