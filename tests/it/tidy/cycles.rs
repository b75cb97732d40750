//! No module uses one that uses it: inside every folder of the sources too, data goes one way.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::{code, files};

/// The modules of a folder, each with those beside it that it uses.
type Uses = BTreeMap<String, BTreeSet<String>>;

#[test]
fn no_module_uses_one_that_uses_it() {
    let sources = files("src", &["rs"]);
    for (path, text) in sources.iter().filter(|(path, _)| path.ends_with("mod.rs")) {
        let folder = path.parent().expect("a module has a folder");
        let cycle = cycle(uses(folder, &code(text), &sources));
        assert!(cycle.is_empty(), "{}: {cycle:?}", folder.display());
    }
}

/// What is left when whatever uses nothing of the rest is taken away, again and again.
fn cycle(mut uses: Uses) -> Uses {
    loop {
        let free =
            |(name, used): (&String, &BTreeSet<String>)| used.is_empty().then(|| name.clone());
        let free: BTreeSet<String> = uses.iter().filter_map(free).collect();
        if free.is_empty() {
            return uses;
        }
        uses.retain(|name, _| !free.contains(name));
        uses.values_mut().for_each(|used| used.retain(|name| !free.contains(name)));
    }
}

/// Which modules of `folder` use which, where `top` is the code of its `mod.rs`.
fn uses(folder: &Path, top: &str, sources: &[(PathBuf, String)]) -> Uses {
    let inside =
        sources.iter().filter_map(|(path, text)| Some((path.strip_prefix(folder).ok()?, text)));
    let inside: Vec<(&Path, &String)> =
        inside.filter(|(path, _)| *path != Path::new("mod.rs")).collect();
    let mut uses: Uses = inside.iter().map(|(path, _)| (child(path), BTreeSet::new())).collect();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for path in paths(top) {
        let path = path.strip_prefix("self::").unwrap_or(&path);
        if let Some((module, rest)) = path.split_once("::")
            && uses.contains_key(module)
        {
            let name = rest.rsplit("::").next().unwrap_or(rest);
            names.insert(name.to_owned(), module.to_owned());
        }
    }
    let whole = folder.to_string_lossy().replace("src", "crate").replace('/', "::") + "::";
    for (path, text) in inside {
        let own = child(path);
        let is_beside = path.components().count() == 1 || path.ends_with("mod.rs");
        for used in paths(&code(text)) {
            let beside = used
                .strip_prefix("super::")
                .filter(|_| is_beside && path.components().count() <= 2);
            let Some(rest) = used.strip_prefix(whole.as_str()).or(beside) else { continue };
            let first = rest.split("::").next().unwrap_or(rest);
            let module = if uses.contains_key(first) {
                Some(first)
            } else {
                names.get(first).map(String::as_str)
            };
            if let Some(module) = module.filter(|module| *module != own) {
                uses.entry(own.clone()).or_default().insert(module.to_owned());
            }
        }
    }
    uses
}

/// The module that a source of a folder belongs to.
fn child(path: &Path) -> String {
    let first = path.components().next().expect("a source has a name");
    first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// All paths in `code`, those of `use` in full.
fn paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(start) =
        ["crate::", "super::", "self::"].iter().filter_map(|root| rest.find(root)).min()
    {
        let is_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
        let is_first = !rest[..start].ends_with(is_path);
        rest = &rest[start..];
        let end = rest.find(|c| !is_path(c)).unwrap_or(rest.len());
        let (path, after) = rest.split_at(end);
        rest = after;
        if is_first && path.ends_with("::") && after.starts_with('{') {
            rest = several(path, after, &mut found);
        } else if is_first {
            found.push(path.to_owned());
        }
    }
    found
}

/// Adds the paths that begin with `start` and go on in the braces with which `text` begins; returns what follows them.
fn several<'t>(start: &str, text: &'t str, found: &mut Vec<String>) -> &'t str {
    let mut rest = &text[1..];
    loop {
        rest = rest.trim_start();
        let end = rest.find([',', '{', '}']).expect("the braces are closed");
        let (item, after) = rest.split_at(end);
        let item = item.split(" as ").next().unwrap_or(item).trim();
        if after.starts_with('{') {
            rest = several(&format!("{start}{item}"), after, found);
            continue;
        }
        if !item.is_empty() {
            found.push(format!("{start}{item}"));
        }
        rest = &after[1..];
        if after.starts_with('}') {
            return rest;
        }
    }
}

#[test]
fn cycles_are_found() {
    let uses = |rows: &[(&str, &[&str])]| -> Uses {
        let row = |(name, used): &(&str, &[&str])| {
            ((*name).to_owned(), used.iter().map(|name| (*name).to_owned()).collect())
        };
        rows.iter().map(row).collect()
    };
    assert!(cycle(uses(&[("a", &[]), ("b", &["a"]), ("c", &["a", "b"])])).is_empty());
    let left = cycle(uses(&[("a", &["b"]), ("b", &["c"]), ("c", &["a"]), ("d", &[])]));
    assert_eq!(left.len(), 3);
}

#[test]
fn paths_are_read_in_full() {
    let code =
        "use crate::a::{b, c::{D, e as f}};\nuse super::g;\nlet h = super::i::j(crate::k::L);";
    let found = paths(code);
    let expected = [
        "crate::a::b",
        "crate::a::c::D",
        "crate::a::c::e",
        "super::g",
        "super::i::j",
        "crate::k::L",
    ];
    assert_eq!(found, expected);
}
