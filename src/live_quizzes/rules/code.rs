//! The code that a room joins by: six digits, which every keyboard has, whatever alphabet it is set to.

/// How many digits.
pub const LENGTH: usize = 6;

/// A code out of random bytes; the bias of the remainder is below one in four thousand million.
pub fn of_random(bytes: [u8; 8]) -> String {
    format!("{:06}", u64::from_le_bytes(bytes) % 1_000_000)
}

/// The code that somebody typed, with spaces and hyphens as they come; `None` when it cannot be one.
pub fn parse(typed: &str) -> Option<String> {
    let digits: String =
        typed.chars().filter(|letter| !letter.is_whitespace() && !"-–—".contains(*letter)).collect();
    let fits = digits.len() == LENGTH && digits.bytes().all(|digit| digit.is_ascii_digit());
    fits.then_some(digits)
}

/// The code as it is read aloud and written on the screen: `482 915`.
pub fn spoken(code: &str) -> String {
    match code.split_at_checked(LENGTH / 2) {
        Some((first, rest)) => format!("{first} {rest}"),
        None => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = of_random([7, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(code, "000007");
        assert_eq!(spoken(&code), "000 007");
        for typed in ["000007", " 000 007 ", "000-007", "000–007"] {
            assert_eq!(parse(typed).as_deref(), Some("000007"), "{typed}");
        }
        for typed in ["", "00007", "0000071", "00000O", "٠٠٠٠٠٧"] {
            assert_eq!(parse(typed), None, "{typed}");
        }
    }
}
