//! What each rule of the fold gains, and what it merges wrongly.
//!
//! Writes the table of `tests/fold/README.md`, then for each rule the merges it makes, most frequent
//! first, to be read through by hand; those judged false are kept in `tests/fold/false-merges.tsv`.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::time::Instant;

use hamta::text::fold::{Change, explain, fold, rules};
use hamta::text::{Lang, Words};

/// The merges that are listed for a rule.
const LISTED: usize = 150;

/// The merges that a reader judged false.
const FALSE_MERGES: &str = include_str!("../../fold/false-merges.tsv");

/// Measures the fold on the texts in the folder `data`.
pub fn run(data: &Path) {
    let texts = texts(data);
    let groups = groups(&texts);
    let judged = judged();
    let rules = rules();
    println!("| rule | tokens | types | merged tokens | merged types | false tokens | right |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for rule in &rules {
        println!("{}", Gain::of(rule, &groups, &judged).row(rule));
    }
    println!("\n{}\n", speed(&texts));
    for rule in &rules {
        list(rule, &groups);
    }
}

/// The spellings that fold to one word, each with the rules that changed it, and how often it stands so.
type Group = BTreeMap<(String, BTreeSet<&'static str>), usize>;

/// What a rule does to the words of the texts.
#[derive(Default)]
struct Gain {
    tokens: usize,
    types: usize,
    merged_tokens: usize,
    merged_types: usize,
    false_tokens: usize,
}

impl Gain {
    fn of(
        rule: &str,
        groups: &HashMap<String, Group>,
        judged: &BTreeSet<(String, String)>,
    ) -> Self {
        let mut gain = Self::default();
        for group in groups.values() {
            for ((written, _), tokens) in
                group.iter().filter(|((_, rules), _)| rules.contains(rule))
            {
                gain.tokens += tokens;
                gain.types += 1;
                let others = others(group, rule);
                if !others.is_empty() {
                    gain.merged_tokens += tokens;
                    gain.merged_types += 1;
                }
                let pair =
                    |other: &(&str, usize)| judged.contains(&(written.clone(), other.0.to_owned()));
                if others.iter().any(pair) {
                    gain.false_tokens += tokens;
                }
            }
        }
        gain
    }

    fn row(&self, rule: &str) -> String {
        let right = match self.merged_tokens {
            0 => "".to_owned(),
            merged => {
                let share = 1.0 - self.false_tokens as f64 / merged as f64;
                format!("{:.1} %", 100.0 * share)
            }
        };
        format!(
            "| {rule} | {} | {} | {} | {} | {} | {right} |",
            self.tokens, self.types, self.merged_tokens, self.merged_types, self.false_tokens,
        )
    }
}

/// The spellings of a group that the rule has no part in, and how often each.
fn others<'a>(group: &'a Group, rule: &str) -> Vec<(&'a str, usize)> {
    let others = group.iter().filter(|((_, rules), _)| !rules.contains(rule));
    others.map(|((written, _), tokens)| (written.as_str(), *tokens)).collect()
}

/// Writes the merges of a rule, most frequent first.
fn list(rule: &str, groups: &HashMap<String, Group>) {
    let mut merges = Vec::new();
    for group in groups.values() {
        let Some((other, others)) = others(group, rule).into_iter().max_by_key(|other| other.1)
        else {
            continue;
        };
        let by_rule = group.iter().filter(|((_, rules), _)| rules.contains(rule));
        merges.extend(by_rule.map(|((written, _), &tokens)| {
            let line = format!("{tokens}\t{}\t{others}\t{}", shown(written), shown(other));
            (tokens, line)
        }));
    }
    merges.sort_by(|a, b| b.cmp(a));
    println!("\n## {rule}\n");
    merges.iter().take(LISTED).for_each(|(_, line)| println!("{line}"));
}

/// The text with its invisible characters as escapes.
fn shown(text: &str) -> String {
    let escape = |c: char| match c {
        ' ' => "␣".to_owned(),
        '\u{200C}' => "¦".to_owned(),
        c if c.is_control()
            || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202F}' | '\u{A0}' | '\u{FEFF}') =>
        {
            c.escape_unicode().to_string()
        }
        c => c.to_string(),
    };
    text.chars().map(escape).collect()
}

fn texts(data: &Path) -> Vec<String> {
    let mut texts = Vec::new();
    let names = [
        "fa-base.txt",
        "ntrex-news.tsv",
        "sentences-fa-perdt.txt",
        "sentences-fa-seraji.txt",
        "sentences-en-ewt.txt",
    ];
    for name in names {
        let text = fs::read_to_string(data.join(name)).expect("the data folder has this file");
        texts.extend(text.lines().flat_map(|line| line.split('\t')).map(str::to_owned));
    }
    texts
}

fn groups(texts: &[String]) -> HashMap<String, Group> {
    let mut groups: HashMap<String, Group> = HashMap::new();
    for text in texts {
        let (_, changes) = explain(text);
        let mut next = 0;
        let words = Words::of(text, Lang::of(text).unwrap_or(Lang::Persian));
        for word in words.words() {
            let range = word.span;
            next += changes[next..].partition_point(|c| c.span.start < range.start);
            let inside = |c: &&Change| c.span.start < range.end;
            let changes = changes[next..].iter().take_while(inside);
            let group = groups.entry(words.letters(&word.folded).to_owned()).or_default();
            let rules = changes.map(|c| c.rule).collect();
            *group.entry((range.of(text).to_owned(), rules)).or_default() += 1;
        }
    }
    groups
}

fn judged() -> BTreeSet<(String, String)> {
    let rows = FALSE_MERGES.lines().skip(1).filter(|row| !row.starts_with('#'));
    let pairs = rows.filter_map(|row| row.split_once('\t'));
    let read = |text: &str| text.replace('¦', "\u{200C}").replace('␣', " ");
    pairs
        .flat_map(|(a, b)| {
            let (a, b) = (read(a), read(b));
            [(a.clone(), b.clone()), (b, a)]
        })
        .collect()
}

fn speed(texts: &[String]) -> String {
    let bytes: usize = texts.iter().map(String::len).sum();
    let rounds = 5;
    let start = Instant::now();
    let letters: usize = (0..rounds).flat_map(|_| texts).map(|t| fold(t).letters().len()).sum();
    let seconds = start.elapsed().as_secs_f64();
    let rate = (rounds * bytes) as f64 / seconds / 1e6;
    format!("{rate:.0} MB/s ({} letters)", letters / rounds)
}
