//! What the session hears of: from the client, and from its own jobs.

use crate::server::session::jobs::{Failure, Found, Indexed, Outcome};
use crate::server::transport::traits::Traits;
use std::path::PathBuf;
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
