//! Which queries a job asks.

use birge::db::{Db, Read, Write};
use birge::kernel::Problem;
use diesel::Connection;
use diesel::connection::InstrumentationEvent;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// The texts of the queries that a job asks of the database, without quotation marks.
pub async fn asked<T, J>(db: &Db, job: J) -> Vec<String>
where
    T: Send + 'static,
    J: FnOnce(&mut Read) -> Result<T, Problem> + Send + 'static,
{
    db.read(move |r| {
        let texts = Arc::new(Mutex::new(Vec::new()));
        let heard = texts.clone();
        r.conn().set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::StartQuery { query, .. } = event {
                heard.lock().unwrap().push(query.to_string().replace(['"', '`'], ""));
            }
        });
        let done = job(r);
        // The next job gets the same connection.
        r.conn().set_instrumentation(|_: InstrumentationEvent<'_>| ());
        done?;
        let texts = texts.lock().unwrap().clone();
        Ok(texts)
    })
    .await
    .unwrap()
}

/// How many queries a job that writes asks of the database.
pub async fn asked_writing<T, J>(db: &Db, mut job: J) -> usize
where
    T: Send + 'static,
    J: FnMut(&mut Write) -> Result<T, Problem> + Send + 'static,
{
    db.write(move |w| {
        let count = Arc::new(AtomicUsize::new(0));
        let heard = count.clone();
        w.conn().set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::StartQuery { .. } = event {
                heard.fetch_add(1, Ordering::SeqCst);
            }
        });
        let done = job(w);
        w.conn().set_instrumentation(|_: InstrumentationEvent<'_>| ());
        done?;
        Ok(count.load(Ordering::SeqCst))
    })
    .await
    .unwrap()
}
