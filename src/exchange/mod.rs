//! Files in and out, one file or folder a format. Nothing here knows where the contents go.

pub mod problem;
pub mod replace;
pub mod tmx;
pub mod glossary;
pub mod alignment;

mod sheet;
mod xml;

pub use problem::Problem;
pub use replace::{place, replace};
