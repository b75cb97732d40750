//! Addresses, hashtags and account names: found in the original, where case and half-spaces still count.

use super::value::{Placeable, Value};
use crate::text::bytes::position;
use crate::text::{HALF_SPACE, Span};

/// The last labels by which an address without a scheme is known.
const DOMAINS: [&str; 22] = [
    "com", "org", "net", "ir", "gov", "edu", "mil", "int", "info", "io", "news", "tv", "uk", "us",
    "eu", "de", "fr", "ru", "cn", "af", "tj", "co",
];

/// How far before an `@` its name is looked for.
const LONGEST_NAME: usize = 64;

/// The longest name of a host (RFC 1035).
const LONGEST_HOST: usize = 253;

/// The addresses, hashtags and account names of `text`, in order.
pub(super) fn web(text: &str) -> Vec<Placeable> {
    let mut found = Vec::new();
    if !has_sign(text) {
        return found;
    }
    let mut at = 0;
    while let Some(hit) = next(text, at) {
        at = hit.span.end;
        found.push(hit);
    }
    found
}

/// Whether `text` has a sign without which there is no address, hashtag or account name.
///
/// Few texts have one, and it takes long to look for placeables.
pub(in crate::text) fn has_sign(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(more) = position(&bytes[at..], can_be_sign) {
        at += more;
        if is_sign(bytes, at) {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether the byte can belong to a sign; most texts have few such bytes.
fn can_be_sign(b: u8) -> bool {
    (b == b'@') | (b == b'#') | (b == b':') | (b == b'.')
}

/// Whether a sign stands at `at`.
fn is_sign(bytes: &[u8], at: usize) -> bool {
    let next = |i: usize| bytes.get(i).copied().unwrap_or_default();
    match bytes[at] {
        b'@' | b'#' => true,
        b':' => next(at + 1) == b'/' && next(at + 2) == b'/',
        b'.' if at > 0 => {
            let after = next(at + 1);
            let is_www = matches!(bytes[at - 1], b'w' | b'W') && after.is_ascii_alphanumeric();
            after.is_ascii_lowercase() || is_www
        }
        _ => false,
    }
}

/// The first one that begins at `from` or later.
fn next(text: &str, from: usize) -> Option<Placeable> {
    let mut at = from;
    let mut before = text[..from].chars().next_back();
    for c in text[from..].chars() {
        let can_start = c.is_ascii_alphanumeric() || matches!(c, '@' | '#');
        let is_start = can_start && !before.is_some_and(|b| is_name(b) || "@/.#".contains(b));
        if let Some(hit) = starts(text, from, at, c, is_start) {
            return Some(hit);
        }
        before = Some(c);
        at += c.len_utf8();
    }
    None
}

/// The placeable that begins at `at`, or has its `@` there.
fn starts(text: &str, from: usize, at: usize, c: char, is_start: bool) -> Option<Placeable> {
    let rest = &text[at..];
    match c {
        '@' => email(text, from, at).or_else(|| is_start.then(|| handle(rest, at)).flatten()),
        '#' if is_start => hashtag(rest, at),
        'h' | 'H' | 'f' | 'w' | 'W' if is_start => url(rest, at).or_else(|| domain(rest, at)),
        c if is_start && c.is_ascii_alphanumeric() => domain(rest, at),
        _ => None,
    }
}

fn placeable(at: usize, text: &str, value: impl Fn(String) -> Value) -> Placeable {
    Placeable { span: Span::new(at, at + text.len()), value: value(text.to_owned()) }
}

/// An address with a scheme or `www.`.
fn url(rest: &str, at: usize) -> Option<Placeable> {
    let opening = ["https://", "http://", "ftp://", "www."];
    let starts_with = |opening: &str| {
        let start = rest.get(..opening.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(opening))
    };
    let opening = opening.into_iter().find(|opening| starts_with(opening))?;
    let has_host = rest[opening.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
    has_host.then(|| placeable(at, &rest[..address(rest)], Value::Url))
}

/// An address without a scheme, by its last label: isna.ir/news.
fn domain(rest: &str, at: usize) -> Option<Placeable> {
    let host = host(rest);
    let after = rest[host.len()..].chars().next();
    if after.is_some_and(|c| c == '@' || is_name(c)) || !is_known_host(host) {
        return None;
    }
    let length = match after {
        Some('/') => address(rest),
        _ => host.len(),
    };
    Some(placeable(at, &rest[..length], Value::Url))
}

fn is_known_host(host: &str) -> bool {
    let Some((name, last)) = host.rsplit_once('.') else {
        return false;
    };
    let has_letter = name.contains(|c: char| c.is_ascii_lowercase());
    has_letter && DOMAINS.contains(&last) && !name.split('.').any(str::is_empty)
}

/// How many bytes of `rest` are an address, without the marks that close the sentence or bracket it stands in.
fn address(rest: &str) -> usize {
    let mut in_path = false;
    let end = rest.find(|c: char| {
        in_path |= c == '/';
        let is_plain = c.is_ascii_graphic() && !"\"<>`{}|\\^".contains(c);
        !is_plain && (!in_path || !c.is_alphanumeric())
    });
    let mut end = end.unwrap_or(rest.len());
    let count = |mark: char| rest[..end].matches(mark).count();
    let mut unopened = count(')').saturating_sub(count('('));
    while let Some(last) = rest[..end].chars().next_back() {
        match last {
            ')' if unopened > 0 => unopened -= 1,
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | ']' | '*' => {}
            _ => break,
        }
        end -= 1;
    }
    end
}

/// An e-mail address, by its `@`.
fn email(text: &str, from: usize, at: usize) -> Option<Placeable> {
    let is_part = |b: &&u8| b.is_ascii_alphanumeric() || b"._%+-".contains(b);
    let name = text.as_bytes()[from..at].iter().rev();
    let name = name.take(LONGEST_NAME).take_while(is_part).count();
    let host = host(&text[at + 1..]);
    let (_, last) = host.rsplit_once('.')?;
    let is_host = last.len() >= 2 && last.bytes().all(|b| b.is_ascii_alphabetic());
    let start = at - name;
    let name = text[start..at].trim_start_matches(['.', '-', '%', '+']);
    let whole = &text[at - name.len()..at + 1 + host.len()];
    (is_host && !name.is_empty()).then(|| placeable(at - name.len(), whole, Value::Email))
}

fn handle(rest: &str, at: usize) -> Option<Placeable> {
    let length =
        1 + rest[1..].bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
    let next = rest[length..].chars().next();
    let is_whole = length > 1 && next.is_none_or(|c| c != '@');
    is_whole.then(|| placeable(at, &rest[..length], Value::Handle))
}

/// A hashtag has a letter: "#1" is a rank.
fn hashtag(rest: &str, at: usize) -> Option<Placeable> {
    let end = rest[1..].find(|c: char| !(is_name(c) || c == HALF_SPACE));
    let tag = rest[..end.map_or(rest.len(), |end| end + 1)].trim_end_matches(HALF_SPACE);
    let has_letter = tag.contains(char::is_alphabetic);
    has_letter.then(|| placeable(at, tag, Value::Hashtag))
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The letters at the beginning of `rest` that can be the name of a host.
fn host(rest: &str) -> &str {
    let is_host = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    let length = rest.bytes().take(LONGEST_HOST).take_while(is_host).count();
    rest[..length].trim_end_matches(['.', '-'])
}
