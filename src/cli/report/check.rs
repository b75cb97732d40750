//! What is wrong with a translation.

use std::path::Path;

use hamta::check::{About, Finding, Rule};
use hamta::segment::Article;
use hamta::text::{Lang, Positions};

use crate::cli::report::finding::{Context, Place, Report, RuleShown, Shown};
use crate::cli::report::path::relative;

/// The report of what was found in `target`, which stands in the file `path`.
pub(crate) fn report(findings: &[Finding], target: &Article, path: &Path) -> Report {
    let file = relative(path);
    let mut positions = Positions::new(target.text());
    let shown = findings.iter().map(|finding| Shown {
        rule: finding.rule.name(),
        severity: finding.rule.severity(),
        path: file.clone(),
        place: Place::Span {
            span: finding.span,
            start: positions.of(finding.span.start),
            end: positions.of(finding.span.end),
        },
        text: finding.span.of(target.text()).to_owned(),
        message: finding.message.clone(),
        gist: finding.message.clone(),
        fix: finding.fix.clone(),
        context: Some(context(finding, target)),
    });
    let findings = shown.collect();
    let rules = Rule::ALL.map(Rule::about).map(rule);
    Report::new(&[path], findings, rules.into())
}

fn rule(about: &About) -> RuleShown {
    let [article, found_in, not_in] = about.example;
    let help = format!(
        "{}\n\nFix: {}\n\nArticle: {article}\nFound in: {found_in}\nNot in: {not_in}",
        about.why, about.fix
    );
    RuleShown {
        name: about.name,
        severity: about.severity,
        says: about.says,
        why: about.why,
        help,
    }
}

/// The rest of the segment in which a finding stands.
fn context(finding: &Finding, target: &Article) -> Context {
    let text = target.text();
    let segments = target.segments();
    let whole = segments
        .iter()
        .map(|segment| segment.span)
        .find(|span| span.covers(finding.span));
    let whole = whole.unwrap_or(finding.span);
    Context {
        // What was left untranslated is in the other language.
        lang: Lang::of(whole.of(text)).unwrap_or(target.lang()),
        before: text[whole.start..finding.span.start].to_owned(),
        after: text[finding.span.end..whole.end].to_owned(),
    }
}
