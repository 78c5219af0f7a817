//! The protocol's methods. Each passes an event on before it awaits anything, so that order is kept.

use crate::server::session::event::{Event, Reply, Sender};
use crate::server::transport::parent;
use crate::server::transport::traits::Traits;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::{Notify, oneshot};
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    CodeActionParams, CodeActionResponse, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams, Hover, HoverParams,
    InitializeParams, InitializeResult, InitializedParams,
};

pub(in crate::server) struct Front {
    pub(in crate::server) events: Sender,
    /// Whether the client said `shutdown`.
    pub(in crate::server) shut_down: Arc<AtomicBool>,
    /// Told when the client's process is gone.
    pub(in crate::server) orphaned: Arc<Notify>,
}

impl Front {
    fn send(&self, event: Event) {
        // Only a session that has ended hears nothing; then the process is about to end, too.
        let _ = self.events.send(event);
    }

    async fn ask<T: Default + Send>(&self, event: impl FnOnce(Reply<T>) -> Event + Send) -> T {
        let (reply, answer) = oneshot::channel();
        self.send(event(reply));
        // No answer is an empty answer: the document was closed meanwhile.
        answer.await.unwrap_or_default()
    }
}

impl LanguageServer for Front {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let traits = Traits::of(&params);
        self.send(Event::Started(traits));
        if let Some(id) = params.process_id {
            tokio::spawn(parent::watch(id, Arc::clone(&self.orphaned)));
        }
        Ok(traits.answer())
    }

    async fn initialized(&self, _: InitializedParams) {
        self.send(Event::Ready);
    }

    async fn shutdown(&self) -> Result<()> {
        self.shut_down.store(true, Ordering::Release);
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let document = params.text_document;
        self.send(Event::Opened { uri: document.uri, version: document.version, text: document.text });
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let document = params.text_document;
        self.send(Event::Changed {
            uri: document.uri,
            version: document.version,
            changes: params.content_changes,
        });
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        self.send(Event::Saved(params.text_document.uri));
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.send(Event::Closed(params.text_document.uri));
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        self.send(Event::Touched(params.changes.into_iter().map(|change| change.uri).collect()));
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let at = params.text_document_position_params;
        Ok(self.ask(|reply| Event::Hover(at.text_document.uri, at.position, reply)).await)
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        Ok(Some(self.ask(|reply| Event::CodeActions(params.text_document.uri, params.range, reply)).await))
    }
}
