//! Whether the texts of a paper have stayed inside their blocks.

use typst::foundations::{NativeElement, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst_layout::PagedDocument;

/// Rounding of the engine, in points.
const ROUNDING: f64 = 1e-6;

/// Whether every text set as it is ends within its block. Templates mark where such a text begins, without
/// value, and where it ends, with the height of the block.
pub(super) fn every_text_fits(document: &PagedDocument) -> bool {
    let introspector = document.introspector();
    let mut began = 0.0;
    introspector.query(&MetadataElem::ELEM.select()).iter().all(|mark| {
        let place = mark.location().and_then(|location| introspector.position(location));
        let value = mark.to_packed::<MetadataElem>().map(|mark| &mark.value);
        match (place, value) {
            (Some(place), Some(Value::Length(height))) => {
                place.point.y.to_pt() - began <= height.abs.to_pt() + ROUNDING
            }
            (Some(place), _) => {
                began = place.point.y.to_pt();
                true
            }
            (None, _) => false,
        }
    })
}
