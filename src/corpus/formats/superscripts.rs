//! Raised letters: the mark of a note, a power, or part of the word.

/// What raised letters read as behind the text `before`: a note's mark as nothing, since it would make
/// another number of the one before it; a power as one; anything else, as in "13th" and "1er", as it stands.
pub(super) fn reads(before: &str, raised: &str) -> String {
    let raised = raised.trim();
    let is_sign = |c: char| {
        c.is_ascii_digit()
            || matches!(c, '*' | '†' | '‡' | '§' | '∗' | ',' | '-' | '−' | '–' | '[' | ']' | ' ' | '+')
    };
    if !raised.chars().all(is_sign) {
        return raised.to_owned();
    }
    let word = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '×' | '·' | '(' | '/'))
        .next()
        .unwrap_or_default();
    match raised {
        "2" if LENGTHS.contains(&word) => "²".to_owned(),
        "3" if LENGTHS.contains(&word) => "³".to_owned(),
        power if word == "10" => format!("^{}", power.replace('−', "-")),
        _ => String::new(),
    }
}

/// Units whose square and cube are units.
const LENGTHS: [&str; 8] = ["m", "km", "cm", "mm", "dm", "ft", "mi", "in"];

#[cfg(test)]
mod tests {
    use super::reads;

    #[test]
    fn marks_vanish_powers_stay() {
        assert_eq!(reads("rose to 120", "3"), "");
        assert_eq!(reads("the port.", "[12]"), "");
        assert_eq!(reads("some 10", "6"), "^6");
        assert_eq!(reads("3 × 10", "−3"), "^-3");
        assert_eq!(reads("an area of 40 km", "2"), "²");
        assert_eq!(reads("the 13", "th"), "th");
    }
}
