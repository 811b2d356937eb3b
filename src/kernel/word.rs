//! Words out of closed lists: spelled alike in files, columns and the API.

/// A word out of a closed list.
pub trait Word: Sized + Copy {
    /// Every word of the list as files, columns and the API spell it.
    const WORDS: &'static [&'static str];
    /// The value of a word.
    fn parse(word: &str) -> Option<Self>;
    /// The word of a value.
    fn as_str(self) -> &'static str;
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $text)] $variant,)* }

        impl $crate::kernel::Word for $name {
            const WORDS: &'static [&'static str] = &[$($text,)*];

            fn parse(word: &str) -> Option<Self> {
                match word { $($text => Some($name::$variant),)* _ => None }
            }

            fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }
        }
    };
}

pub(crate) use words;
