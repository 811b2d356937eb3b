//! Numbers that a seed fixes. The arithmetic is our own: attempts and previews of teams are drawn again from their seeds
//! years later and must look the same after every update of the program.

/// A source of such numbers (SplitMix64).
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Thrown by a seed.
    pub fn of(seed: u64) -> Dice {
        Dice(seed)
    }

    /// The next number of the row.
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number under a bound; the bias of the remainder is below 2⁻⁵⁰ for every list there can be.
    pub fn under(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.throw() % bound).unwrap_or(0)
    }

    /// Puts items into an order of chance.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.under(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_means_the_same_after_every_update() {
        assert_eq!(Dice::of(0).throw(), 0xE220_A839_7B1D_CDAF, "the published first number of SplitMix64");
        let mut items = [1, 2, 3, 4, 5, 6];
        Dice::of(42).shuffle(&mut items);
        assert_eq!(items, [5, 4, 1, 3, 6, 2], "what is stored was drawn by this arithmetic");
    }
}
