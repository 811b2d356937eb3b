//! How the kernel's words are stored: ids as integers, moments as UTC timestamps, names as text.

use super::conn::MultiBackend;
use crate::kernel::*;
use chrono::{NaiveDateTime, SubsecRound};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql};
use diesel::pg::Pg;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{BigInt, Integer, Text, Timestamp};
use diesel::sqlite::Sqlite;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Lets a type stand in expressions and rows as one SQL type, like diesel's derives, which cannot be
/// put on the kernel's types.
macro_rules! storable {
    ([$($generic:ident)?] $type:ty, $sql:ty) => {
        $crate::db::types::storable!(@expression [$($generic)?] [] $type, $type, $sql);
        $crate::db::types::storable!(@expression [$($generic)?] ['e] &'e $type, $type, $sql);
        $crate::db::types::storable!(@expression [$($generic)?] ['e 'f] &'f &'e $type, $type, $sql);

        impl<$($generic,)? __DB> diesel::serialize::ToSql<diesel::sql_types::Nullable<$sql>, __DB> for $type
        where
            __DB: diesel::backend::Backend,
            Self: diesel::serialize::ToSql<$sql, __DB>,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, __DB>,
            ) -> diesel::serialize::Result {
                diesel::serialize::ToSql::<$sql, __DB>::to_sql(self, out)
            }
        }

        impl<$($generic,)? __DB, __ST> diesel::deserialize::Queryable<__ST, __DB> for $type
        where
            __DB: diesel::backend::Backend,
            __ST: diesel::sql_types::SingleValue,
            Self: diesel::deserialize::FromSql<__ST, __DB>,
        {
            type Row = Self;

            fn build(row: Self) -> diesel::deserialize::Result<Self> {
                Ok(row)
            }
        }
    };
    (@expression [$($generic:ident)?] [$($life:lifetime)*] $expression:ty, $type:ty, $sql:ty) => {
        impl<$($life,)* $($generic)?> diesel::expression::AsExpression<$sql> for $expression {
            type Expression = diesel::internal::derives::as_expression::Bound<$sql, Self>;

            fn as_expression(self) -> Self::Expression {
                diesel::internal::derives::as_expression::Bound::new(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($life,)* $($generic)?>
            diesel::expression::AsExpression<diesel::sql_types::Nullable<$sql>> for $expression
        {
            type Expression =
                diesel::internal::derives::as_expression::Bound<diesel::sql_types::Nullable<$sql>, Self>;

            fn as_expression(self) -> Self::Expression {
                diesel::internal::derives::as_expression::Bound::new(self)
            }
        }
    };
}
pub(crate) use storable;

/// A newtype around a number.
macro_rules! number {
    ($sql:ty, $inner:ty: $($name:ident),* $(,)?) => {$(
        storable!([] $name, $sql);

        impl<DB: Backend> ToSql<$sql, DB> for $name
        where
            $inner: ToSql<$sql, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                self.0.to_sql(out)
            }
        }

        impl<DB: Backend> FromSql<$sql, DB> for $name
        where
            $inner: FromSql<$sql, DB>,
        {
            fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
                <$inner>::from_sql(raw).map($name)
            }
        }
    )*};
}

macro_rules! ids {
    ($($name:ident),* $(,)?) => { number!(BigInt, i64: $($name),*); };
}

crate::every_id!(ids);
number!(Integer, i32: Minutes, AcademicHours, Permille);

super::stored_text!(Language, tag, from_tag);
super::stored_text!(ZoneName, name, parse);
super::stored_text!(PublicId, as_str, parse);

storable!([] Moment, Timestamp);

/// Whole microseconds, which is what PostgreSQL keeps; both databases then give back the same moment.
fn stored_form(moment: &Moment) -> NaiveDateTime {
    moment.0.naive_utc().trunc_subsecs(6)
}

impl ToSql<Timestamp, Sqlite> for Moment {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        // As diesel writes it: text that sorts by time.
        out.set_value(stored_form(self).format("%F %T%.f").to_string());
        Ok(IsNull::No)
    }
}

impl ToSql<Timestamp, Pg> for Moment {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<Timestamp, Pg>::to_sql(&stored_form(self), &mut out.reborrow())
    }
}

impl ToSql<Timestamp, MultiBackend> for Moment {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
        out.set_value((Timestamp, self));
        Ok(IsNull::No)
    }
}

impl<DB: Backend> FromSql<Timestamp, DB> for Moment
where
    NaiveDateTime: FromSql<Timestamp, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
        NaiveDateTime::from_sql(raw).map(Moment::from_utc)
    }
}

/// A value kept as JSON text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Json<T>(pub T);

storable!([T] Json<T>, Text);

impl<T> ToSql<Text, Sqlite> for Json<T>
where
    T: Serialize + std::fmt::Debug,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(serde_json::to_string(&self.0)?);
        Ok(IsNull::No)
    }
}

impl<T> ToSql<Text, Pg> for Json<T>
where
    T: Serialize + std::fmt::Debug,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        let text = serde_json::to_string(&self.0)?;
        ToSql::<Text, Pg>::to_sql(&text, &mut out.reborrow())
    }
}

impl<T> ToSql<Text, MultiBackend> for Json<T>
where
    T: Serialize + std::fmt::Debug + Send + Sync + 'static,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
        out.set_value((Text, self));
        Ok(IsNull::No)
    }
}

impl<T, DB> FromSql<Text, DB> for Json<T>
where
    T: DeserializeOwned,
    DB: Backend,
    String: FromSql<Text, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
        let text = String::from_sql(raw)?;
        Ok(Json(serde_json::from_str(&text)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use diesel::connection::SimpleConnection;
    use diesel::prelude::*;

    diesel::table! {
        things (id) {
            id -> BigInt,
            at -> Timestamp,
            language -> Text,
            zone -> Nullable<Text>,
            public_id -> Text,
            minutes -> Integer,
            value -> Nullable<Text>,
        }
    }

    type Thing = (PersonId, Moment, Language, Option<ZoneName>, PublicId, Minutes, Option<Json<Vec<i32>>>);

    #[test]
    fn the_kernels_words_come_back_as_they_went_in() {
        let mut conn = super::super::Conn::Sqlite(SqliteConnection::establish(":memory:").unwrap());
        conn.batch_execute(
            "CREATE TABLE things (id INTEGER PRIMARY KEY, at TEXT NOT NULL, language TEXT NOT NULL, zone TEXT, \
             public_id TEXT NOT NULL, minutes INTEGER NOT NULL, value TEXT) STRICT",
        )
        .unwrap();
        let at = Moment::parse("2026-09-01T09:00:00.123456789Z").unwrap();
        let public_id = PublicId::from_random([3; 20]);
        diesel::insert_into(things::table)
            .values((
                things::id.eq(PersonId(7)),
                things::at.eq(at),
                things::language.eq(Language::Kk),
                things::zone.eq(Some(ZoneName::MOSCOW)),
                things::public_id.eq(&public_id),
                things::minutes.eq(Minutes(90)),
                things::value.eq(Json(vec![1, 2])),
            ))
            .execute(&mut conn)
            .unwrap();
        let thing: Thing =
            things::table.filter(things::id.eq_any(vec![PersonId(7)])).first(&mut conn).unwrap();
        let kept = Moment::parse("2026-09-01T09:00:00.123456Z").unwrap();
        let expected = (
            PersonId(7),
            kept,
            Language::Kk,
            Some(ZoneName::MOSCOW),
            public_id,
            Minutes(90),
            Some(Json(vec![1, 2])),
        );
        assert_eq!(thing, expected);
        let later = things::table.filter(things::at.gt(kept)).count().get_result::<i64>(&mut conn);
        assert_eq!(later, Ok(0));
    }
}
