//! Chance that repeats: the same demonstration every time, with no two people alike.

/// A number below `sides`, always the same for the same seeds.
pub fn dice(seed: u64, turn: u64, sides: u64) -> u64 {
    let mut mixed =
        seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(turn.wrapping_mul(0xD1B5_4A32_D192_ED03));
    mixed ^= mixed >> 30;
    mixed = mixed.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^= mixed >> 27;
    mixed = mixed.wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^= mixed >> 31;
    mixed % sides.max(1)
}

/// The same with the letters of a key as the turn.
pub fn dice_by_key(seed: u64, key: &str, sides: u64) -> u64 {
    let turn = key.bytes().fold(0u64, |sum, letter| sum.wrapping_mul(31).wrapping_add(u64::from(letter)));
    dice(seed, turn, sides)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_side_falls_about_as_often_and_always_the_same_way() {
        let mut counts = [0; 6];
        for turn in 0..600 {
            counts[usize::try_from(dice(7, turn, 6)).unwrap()] += 1;
        }
        assert!(counts.iter().all(|count| (60..140).contains(count)), "{counts:?}");
        assert_eq!(dice_by_key(3, "final-quiz", 1000), dice_by_key(3, "final-quiz", 1000));
    }
}
