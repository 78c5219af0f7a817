//! British, American, Canadian and Australian spelling of one word (E13), from `VarCon` by way of the `typos`
//! project.

/// The American spelling of a folded word that another country spells otherwise, or of one that is American
/// already.
pub(super) fn american(word: &str) -> Option<&'static str> {
    if word == "okay" {
        return Some("ok");
    }
    let variants = typos_vars::VARS.find(&dictgen::InsensitiveStr::Ascii(word).convert())?;
    // Of a word with several meanings ("check", "cheque") the first that has it in American English.
    variants.iter().find_map(|(_, [american, ..])| american.first().copied())
}
