//! Owns the search by tantivy: the best 200 segments by BM25 for any of the tokens, then rated.

use tantivy::collector::TopDocs;
use tantivy::columnar::Column;
use tantivy::query::BooleanQuery;
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Index, IndexWriter, Searcher, TantivyDocument, Term};

use super::brute::{self, CANDIDATES, Found};
use super::segments::Segments;
use crate::Result;

/// Bytes that the writer may hold before it writes a part of the index.
const WRITER: usize = 200_000_000;

/// An index of segments, in the computer's memory.
pub(super) struct Bm25 {
    searcher: Searcher,
    tokens: Field,
    /// Which segment each document is, for every part of the index.
    numbers: Vec<Column<u64>>,
}

impl Bm25 {
    pub(super) fn of(segments: &Segments) -> Result<Self> {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("whitespace")
            .set_index_option(IndexRecordOption::WithFreqs);
        let mut schema = Schema::builder();
        let options = TextOptions::default().set_indexing_options(indexing);
        let tokens = schema.add_text_field("tokens", options);
        let number = schema.add_u64_field("number", FAST);
        let index = Index::create_in_ram(schema.build());
        let mut writer: IndexWriter = index.writer_with_num_threads(1, WRITER)?;
        for segment in 0..segments.len() {
            let mut document = TantivyDocument::new();
            let text = segments.tokens(segments.words(segment)).join(" ");
            document.add_text(tokens, text);
            document.add_u64(number, segment as u64);
            writer.add_document(document)?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        let searcher = index.reader()?.searcher();
        let numbers = searcher.segment_readers().iter();
        let numbers = numbers.map(|part| part.fast_fields().u64("number"));
        Ok(Self { numbers: numbers.collect::<tantivy::Result<_>>()?, searcher, tokens })
    }

    /// The candidates for `query` that reach the threshold, best first.
    pub(super) fn search(&self, segments: &Segments, query: &[u32]) -> Result<Vec<Found>> {
        let mut words = query.to_vec();
        words.sort_unstable();
        words.dedup();
        let tokens = segments.tokens(&words).into_iter();
        let terms = tokens.map(|token| Term::from_field_text(self.tokens, token));
        let any = BooleanQuery::new_multiterms_query(terms.collect());
        let best = TopDocs::with_limit(CANDIDATES).order_by_score();
        let best = self.searcher.search(&any, &best)?.into_iter();
        let candidates = best.filter_map(|(_, at)| {
            let number = self.numbers[at.segment_ord as usize].first(at.doc_id)?;
            Some(number as usize)
        });
        Ok(brute::rapidfuzz_among(segments, query, candidates))
    }
}
