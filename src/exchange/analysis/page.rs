//! Writes an analysis as one page of HTML that needs nothing else: for each file a bar of its bands, and their counts.

use std::io::Write;
use std::path::Path;

use quick_xml::escape::escape;

use super::parts;
use crate::error::{Error, Result};
use crate::matching::analysis::{Analysis, Band, Count, Counts, Weights};

/// The least share, in percent, that has room for its number in a bar.
const ROOM: f64 = 6.0;

/// Writes the page, with the sums over all files first; `path` names the file in errors.
///
/// # Errors
///
/// The file cannot be written.
pub fn page(
    mut file: impl Write,
    analysis: &Analysis,
    weights: &Weights,
    path: &Path,
) -> Result<()> {
    let mut page = String::from(include_str!("page.html"));
    let mut parts = parts(analysis);
    if parts.len() > 1 {
        parts.rotate_right(1);
    }
    for (name, counts) in parts {
        let name = escape(name);
        page.push_str(&format!("<section>\n<h2 dir=\"auto\">{name}</h2>\n"));
        page.push_str(&bar(&counts));
        page.push_str(&table(&counts, weights));
        page.push_str("</section>\n");
    }
    page.push_str("</body>\n</html>\n");
    let written = file.write_all(page.as_bytes()).and_then(|()| file.flush());
    written.map_err(|e| Error::write(path, e))
}

/// One bar, with a piece for the words of each band.
fn bar(counts: &Counts) -> String {
    let mut bar = String::from("<svg role=\"img\" aria-label=\"Words by band\">\n");
    let mut start = 0.0;
    for band in Band::ALL {
        let words = counts.of(band).words;
        if words == 0 {
            continue;
        }
        let (share, class, label) = (counts.share(band), class(band), band.label());
        bar.push_str(&format!(
            "<rect class=\"{class}\" x=\"{start:.3}%\" width=\"{share:.3}%\" height=\"100%\"><title>{label}: {words} words</title></rect>\n"
        ));
        if share >= ROOM {
            let middle = start + share / 2.0;
            bar.push_str(&format!("<text x=\"{middle:.3}%\" y=\"50%\">{share:.0}%</text>\n"));
        }
        start += share;
    }
    bar + "</svg>\n"
}

/// The counts of all bands.
fn table(counts: &Counts, weights: &Weights) -> String {
    let mut table = String::from(
        "<table>\n<thead><tr><th>band</th><th>segments</th><th>words</th><th>share</th><th>characters</th><th>weight</th><th>weighted words</th></tr></thead>\n<tbody>\n",
    );
    for band in Band::ALL {
        let count = counts.of(band);
        let row = match count.segments {
            0 => "<tr class=\"empty\">",
            _ => "<tr>",
        };
        let (class, label) = (class(band), band.label());
        let share = format!("{:.1}%", counts.share(band));
        let weight = format!("{}%", weights.of(band));
        let cells = cells(count, &share, &weight, counts.weighted(band, weights));
        table.push_str(&format!("{row}<th><i class=\"{class}\"></i>{label}</th>{cells}</tr>\n"));
    }
    let cells = cells(counts.sum(), "", "", counts.weighted_sum(weights));
    table.push_str(&format!("</tbody>\n<tfoot><tr><th>all</th>{cells}</tr></tfoot>\n</table>\n"));
    table
}

fn cells(count: Count, share: &str, weight: &str, weighted: f64) -> String {
    let Count { segments, words, characters } = count;
    let cells = [
        segments.to_string(),
        words.to_string(),
        share.to_owned(),
        characters.to_string(),
        weight.to_owned(),
        format!("{weighted:.2}"),
    ];
    cells.map(|cell| format!("<td>{cell}</td>")).concat()
}

/// The class by which the page colours a band.
fn class(band: Band) -> &'static str {
    match band {
        Band::Context => "context",
        Band::Exact => "exact",
        Band::Repetition => "repetition",
        Band::CrossFile => "cross-file",
        Band::From95 => "from95",
        Band::From85 => "from85",
        Band::From75 => "from75",
        Band::From50 => "from50",
        Band::None => "none",
    }
}
