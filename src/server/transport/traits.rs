//! What the client can do, and what we tell it we can.

use crate::text::buffer::Encoding;
use serde::Deserialize;
use std::time::Duration;
use tower_lsp::ls_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, HoverProviderCapability,
    InitializeParams, InitializeResult, MarkupKind, PositionEncodingKind, SaveOptions, ServerCapabilities,
    ServerInfo, TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions,
    TextDocumentSyncSaveOptions,
};

/// What matters to us of what a client says of itself.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one capability of the protocol")]
pub(in crate::server) struct Traits {
    pub encoding: Encoding,
    /// Hovers may be Markdown.
    pub markdown: bool,
    pub related_information: bool,
    pub code_descriptions: bool,
    /// Edits may name the version they are meant for.
    pub versioned_edits: bool,
    pub progress: bool,
    /// Files can be watched on request.
    pub watching: bool,
    pub options: EditorOptions,
}

/// How the editor wants the server to run: `initializationOptions`. What is found is `backread.toml`'s
/// business.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(in crate::server) struct EditorOptions {
    /// Milliseconds without an edit before a draft is checked.
    debounce: u64,
}

impl Default for EditorOptions {
    fn default() -> Self {
        Self { debounce: DEBOUNCE }
    }
}

/// A little over the pause between two keys of a quick typist: a report in the middle of a word helps nobody.
const DEBOUNCE: u64 = 150;

impl Traits {
    pub(super) fn of(params: &InitializeParams) -> Self {
        let capabilities = &params.capabilities;
        let document = capabilities.text_document.as_ref();
        let workspace = capabilities.workspace.as_ref();
        let diagnostics = document.and_then(|document| document.publish_diagnostics.as_ref());
        let formats = document
            .and_then(|document| document.hover.as_ref())
            .and_then(|hover| hover.content_format.as_ref());
        let offered = capabilities.general.as_ref().and_then(|general| general.position_encodings.as_ref());
        // Options that cannot be read are an old editor's, not a reason to refuse to work.
        let options =
            params.initialization_options.clone().and_then(|options| serde_json::from_value(options).ok());
        Self {
            encoding: offered.into_iter().flatten().find_map(encoding).unwrap_or_default(),
            markdown: formats.is_some_and(|formats| formats.first() == Some(&MarkupKind::Markdown)),
            related_information: diagnostics.and_then(|own| own.related_information).unwrap_or_default(),
            code_descriptions: diagnostics.and_then(|own| own.code_description_support).unwrap_or_default(),
            versioned_edits: workspace
                .and_then(|workspace| workspace.workspace_edit.as_ref())
                .and_then(|edit| edit.document_changes)
                .unwrap_or_default(),
            progress: capabilities
                .window
                .as_ref()
                .and_then(|window| window.work_done_progress)
                .unwrap_or_default(),
            watching: workspace
                .and_then(|workspace| workspace.did_change_watched_files)
                .and_then(|watching| watching.dynamic_registration)
                .unwrap_or_default(),
            options: options.unwrap_or_default(),
        }
    }

    pub(in crate::server) fn debounce(&self) -> Duration {
        Duration::from_millis(self.options.debounce)
    }

    /// The answer to `initialize`.
    pub(super) fn answer(&self) -> InitializeResult {
        let sync = TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
            ..TextDocumentSyncOptions::default()
        };
        let actions = CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, CodeActionKind::REFACTOR_REWRITE]),
            ..CodeActionOptions::default()
        };
        InitializeResult {
            capabilities: ServerCapabilities {
                position_encoding: Some(kind(self.encoding)),
                text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
                hover_provider: Some(HoverProviderCapability::Simple(true)),
                code_action_provider: Some(CodeActionProviderCapability::Options(actions)),
                ..ServerCapabilities::default()
            },
            server_info: Some(ServerInfo {
                name: "backread".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
            offset_encoding: None,
        }
    }
}

fn encoding(kind: &PositionEncodingKind) -> Option<Encoding> {
    [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32]
        .into_iter()
        .find(|encoding| crate::server::transport::traits::kind(*encoding) == *kind)
}

fn kind(encoding: Encoding) -> PositionEncodingKind {
    match encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    }
}
