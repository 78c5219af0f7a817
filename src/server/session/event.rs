//! What the session hears of: from the client, and from its own jobs.

use crate::check::{Checked, Checker};
use crate::server::transport::traits::Traits;
use crate::text::buffer::Buffer;
use crate::workspace::{Prepared, Role, Workspace, WorkspaceError};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::oneshot;
use tower_lsp::ls_types::{CodeActionOrCommand, Hover, Position, Range, TextDocumentContentChangeEvent, Uri};

pub(in crate::server) type Sender = tokio::sync::mpsc::UnboundedSender<Event>;

pub(in crate::server) enum Event {
    /// `initialize`: what the client is.
    Started(Traits),
    /// `initialized`: requests to the client may be sent.
    Ready,
    Opened {
        uri: Uri,
        version: i32,
        text: String,
    },
    Changed {
        uri: Uri,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
    },
    Saved(Uri),
    Closed(Uri),
    /// Files on disk that were made, changed or removed.
    Touched(Vec<Uri>),
    Hover(Uri, Position, Reply<Option<Hover>>),
    CodeActions(Uri, Range, Reply<Vec<CodeActionOrCommand>>),
    /// The documents' workspaces were looked for; a later search counts, whichever comes first.
    Found {
        search: u64,
        found: Vec<(Uri, Found)>,
    },
    /// The sources of the workspace at a root were read.
    Indexed(PathBuf, Result<Indexed, Failure>),
    /// A version of a document was checked.
    Checked(Uri, Outcome),
}

/// Where an answer goes. The client may have given up on it; then it goes nowhere.
pub(in crate::server) type Reply<T> = oneshot::Sender<T>;

/// A document's workspace, and what the document is to it.
pub(in crate::server) type Found = Result<(Arc<Workspace>, Role), Lost>;

/// Why there is none, and the settings file that is to be mended, if one was read.
pub(in crate::server) struct Lost {
    pub error: WorkspaceError,
    pub settings: Option<PathBuf>,
}

/// The sources read and the rules' pages written.
pub(in crate::server) struct Indexed {
    pub prepared: Prepared,
    /// Whether the sources are those that were known before.
    pub same: bool,
    pub pages: Option<PathBuf>,
}

/// Why a job has no result.
pub(in crate::server) enum Failure {
    Workspace(WorkspaceError),
    Panic(String),
}

/// What came of checking one version.
pub(in crate::server) struct Outcome {
    pub opening: u64,
    pub version: i32,
    /// The state of corpus and settings that was checked against.
    pub generation: u64,
    /// The text that was checked.
    pub buffer: Buffer,
    /// The report, `None` if the check was cancelled, and the checker for the next version; or the panic that
    /// took both.
    pub result: Result<(Option<Checked>, Checker), String>,
}
