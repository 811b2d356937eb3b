//! Closed lists that are stored as text.

/// Stores a type as text, given the names of its method that writes and its function that reads:
/// `stored_text!(Language, tag, from_tag)`. Text that cannot be read is an error,
/// never a default: a `CHECK` in the schema holds the same list.
macro_rules! stored_text {
    ($name:ident, $write:ident, $read:ident) => {
        const _: () = {
            use diesel::sql_types::Text;

    $crate::db::types::storable!([] $name, Text);

            impl<DB> diesel::serialize::ToSql<Text, DB> for $name
            where
                DB: diesel::backend::Backend,
                str: diesel::serialize::ToSql<Text, DB>,
            {
                fn to_sql<'b>(
                    &'b self,
                    out: &mut diesel::serialize::Output<'b, '_, DB>,
                ) -> diesel::serialize::Result {
                    <str as diesel::serialize::ToSql<Text, DB>>::to_sql(self.$write(), out)
                }
            }

            impl<DB> diesel::deserialize::FromSql<Text, DB> for $name
            where
                DB: diesel::backend::Backend,
                String: diesel::deserialize::FromSql<Text, DB>,
            {
                fn from_sql(raw: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                    let text = <String as diesel::deserialize::FromSql<Text, DB>>::from_sql(raw)?;
                    $name::$read(&text)
                        .ok_or_else(|| format!("{text:?} is not a {}", stringify!($name)).into())
                }
            }
        };
    };
}
pub(crate) use stored_text;

/// Declares a closed list with its stored texts: the enum, `ALL`, `as_str`, `parse`, and how diesel
/// and serde write it. Attributes and documentation are passed on.
///
/// ```text
/// text_enum! {
///     /// How somebody was present.
///     Presence {
///         /// In the room.
///         InPerson = "in_person",
///         /// By video.
///         Online = "online",
///     }
/// }
/// ```
#[allow(unused_macros, reason = "for the lists of the rooms to the right")]
macro_rules! text_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$on:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name { $($(#[$on])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every value there is, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The stored text.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// The value of a stored text.
            pub fn parse(text: &str) -> Option<$name> {
                match text { $($text => Some($name::$variant),)+ _ => None }
            }
        }

        $crate::db::stored_text!($name, as_str, parse);
    };
}
#[allow(unused_imports, reason = "as above")]
pub(crate) use text_enum;

#[cfg(test)]
mod tests {
    use diesel::connection::SimpleConnection;
    use diesel::prelude::*;

    text_enum! {
        /// How somebody was present.
        Presence {
            /// In the room.
            InPerson = "in_person",
            /// By video.
            Online = "online",
        }
    }

    diesel::table! {
        visits (id) {
            id -> BigInt,
            presence -> Text,
        }
    }

    #[test]
    fn a_closed_list_is_stored_as_its_texts_and_refuses_others() {
        let mut conn = crate::db::Conn::Sqlite(SqliteConnection::establish(":memory:").unwrap());
        conn.batch_execute("CREATE TABLE visits (id INTEGER PRIMARY KEY, presence TEXT NOT NULL) STRICT")
            .unwrap();
        diesel::insert_into(visits::table)
            .values(visits::presence.eq(Presence::Online))
            .execute(&mut conn)
            .unwrap();
        let text: String = visits::table.select(visits::presence).first(&mut conn).unwrap();
        assert_eq!(text, "online");
        let read =
            |conn: &mut crate::db::Conn| visits::table.select(visits::presence).first::<Presence>(conn);
        assert_eq!(read(&mut conn), Ok(Presence::Online));
        conn.batch_execute("UPDATE visits SET presence = 'by_owl'").unwrap();
        let refused = crate::kernel::Problem::from(read(&mut conn).unwrap_err()).to_string();
        assert!(refused.contains("by_owl"), "{refused}");
        assert_eq!(serde_json::to_string(&Presence::ALL).unwrap(), r#"["in_person","online"]"#);
        assert_eq!(Presence::parse(Presence::InPerson.as_str()), Some(Presence::InPerson));
    }
}
