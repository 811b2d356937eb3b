//! What a webinar's list says and what follows from it. Pure: a list is cells, people are an argument, nothing is looked up.

pub mod headers;
pub mod matching;
pub mod names;
pub mod outcome;
pub mod presence;
pub mod reading;
pub mod times;

use crate::kernel::words;
use serde::{Deserialize, Serialize};

/// A file as it was read: cells that nobody has understood yet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// The encoding of a text file.
    pub encoding: Option<String>,
    /// What separates its cells.
    pub delimiter: Option<char>,
    /// The rows that are not empty.
    pub rows: Vec<GridRow>,
    /// The lines that could not be read at all.
    pub unread: Vec<LineFault>,
}

/// A row of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridRow {
    /// Its line, from 1.
    pub line: u32,
    /// Its cells; empty ones at the end are left out.
    pub cells: Vec<String>,
}

impl GridRow {
    /// A cell; empty where there is none.
    pub fn cell(&self, place: Option<usize>) -> &str {
        place.and_then(|place| self.cells.get(place)).map_or("", String::as_str)
    }
}

/// A line that is left out, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineFault {
    /// The line, from 1.
    pub line: u32,
    /// What is wrong with it.
    pub what: LineWrong,
}

words! {
    /// What can be wrong with a line of a list. The other lines are read all the same.
    LineWrong {
        /// Quotes that do not match.
        Quotes = "quotes",
        /// A cell or a row longer than any list has.
        TooLong = "too_long",
        /// The moment of joining cannot be understood.
        Join = "join",
        /// The moment of leaving cannot be understood.
        Leave = "leave",
        /// Left before joining.
        Order = "order",
        /// A length of time that cannot be understood.
        Duration = "duration",
        /// Neither a name nor an address.
        Nobody = "nobody",
        /// Neither moments nor a length of time, where others have them.
        NoTime = "no_time",
    }
}

words! {
    /// The tools whose lists are recognised by their headers.
    Tool {
        /// Zoom, the report of a meeting.
        Zoom = "zoom",
        /// Zoom, the report of a webinar.
        ZoomWebinar = "zoom_webinar",
        /// Microsoft Teams.
        Teams = "teams",
        /// Google Meet.
        Meet = "meet",
        /// BigBlueButton.
        BigBlueButton = "bigbluebutton",
        /// Any other list with a header that tells what its columns are.
        Plain = "plain",
        /// A list whose columns a trainer has named.
        Chosen = "chosen",
    }
}

words! {
    /// What a trainer decided about somebody whom the list names.
    Verdict {
        /// It is somebody of the edition.
        Person = "person",
        /// A guest.
        Guest = "guest",
        /// Does not count.
        Ignored = "ignored",
    }
}
