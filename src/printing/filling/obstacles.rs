//! What stands in the way of writing rows into a sheet: merged cells, whose covered cells nobody would see, and formulas,
//! which the workbook's chain of calculation would look for in vain once words stand in their place. Conditional formats
//! are not in the way: they stay as they are and change looks only, but whoever looks at the cells should know.

use super::BookError;
use super::rows::{place, row_number};
use super::steps::{Step, attribute, walk};

/// How many of each kind are named: the first say enough.
const NAMED: usize = 5;

/// Something in the rows that are to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// Cells that are merged, `A2:B3`.
    Merged(String),
    /// A cell with a formula, `C2`.
    Formula(String),
}

/// What stands in the rows from one on.
pub(super) fn obstacles(xml: &str, first: u32) -> Result<Vec<Obstacle>, BookError> {
    let (mut merged, mut formulas) = (Vec::new(), Vec::new());
    let (mut row, mut cell, mut inside) = (0_u32, None::<String>, false);
    walk(xml, |step| {
        match step {
            Step::Open { name: "sheetData", .. } => inside = true,
            Step::Close { name: "sheetData", .. } => inside = false,
            Step::Open { name: "row", element, .. } if inside => {
                row = row_number(element).unwrap_or(row.saturating_add(1));
            }
            Step::Open { name: "c", element, .. } if inside => cell = attribute(element, "r"),
            Step::Open { name: "f", .. } if inside && row >= first && formulas.len() < NAMED => {
                formulas.push(Obstacle::Formula(cell.clone().unwrap_or_else(|| row.to_string())));
            }
            Step::Open { name: "mergeCell", element, .. } if merged.len() < NAMED => {
                let area = attribute(element, "ref").unwrap_or_default();
                let last = area.rsplit(':').next().and_then(place).map(|(row, _)| row);
                if last.is_some_and(|last| last >= first) {
                    merged.push(Obstacle::Merged(area));
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    merged.extend(formulas);
    Ok(merged)
}

/// The areas with conditional formats that reach into the rows from one on, of both kinds that office programs write.
pub(super) fn conditional_formats(xml: &str, first: u32) -> Result<Vec<String>, BookError> {
    let (mut found, mut areas) = (Vec::<String>::new(), None::<String>);
    let mut in_areas = false;
    walk(xml, |step| {
        match step {
            Step::Open { name: "conditionalFormatting", element, .. } => {
                areas = Some(attribute(element, "sqref").unwrap_or_default());
            }
            // Those among the extensions have their cells apart.
            Step::Open { name: "sqref", .. } => in_areas = true,
            Step::Close { name: "sqref", .. } => in_areas = false,
            Step::Text(text) if in_areas => {
                if let Some(areas) = &mut areas {
                    areas.push_str(text);
                }
            }
            Step::Close { name: "conditionalFormatting", .. } => {
                let areas = areas.take().unwrap_or_default();
                // An area of whole columns names no row.
                let reaches = |area: &&str| {
                    area.rsplit(':').next().and_then(place).is_none_or(|(last, _)| last >= first)
                };
                let fresh = areas.split_whitespace().filter(reaches).map(str::to_owned);
                found.extend(fresh.take(NAMED.saturating_sub(found.len())));
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_and_formulas_of_the_rows_are_named_and_those_of_the_header_are_not() {
        let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c></row>\
            <row r=\"2\"><c r=\"A2\" s=\"4\"/><c r=\"C2\"><f>A2&amp;B2</f></c></row></sheetData>\
            <mergeCells count=\"3\"><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"D1:D2\"/><mergeCell ref=\"E5:F9\"/>\
            </mergeCells><conditionalFormatting sqref=\"A2\"><cfRule><formula>A2=1</formula></cfRule>\
            </conditionalFormatting></worksheet>";
        assert_eq!(
            obstacles(sheet, 2).unwrap(),
            [
                Obstacle::Merged("D1:D2".into()),
                Obstacle::Merged("E5:F9".into()),
                Obstacle::Formula("C2".into())
            ]
        );
        assert_eq!(obstacles(sheet, 10).unwrap(), []);
    }

    #[test]
    fn conditional_formats_of_the_rows_are_named() {
        let sheet = "<worksheet><sheetData/><conditionalFormatting sqref=\"A1:B1 A2:A1002 C:C\"><cfRule/>\
            </conditionalFormatting><extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting>\
            <xm:sqref>D2:D9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings><x14:dataValidations>\
            <x14:dataValidation><xm:sqref>E2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>\
            </worksheet>";
        assert_eq!(conditional_formats(sheet, 2).unwrap(), ["A2:A1002", "C:C", "D2:D9"]);
        assert_eq!(conditional_formats(sheet, 1003).unwrap(), ["C:C"]);
    }
}
