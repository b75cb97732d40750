//! What is wrong with a translation.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use hamta::check::{About, Finding, Fix, Rule, Severity};
use hamta::exchange::Problem;
use hamta::exchange::bilingual::Unit;
use hamta::exchange::glossary::FaultKind;
use hamta::segment::Article;
use hamta::text::{Lang, Position, Positions, Span};

use crate::cli::input::Plain;
use crate::cli::report::finding::{Context, Place, Report, RuleShown, Shown};
use crate::cli::report::path::relative;

/// The report of `findings` in `files`.
pub(crate) fn report(files: &[&Path], findings: Vec<Shown>) -> Report {
    let mut rules = Rule::ALL.map(Rule::about).map(rule).to_vec();
    if findings.iter().any(|shown| shown.rule == BAD_ROW) {
        let says = "a unit or row of a file cannot be read, and is not checked";
        let help = says.to_owned();
        rules.push(RuleShown { name: BAD_ROW, severity: Severity::Error, says, why: says, help });
        rules.sort_by_key(|rule| rule.name);
    }
    Report::new(files, findings, rules)
}

/// What is shown of findings in `text`, which stands in the file `path`; `article` is the same text, divided into
/// segments. In a file with markup, a fix is safe only if it touches none of that.
pub(crate) fn shown(
    findings: &[Finding],
    text: &Plain,
    article: &Article,
    path: &Path,
) -> Vec<Shown> {
    let file = relative(path);
    let spans: Vec<Span> = findings.iter().map(|finding| text.place(finding.span)).collect();
    let positions = positions(text.in_file(), &spans);
    let segments = article.segments();
    let mut lang_of = LangOf::default();
    let shown = findings.iter().zip(spans).map(|(finding, span)| {
        let fix = finding.fix.clone().map(|fix| Fix {
            is_safe: fix.is_safe && text.can_write(finding.span, &fix.text),
            ..fix
        });
        let at = segments.partition_point(|segment| segment.span.end < finding.span.end);
        let around = segments.get(at).map(|segment| segment.span);
        let around = around.filter(|segment| segment.covers(finding.span));
        Shown {
            rule: finding.rule.name(),
            severity: finding.rule.severity(),
            path: file.clone(),
            place: Place::Span { span, start: positions[&span.start], end: positions[&span.end] },
            text: finding.span.of(&text.text).to_owned(),
            about: finding.about.clone(),
            message: finding.message.clone(),
            gist: gist(finding, finding.span.of(&text.text)),
            fix,
            context: Some(context(finding.span, around, article, &mut lang_of)),
        }
    });
    shown.collect()
}

/// The positions of the ends of `spans` in `text`, which is read only once, however many stand on one line.
fn positions(text: &str, spans: &[Span]) -> HashMap<usize, Position> {
    let ends: BTreeSet<usize> = spans.iter().flat_map(|span| [span.start, span.end]).collect();
    let mut positions = Positions::new(text);
    ends.into_iter().map(|end| (end, positions.of(end))).collect()
}

/// The language of a segment's letters, remembered for the next finding in it.
#[derive(Default)]
struct LangOf(Option<(Span, Option<Lang>)>);

impl LangOf {
    fn of(&mut self, span: Span, text: &str) -> Option<Lang> {
        match self.0 {
            Some((known, lang)) if known == span => lang,
            _ => {
                let lang = Lang::of(span.of(text));
                self.0 = Some((span, lang));
                lang
            }
        }
    }
}

/// What is shown of a finding in a unit that is translated into `lang`; `number` is its number, from 0, in the file
/// `path`.
pub(crate) fn shown_in_unit(
    finding: &Finding,
    (number, unit): (usize, &Unit),
    lang: Lang,
    path: &Path,
) -> Shown {
    let target = unit.target.as_str();
    let Span { start, end } = finding.span;
    let context = if target.is_empty() {
        Context::of_source(&unit.source, unit.source_lang)
    } else {
        Context::around(finding.span, target, Lang::of(target).unwrap_or(lang))
    };
    Shown {
        rule: finding.rule.name(),
        severity: finding.rule.severity(),
        path: relative(path),
        place: Place::Unit { line: unit.line, unit: number, span: finding.span },
        text: target[start..end].to_owned(),
        about: finding.about.clone(),
        message: finding.message.clone(),
        gist: gist(finding, &target[start..end]),
        fix: finding.fix.clone(),
        context: Some(context),
    }
}

/// The rule for a unit or row that cannot be read, named as for glossaries.
const BAD_ROW: &str = FaultKind::BadRow.name();

/// What is shown of a unit or row that cannot be read, and so is not checked.
pub(crate) fn unread(problem: &Problem) -> Shown {
    Shown {
        rule: BAD_ROW,
        severity: Severity::Error,
        path: relative(&problem.path),
        place: Place::Line(problem.line),
        text: String::new(),
        about: None,
        message: problem.message.clone(),
        gist: problem.message.clone(),
        fix: None,
        context: None,
    }
}

/// The part of a message that does not depend on what else is in the files or the glossary: what to write, if that is
/// known.
fn gist(finding: &Finding, text: &str) -> String {
    match &finding.fix {
        Some(fix) if !fix.text.is_empty() => format!("write {}, not {text}", fix.text),
        _ => finding.message.clone(),
    }
}

fn rule(about: &About) -> RuleShown {
    let [article, found_in, not_in] = about.example;
    let help = format!(
        "{}\n\nFix: {}\n\nArticle: {article}\nFound in: {found_in}\nNot in: {not_in}",
        about.why, about.fix
    );
    RuleShown { name: about.name, severity: about.severity, says: about.says, why: about.why, help }
}

/// The rest of the segment in which a finding at `span` stands, if there is one.
fn context(span: Span, segment: Option<Span>, article: &Article, lang_of: &mut LangOf) -> Context {
    let whole = segment.unwrap_or(span);
    let text = whole.of(article.text());
    let place = Span::new(span.start - whole.start, span.end - whole.start);
    // What was left untranslated is in the other language.
    let lang = lang_of.of(whole, article.text());
    Context::around(place, text, lang.unwrap_or(article.lang()))
}
