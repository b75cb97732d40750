//! The severity of the findings of a rule in a file, according to the project and the arguments. Values in, values out.

use std::collections::BTreeMap;

use hamta::check::{Rule, Severity};
use serde::Deserialize;

use super::pattern::Patterns;

/// The settings of rules.
pub(crate) type Rules = BTreeMap<Rule, Setting>;

/// The setting of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Setting {
    /// Its findings are ignored.
    Off,
    /// Its findings are warnings.
    Warning,
    /// Its findings are errors.
    Error,
}

/// The settings of rules in some files.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub(crate) struct InPaths {
    pub(crate) paths: Patterns,
    pub(crate) rules: Rules,
}

/// All settings of rules.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Severities<'a> {
    /// In every file.
    pub(crate) everywhere: &'a Rules,
    /// In some files; of several for one rule in one file, the last counts.
    pub(crate) in_paths: &'a [InPaths],
    /// In the arguments, which take precedence over everything else.
    pub(crate) asked: &'a [(Rule, Setting)],
    /// The rules that are asked for, whatever else is said; where there are none, all are.
    pub(crate) only: &'a [Rule],
}

impl Setting {
    /// All settings.
    pub(crate) const ALL: [Self; 3] = [Self::Off, Self::Warning, Self::Error];

    /// The word for it.
    pub(crate) fn name(self) -> &'static str {
        self.severity().map_or("off", Severity::name)
    }

    /// The setting that `name` names.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.name() == name)
    }

    fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

impl Severities<'_> {
    /// The severity of the findings of `rule` in the file `path`; `None` where they are ignored.
    pub(crate) fn of(&self, rule: Rule, path: &str) -> Option<Severity> {
        let said = self.asked(rule).or_else(|| {
            let mut here = self.in_paths.iter().rev().filter(|part| part.paths.hold(path));
            here.find_map(|part| part.rules.get(&rule).copied())
        });
        self.or_everywhere(rule, said)
    }

    /// Their severity where no path says otherwise.
    pub(crate) fn usual(&self, rule: Rule) -> Option<Severity> {
        self.or_everywhere(rule, self.asked(rule))
    }

    fn asked(&self, rule: Rule) -> Option<Setting> {
        let mut asked = self.asked.iter().rev();
        asked.find(|(of, _)| *of == rule).map(|(_, setting)| *setting)
    }

    fn or_everywhere(&self, rule: Rule, said: Option<Setting>) -> Option<Severity> {
        let said = said.or_else(|| self.everywhere.get(&rule).copied());
        let severity = said.map_or(Some(rule.severity()), Setting::severity);
        match self.only {
            [] => severity,
            only if only.contains(&rule) => severity.or(Some(rule.severity())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Rule::{Length, MissingTerm};

    fn in_paths(pattern: &str, rules: &[(Rule, Setting)]) -> InPaths {
        InPaths {
            paths: Patterns::new(&[pattern.to_owned()]).expect("it is a pattern"),
            rules: rules.iter().copied().collect(),
        }
    }

    #[test]
    fn the_nearest_word_counts() {
        let everywhere = Rules::from([(Length, Setting::Error)]);
        let parts = [
            in_paths("sports", &[(Length, Setting::Off), (MissingTerm, Setting::Off)]),
            in_paths("sports/chess", &[(Length, Setting::Warning)]),
        ];
        let mut severities =
            Severities { everywhere: &everywhere, in_paths: &parts, asked: &[], only: &[] };
        let cases = [
            (Length, "news/a.txt", Some(Severity::Error)),
            (Length, "sports/a.txt", None),
            (Length, "sports/chess/a.txt", Some(Severity::Warning)),
            (MissingTerm, "news/a.txt", Some(Severity::Warning)),
            (MissingTerm, "sports/chess/a.txt", None),
        ];
        for (rule, path, expected) in cases {
            assert_eq!(severities.of(rule, path), expected, "{rule:?} in {path}");
        }
        assert_eq!(severities.usual(Length), Some(Severity::Error));
        severities.asked = &[(Length, Setting::Error), (Length, Setting::Off)];
        assert_eq!(severities.of(Length, "sports/chess/a.txt"), None);
        assert_eq!(severities.usual(Length), None);
        severities.only = &[MissingTerm];
        assert_eq!(severities.of(MissingTerm, "sports/a.txt"), Some(Severity::Warning));
        severities.asked = &[];
        assert_eq!(severities.of(Length, "news/a.txt"), None);
        assert_eq!(severities.usual(Length), None);
    }
}
