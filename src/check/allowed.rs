//! Rules that a note on a unit suppresses: `hamta: allow name-variant`.

use crate::check::rule::Rule;

/// The rules whose findings notes ignore, and what in the notes cannot be understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allowed {
    /// The rules.
    pub rules: Vec<Rule>,
    /// What is wrong: a fragment, such as `no rule is named name-varient`.
    pub faults: Vec<String>,
}

impl Allowed {
    /// Reads the notes of one unit; a line that begins with `hamta:` names rules after `allow`, with commas or spaces
    /// between them.
    pub fn of<'a>(notes: impl IntoIterator<Item = &'a str>) -> Self {
        let mut allowed = Self::default();
        for line in notes.into_iter().flat_map(str::lines) {
            if let Some(said) = line.trim().strip_prefix("hamta:") {
                allowed.read(said);
            }
        }
        allowed
    }

    fn read(&mut self, said: &str) {
        let mut words = said.split([',', ' ', '\t']).filter(|word| !word.is_empty());
        let is_understood = words.next() == Some("allow");
        let names: Vec<&str> = words.collect();
        if !is_understood || names.is_empty() {
            let fault = "a note to hamta says which rules it allows: hamta: allow name-variant";
            self.faults.push(fault.to_owned());
            return;
        }
        for name in names {
            match Rule::from_name(name) {
                Some(rule) => self.rules.push(rule),
                None => self.faults.push(format!("no rule is named {name}")),
            }
        }
    }
}
