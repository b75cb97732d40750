//! Owns how the measurements of `lookup` are written: Markdown tables.

use std::fs;
use std::thread;

use jiff::Timestamp;

use super::complete::Reach;
use super::growth::Growth;
use super::scale::Scale;
use super::systems::System;
use super::times::{Times, shown};

const NOT_MEASURED: &str = "not measured";

/// When and on what this was measured.
pub(super) fn machine() -> String {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let field = |name| {
        let line = cpu.lines().find(|line| line.starts_with(name));
        let value = line.and_then(|line| line.split_once(':'));
        value.map_or("unknown", |(_, value)| value.trim())
    };
    let now = Timestamp::now().to_string();
    let date = now.split('T').next().unwrap_or_default();
    let cores = thread::available_parallelism().map_or(0, usize::from);
    format!(
        "Measured on {date}, {} (model {}), {cores} cores.",
        field("model name"),
        field("model\t"),
    )
}

/// How the time of a lookup grows.
pub(super) fn growth(sizes: &[Growth]) -> String {
    let mut table = "## The memories in turn: p50 of one lookup, the median of all rounds\n\n\
         | units | p50 | against the size before it: median | least | most |\n|---:|---:|---:|---:|---:|\n"
        .to_owned();
    for Growth { units, p50, ratios } in sizes {
        let at = |part: usize| ratios.get(part * ratios.len().saturating_sub(1) / 2);
        let [least, median, most] =
            [0, 1, 2].map(|part| at(part).map_or(String::new(), |ratio| format!("{ratio:.2}")));
        let (units, p50) = (grouped(*units as u64), shown(*p50));
        line(&mut table, &format!("| {units} | {p50} | {median} | {least} | {most} |"));
    }
    table
}

/// The race at one size.
pub(super) fn systems(scale: &Scale) -> String {
    let mut table = format!(
        "## {} units: one lookup, warm, one thread\n\n\
         | system | queries | p50 | p90 | p99 | longest | p50 / hamta's |\n|---|---:|---:|---:|---:|---:|---:|\n",
        grouped(scale.units as u64)
    );
    let hamta = scale.race.systems.first().and_then(|s| s.times.as_ref());
    let hamta = hamta.map_or(0.0, |times| times.median().as_secs_f64());
    for System { name, times } in &scale.race.systems {
        let cells = match times {
            None => format!("| {NOT_MEASURED} | | | | |"),
            Some(times) => {
                let [p50, p90, p99, longest] =
                    [0.5, 0.9, 0.99, 1.0].map(|share| shown(times.quantile(share)));
                let ratio = times.median().as_secs_f64() / hamta;
                format!("{} | {p50} | {p90} | {p99} | {longest} | {ratio:.1}", times.len())
            }
        };
        line(&mut table, &format!("| {name} | {cells} |"));
    }
    table
}

/// What is found of what is there.
pub(super) fn reaches(scales: &[Scale]) -> String {
    let mut table = "## Pairs of a query and a unit with a base rate of 70 or more\n\n\
         | units | found by | queries | there | found | missed | wrong |\n|---:|---|---:|---:|---:|---:|---:|\n"
        .to_owned();
    for scale in scales {
        let bm25 = scale.race.bm25.map(|bm25| Reach {
            queries: bm25.queries,
            there: bm25.there,
            found: bm25.found,
            wrong: 0,
        });
        let rows = [("hamta", scale.reach), ("hamta, after adding and deleting", scale.changed)];
        let bm25 = bm25.map(|bm25| ("tantivy, among its best 200", bm25));
        for (name, reach) in rows.into_iter().chain(bm25) {
            let Reach { queries, there, found, wrong } = reach;
            let (units, missed) = (grouped(scale.units as u64), there - found);
            let row = format!(
                "| {units} | {name} | {queries} | {there} | {found} | {missed} | {wrong} |"
            );
            line(&mut table, &row);
        }
    }
    table
}

/// What else a memory costs, one row a measure and one column a size.
pub(super) fn costs(scales: &[Scale]) -> String {
    let columns = |cell: &dyn Fn(&Scale) -> String| {
        let cells: Vec<String> = scales.iter().map(cell).collect();
        cells.join(" | ")
    };
    let ends = |times: &Times, shares: [f64; 2]| {
        let [a, b] = shares.map(|share| shown(times.quantile(share)));
        format!("{a}, {b}")
    };
    let import = |scale: &Scale| scale.import.as_ref().map(|i| (shown(i.time), i.peak));
    let fresh = |scale: &Scale| {
        let fresh = scale.fresh.as_ref();
        fresh.map(|f| (shown(f.times.median()), f.peak))
    };
    let mut table = format!(
        "## The memory itself\n\n| units | {} |\n|---|{}\n",
        columns(&|s| grouped(s.units as u64)),
        "---:|".repeat(scales.len())
    );
    let mut row = |name: &str, cell: &dyn Fn(&Scale) -> String| {
        line(&mut table, &format!("| {name} | {} |", columns(cell)));
    };
    row("`hamta tm import` of a TMX file: time, most memory", &|s| process(import(s)));
    row("`hamta match` of one segment, a process each: median, most memory", &|s| {
        process(fresh(s))
    });
    row("adding one unit, durably: median, longest", &|s| ends(&s.add, [0.5, 1.0]));
    row("concordance of one or two words: p50, p99", &|s| ends(&s.concordance, [0.5, 0.99]));
    row("file", &|s| megabytes(s.sizes.0));
    row("of it the index of words", &|s| {
        let share = 100.0 * s.sizes.1 as f64 / s.sizes.0.max(1) as f64;
        format!("{} ({share:.0} %)", megabytes(s.sizes.1))
    });
    table
}

/// The time and the most memory of a process.
fn process(measured: Option<(String, Option<u64>)>) -> String {
    let Some((time, peak)) = measured else {
        return NOT_MEASURED.to_owned();
    };
    let peak = peak.map_or(NOT_MEASURED.to_owned(), |kib| megabytes(kib * 1024));
    format!("{time}, {peak}")
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

/// The number with a comma between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

fn line(table: &mut String, line: &str) {
    table.push_str(line);
    table.push('\n');
}
