//! What a rule is.

use crate::config::Level;
use crate::rules::case::Case;
use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::finding::{Finding, Remark};
use crate::text::Span;

/// One rule of the table.
pub struct Rule {
    pub code: Code,
    /// What it says, in one line.
    pub summary: &'static str,
    /// Its page, with a failing and a passing example.
    pub docs: &'static str,
    /// The level without settings.
    pub level: Level,
    /// First version that has it.
    pub since: &'static str,
    pub run: Run,
}

/// What a rule looks at. It reports what it finds, in any order.
pub enum Run {
    /// One sentence by itself.
    Sentence(fn(&Scene<'_>) -> Vec<Remark>),
    /// The draft as a whole.
    Draft(fn(&Case<'_>) -> Vec<Finding>),
    /// Each sentence by itself, then the draft as a whole.
    Both(fn(&Scene<'_>) -> Vec<Remark>, fn(&Case<'_>) -> Vec<Finding>),
}

impl Rule {
    /// Its name in reports, settings and suppressions.
    pub fn name(&self) -> &'static str {
        self.code.name()
    }

    /// A finding at the rule's own level, with neither evidence nor fixes yet.
    pub(super) fn finding(&self, span: Span, message: String) -> Finding {
        let (rule, level) = (self.code, self.level);
        Finding {
            rule,
            level,
            span,
            message,
            evidence: Vec::new(),
            related: Vec::new(),
            fixes: Vec::new(),
            difference: None,
            confidence: None,
        }
    }

    /// The same of a sentence.
    pub(super) fn remark(&self, span: Span, message: String) -> Remark {
        let (rule, level) = (self.code, self.level);
        Remark {
            rule,
            level,
            span,
            message,
            evidence: Vec::new(),
            fixes: Vec::new(),
            difference: None,
            confidence: None,
        }
    }
}
