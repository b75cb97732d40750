//! One per cent and one dollar, which are asked for only where another number of their kind stands there instead: 1% as
//! «۱۱ درصد».

use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::numbers::kind::{Kind, kind};
use crate::check::only::only;
use crate::check::pair::Pair;
use crate::check::rule::Rule;
use crate::text::number::Form;
use crate::text::{Placeable, Value};

/// The only percentage, or sum, of the target that the article lacks, where one is the only one of the article.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let right = source.values().iter().find(|value| is_one(value))?;
    let its = kind(&right.value);
    let [one, wrong] = [source, target].map(|side| {
        let values = side.values().iter();
        only(values.filter(|value| kind(&value.value) == its))
    });
    let wrong = wrong.filter(|wrong| one.is_some() && !has_one(wrong))?;
    let fix = Fix::suggested(target.write(&right.value));
    Some(target.instead(Rule::NumberMismatch, wrong.span, fix))
}

/// Whether a value is one per cent or a sum of one, in figures.
fn is_one(value: &Placeable) -> bool {
    let is_counted = matches!(kind(&value.value), Some(Kind::Percent | Kind::Money));
    let is_range = matches!(value.value, Value::Range(_));
    let is_worded = value.value.quantities().any(|it| it.form == Form::Words);
    is_counted && !is_range && !is_worded && has_one(value)
}

fn has_one(value: &Placeable) -> bool {
    value.value.quantities().any(|it| it.number.to_u64() == Some(1))
}
