//! What other pages say in short of what a session is made of.

use crate::attendance::rules::Condition;
use crate::attendance::store::composition::Brief;
use crate::attendance::store::sessions::SessionRow;
use crate::kernel::{Minutes, SessionId};
use crate::web::paths;
use serde::Serialize;

/// A condition of access, as a key.
pub fn condition_key(condition: Condition) -> &'static str {
    match condition {
        Condition::Ramp => "agendas-access-ramp",
        Condition::Lift => "agendas-access-lift",
        Condition::SignLanguage => "agendas-access-sign-language",
        Condition::HearingLoop => "agendas-access-hearing-loop",
        Condition::LargePrint => "agendas-access-large-print",
        Condition::QuietRoom => "agendas-access-quiet-room",
        Condition::Parking => "agendas-access-parking",
        Condition::AccessibleToilet => "agendas-access-toilet",
    }
}

/// That the blocks of a session no longer sum to its length, with the way to mend it.
#[derive(Debug, Clone, Serialize)]
pub struct BlocksNote {
    sum: i32,
    length: i32,
    url: String,
}

impl BlocksNote {
    /// The note for a session; none where the blocks fit, where there are none, and once it is cancelled.
    pub fn of(row: &SessionRow, sum: Option<Minutes>) -> Option<BlocksNote> {
        let sum = sum.filter(|sum| *sum != row.length() && row.cancelled_at.is_none())?;
        Some(BlocksNote { sum: sum.0, length: row.length().0, url: paths::session_blocks(row.id) })
    }

    /// A note of some session, for samples.
    pub(super) fn sample() -> BlocksNote {
        BlocksNote { sum: 150, length: 180, url: paths::session_blocks(SessionId(1)) }
    }
}

/// What people should know before they come, on a card.
#[derive(Debug, Clone, Serialize)]
pub(super) struct BriefLine {
    topic: Option<String>,
    access: Vec<&'static str>,
    access_note: Option<String>,
    programme_url: String,
}

impl BriefLine {
    pub(super) fn new(session: SessionId, brief: &Brief) -> BriefLine {
        BriefLine {
            topic: brief.topic.clone(),
            access: brief.conditions.iter().map(|one| condition_key(*one)).collect(),
            access_note: brief.access_note.clone(),
            programme_url: paths::session_programme(session),
        }
    }

    pub(super) fn sample() -> BriefLine {
        let brief = Brief {
            topic: Some("Как договориться с директором".into()),
            conditions: Condition::ALL.to_vec(),
            access_note: Some("Вход со двора".into()),
        };
        BriefLine::new(SessionId(1), &brief)
    }
}
