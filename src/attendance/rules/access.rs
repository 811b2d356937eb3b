//! What makes the place of a session accessible (F9): told before anybody comes.

use super::texts;

texts! {
    /// A condition of access.
    Condition {
        /// A way in without steps.
        Ramp = "ramp",
        /// A lift to the room.
        Lift = "lift",
        /// A sign language interpreter.
        SignLanguage = "sign_language",
        /// A loop for hearing aids.
        HearingLoop = "hearing_loop",
        /// Handouts in large print.
        LargePrint = "large_print",
        /// A room to rest in quiet.
        QuietRoom = "quiet_room",
        /// A parking place near the door.
        Parking = "parking",
        /// A toilet for a wheelchair.
        AccessibleToilet = "accessible_toilet",
    }
}
