//! What the server says on its own. The session never waits for the client: messages queue here, in order.

use crate::server::session::progress::Progress;
use std::sync::Arc;
use tokio::sync::mpsc;
use tower_lsp::Client;
use tower_lsp::ls_types::{
    Diagnostic, DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, MessageType,
    Registration, Uri,
};

/// A message that expects no answer.
enum Message {
    Diagnostics(Uri, Vec<Diagnostic>, Option<i32>),
    /// For the person, at once.
    Show(MessageType, String),
    /// For the log.
    Log(MessageType, String),
}

#[derive(Clone)]
pub(in crate::server) struct Outbox {
    queue: mpsc::UnboundedSender<Message>,
    client: Client,
}

impl Outbox {
    pub(in crate::server) fn new(client: Client) -> Self {
        let (queue, mut waiting) = mpsc::unbounded_channel();
        let sender = client.clone();
        tokio::spawn(async move {
            while let Some(message) = waiting.recv().await {
                match message {
                    Message::Diagnostics(uri, diagnostics, version) => {
                        sender.publish_diagnostics(uri, diagnostics, version).await;
                    }
                    Message::Show(kind, text) => sender.show_message(kind, text).await,
                    Message::Log(kind, text) => sender.log_message(kind, text).await,
                }
            }
        });
        Self { queue, client }
    }

    pub(in crate::server) fn publish(&self, uri: Uri, diagnostics: Vec<Diagnostic>, version: Option<i32>) {
        self.send(Message::Diagnostics(uri, diagnostics, version));
    }

    pub(in crate::server) fn show(&self, kind: MessageType, text: String) {
        self.send(Message::Show(kind, text));
    }

    pub(in crate::server) fn log(&self, kind: MessageType, text: String) {
        self.send(Message::Log(kind, text));
    }

    fn send(&self, message: Message) {
        // The queue closes with the runtime, when nobody is left to hear anything.
        let _ = self.queue.send(message);
    }

    /// A bar for reading sources that appears once there is something to read.
    pub(in crate::server) fn progress(&self, name: &str, supported: bool) -> Arc<Progress> {
        Arc::new(Progress::new(supported.then(|| self.client.clone()), name))
    }

    /// Asks the client to tell of changes to sources and settings.
    pub(in crate::server) fn watch_files(&self) {
        let glob = |pattern: &str| FileSystemWatcher {
            glob_pattern: GlobPattern::String(pattern.to_owned()),
            kind: None,
        };
        let options = DidChangeWatchedFilesRegistrationOptions {
            watchers: WATCHED.iter().copied().map(glob).collect(),
        };
        let registration = Registration {
            id: "files".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: serde_json::to_value(options).ok(),
        };
        let client = self.client.clone();
        let outbox = self.clone();
        tokio::spawn(async move {
            if let Err(error) = client.register_capability(vec![registration]).await {
                outbox.log(
                    MessageType::WARNING,
                    format!("files are not watched ({error}); sources are read again when a draft is saved"),
                );
            }
        });
    }
}

/// Sources, their descriptions, bibliographies and the settings.
const WATCHED: [&str; 1] =
    ["**/*.{md,markdown,txt,text,vtt,srt,csv,tsv,tab,html,htm,xhtml,toml,bib,bibtex,json,yaml,yml}"];
