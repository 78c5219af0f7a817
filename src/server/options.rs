//! How the server is started.

use std::path::PathBuf;

/// What the command line says of where settings and sources are.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The settings file, in place of the nearest `backread.toml`.
    pub settings: Option<PathBuf>,
    /// The folder of sources, in place of the settings'.
    pub corpus: Option<PathBuf>,
}
