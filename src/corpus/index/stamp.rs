//! What tells whether a file changed, its sidecar with it.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A file's content, and what the file system says of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// The first eight bytes of the content's BLAKE3 hash.
    pub content: u64,
    /// Bytes.
    pub size: u64,
    /// When the content was written, in nanoseconds since 1970; 0 where that proves nothing.
    pub modified: u64,
    /// When anything about the file changed, in nanoseconds since 1970; 0 where the system does not tell.
    /// Whoever sets a file's time back cannot set this one.
    pub changed: u64,
}

/// A file changed this shortly before it was looked at may change again within the clock's grain.
const RACY: Duration = Duration::from_secs(2);

impl Stamp {
    /// Whether the time can be relied on.
    pub fn is_settled(&self) -> bool {
        self.modified != 0
    }

    /// Whether a file with this stamp need not be read, since `now` the file system says the same of it.
    pub(super) fn is_untouched(&self, now: &Self) -> bool {
        self.is_settled() && (self.size, self.modified, self.changed) == (now.size, now.modified, now.changed)
    }

    /// Whether what is known of a file need not be written again: nothing is new, or only a time that proves
    /// nothing.
    pub(super) fn is_as_good_as(&self, now: &Self) -> bool {
        self == now || self.content == now.content && !now.is_settled()
    }

    /// What the file system says now; the content is not looked at.
    pub(super) fn observed(file: &File) -> std::io::Result<Self> {
        let metadata = std::fs::metadata(&file.absolute)?;
        let sidecar = std::fs::metadata(sidecar_path(&file.absolute)).ok();
        let times = [settled_time(&metadata), sidecar.as_ref().map_or(1, settled_time)];
        let modified = if times.contains(&0) { 0 } else { times[0].max(times[1]) };
        let changed = change_time(&metadata).max(sidecar.as_ref().map_or(0, change_time));
        let size = metadata.len() + sidecar.map_or(0, |sidecar| sidecar.len());
        Ok(Self { content: 0, size, modified, changed })
    }

    /// The same with the content.
    pub(super) fn with_content(self, bytes: &[u8], sidecar: Option<&str>) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(bytes);
        if let Some(sidecar) = sidecar {
            hasher.update(b"\0").update(sidecar.as_bytes());
        }
        Self { content: first_bytes(&hasher.finalize()), ..self }
    }
}

/// The first eight bytes of a hash.
pub(super) fn first_bytes(hash: &blake3::Hash) -> u64 {
    hash.as_bytes().iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// The file that may describe a source: `NAME.toml`.
pub(super) fn sidecar_path(path: &Path) -> PathBuf {
    path.with_extension("toml")
}

/// The time of change, or 0 when it is too close to now to be relied on.
fn settled_time(metadata: &Metadata) -> u64 {
    let time = metadata.modified().ok();
    let age = time.and_then(|time| SystemTime::now().duration_since(time).ok());
    let since = time
        .filter(|_| age.is_some_and(|age| age > RACY))
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or(0)
}

#[cfg(unix)]
fn change_time(metadata: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    let seconds = u64::try_from(metadata.ctime()).unwrap_or(0);
    seconds.saturating_mul(1_000_000_000).saturating_add(u64::try_from(metadata.ctime_nsec()).unwrap_or(0))
}

#[cfg(not(unix))]
fn change_time(_: &Metadata) -> u64 {
    0
}

/// A file that may be a source: where it is, and its path relative to the workspace with `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct File {
    pub path: String,
    pub absolute: PathBuf,
}
