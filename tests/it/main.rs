//! The one integration test binary: a module for each room, the project's own rules, and the program from a shell.

mod adapt;
mod align;
mod alignments;
mod articles;
mod check;
mod check_cases;
mod cmd;
mod fold;
mod formats;
mod glossary;
mod keep;
mod kept;
mod kill;
mod matching;
mod memory;
mod names;
mod placeables;
mod search;
mod segment;
mod shipped;
mod tidy;
mod tmx;
mod turns;
mod variants;
