//! The rules by which translations are checked.

use std::io;

use hamta::check::{About, Rule, Severity};
use hamta::text::Lang;
use serde::Serialize;

use crate::cli::output::{Output, piece, plain};
use crate::cli::report::segment::direction;
use crate::cli::report::style::{ASIDE, BAD, GOOD, SUBJECT};

/// The width of the longest name of a rule, with a gap.
const NAMES: usize = 28;

#[derive(Serialize)]
struct RuleJson {
    rule: &'static str,
    severity: Severity,
    says: &'static str,
    why: &'static str,
    fix: &'static str,
    example: ExampleJson,
}

#[derive(Serialize)]
struct ExampleJson {
    source: &'static str,
    wrong: &'static str,
    right: &'static str,
}

impl From<&About> for RuleJson {
    fn from(about: &About) -> Self {
        let [source, wrong, right] = about.example;
        Self {
            rule: about.name,
            severity: about.severity,
            says: about.says,
            why: about.why,
            fix: about.fix,
            example: ExampleJson { source, wrong, right },
        }
    }
}

/// Writes the name of each rule, its severity, and what it finds.
pub(crate) fn list(output: &mut Output) -> io::Result<()> {
    for about in Rule::ALL.map(Rule::about) {
        if output.is_json() {
            output.json(&RuleJson::from(about))?;
            continue;
        }
        let severity = format!("{:9}", about.severity.name());
        output.labelled(
            piece(about.name, SUBJECT),
            NAMES,
            &[piece(&severity, ASIDE), plain(about.says)],
        )?;
    }
    Ok(())
}

/// Writes everything about a rule.
pub(crate) fn explain(rule: Rule, output: &mut Output) -> io::Result<()> {
    let about = rule.about();
    if output.is_json() {
        return output.json(&RuleJson::from(about));
    }
    let name = format!("{} ", about.name);
    let severity = format!("({})", about.severity.name());
    output.left(0, &[piece(&name, SUBJECT), piece(&severity, ASIDE)])?;
    output.left(2, &[plain(&sentence(about.says))])?;
    output.gap()?;
    output.left(2, &[plain(about.why)])?;
    output.gap()?;
    output.left(2, &[piece("fix", ASIDE)])?;
    output.left(4, &[plain(about.fix)])?;
    let styles = [ASIDE, BAD, GOOD];
    let labels = ["article", "found in", "not in"];
    for ((label, style), text) in labels.into_iter().zip(styles).zip(about.example) {
        output.left(2, &[piece(label, style)])?;
        output.paragraph(direction(Lang::of(text).unwrap_or(Lang::English)), 4, &[plain(text)])?;
    }
    Ok(())
}

/// A fragment as a sentence.
fn sentence(says: &str) -> String {
    let mut chars = says.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), chars.as_str())
}
