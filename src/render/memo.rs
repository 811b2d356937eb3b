//! Rendered pages kept for data that come again. A template over the same data always gives the same text, so a
//! page is found by the whole of its data and nothing less: what changed since, or belongs to somebody else, has
//! other data and is rendered anew. What is new in every answer (the form's token and key) is left open and
//! filled in afterwards.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex, PoisonError};

/// How many bytes each of the two shelves holds, keys included.
const SHELF: usize = 4 * 1024 * 1024;

/// What is filled in after rendering.
#[derive(Debug, Clone, Copy)]
pub(super) struct Filling<'a> {
    pub csrf: &'a str,
    pub form_id: &'a str,
    pub body: &'a str,
}

/// The texts that stand in a rendered page where something is filled in. They are random and never leave the
/// process, so that nothing a person wrote can be taken for one.
pub(super) struct Marks {
    stem: String,
    pub csrf: String,
    pub form_id: String,
    pub body: String,
}

impl Marks {
    pub fn new() -> Marks {
        let random = || RandomState::new().hash_one(0);
        let stem = format!("{:016x}{:016x}", random(), random());
        let mark = |letter: char| format!("{stem}{letter}");
        Marks { csrf: mark('c'), form_id: mark('f'), body: mark('b'), stem }
    }
}

/// A rendered text, open where something is filled in.
pub(super) struct Rendered {
    key: Vec<u8>,
    html: String,
    /// Where pieces end and what follows each.
    openings: Vec<(usize, Opening)>,
    mark: usize,
}

#[derive(Debug, Clone, Copy)]
enum Opening {
    Csrf,
    FormId,
    Body,
}

impl Rendered {
    pub fn new(key: Vec<u8>, html: String, marks: &Marks) -> Rendered {
        let opening = |(at, stem): (usize, &str)| {
            let opening = match html.get(at + stem.len()..)?.chars().next()? {
                'c' => Opening::Csrf,
                'f' => Opening::FormId,
                _ => Opening::Body,
            };
            Some((at, opening))
        };
        let openings = html.match_indices(marks.stem.as_str()).filter_map(opening).collect();
        Rendered { key, openings, html, mark: marks.csrf.len() }
    }

    /// The text with everything filled in.
    pub fn fill(&self, filling: Filling<'_>) -> String {
        let Filling { csrf, form_id, body } = filling;
        let more = body.len() + self.openings.len() * (csrf.len() + form_id.len());
        let mut out = String::with_capacity(self.html.len() + more);
        let mut from = 0;
        for (at, opening) in &self.openings {
            out.push_str(self.html.get(from..*at).unwrap_or_default());
            out.push_str(match opening {
                Opening::Csrf => csrf,
                Opening::FormId => form_id,
                Opening::Body => body,
            });
            from = at + self.mark;
        }
        out.push_str(self.html.get(from..).unwrap_or_default());
        out
    }

    fn size(&self) -> usize {
        self.key.len() + self.html.len()
    }
}

/// The pages. Two shelves: when the younger is full it becomes the older, and what nobody asked for since goes.
pub(super) struct Memo {
    hasher: RandomState,
    shelves: Mutex<Shelves>,
}

#[derive(Default)]
struct Shelves {
    young: HashMap<u64, Arc<Rendered>>,
    old: HashMap<u64, Arc<Rendered>>,
    /// Bytes on the younger.
    filled: usize,
}

impl Memo {
    pub fn new() -> Memo {
        Memo { hasher: RandomState::new(), shelves: Mutex::default() }
    }

    /// The page of exactly these data.
    pub fn find(&self, key: &[u8]) -> Option<Arc<Rendered>> {
        let hash = self.hasher.hash_one(key);
        let mut shelves = self.shelves.lock().unwrap_or_else(PoisonError::into_inner);
        let found = match shelves.young.get(&hash) {
            Some(page) => page.clone(),
            None => {
                let page = shelves.old.remove(&hash)?;
                shelves.put(hash, page.clone());
                page
            }
        };
        drop(shelves);
        (found.key == key).then_some(found)
    }

    pub fn keep(&self, page: Arc<Rendered>) {
        if page.size() < SHELF / 16 {
            let hash = self.hasher.hash_one(page.key.as_slice());
            self.shelves.lock().unwrap_or_else(PoisonError::into_inner).put(hash, page);
        }
    }
}

impl Shelves {
    fn put(&mut self, hash: u64, page: Arc<Rendered>) {
        if self.filled + page.size() > SHELF {
            self.old = std::mem::take(&mut self.young);
            self.filled = 0;
        }
        self.filled += page.size();
        self.young.insert(hash, page);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(marks: &Marks, key: &str, html: String) -> Arc<Rendered> {
        Arc::new(Rendered::new(key.into(), html, marks))
    }

    #[test]
    fn a_page_is_found_by_all_of_its_data_and_filled_in_anew() {
        let (memo, marks) = (Memo::new(), Marks::new());
        let html = format!("a{}b{}{}c", marks.csrf, marks.body, marks.form_id);
        memo.keep(page(&marks, "data", html));
        assert!(memo.find(b"dat").is_none() && memo.find(b"data ").is_none());
        for csrf in ["", "one", "two"] {
            let filling = Filling { csrf, form_id: "id", body: "жж" };
            assert_eq!(memo.find(b"data").unwrap().fill(filling), format!("a{csrf}bжжidc"));
        }
    }

    #[test]
    fn what_is_asked_for_stays_and_what_is_not_goes() {
        let (memo, marks) = (Memo::new(), Marks::new());
        let html = "x".repeat(SHELF / 32);
        memo.keep(page(&marks, "wanted", html.clone()));
        memo.keep(page(&marks, "forgotten", html.clone()));
        for number in 0..100 {
            memo.keep(page(&marks, &number.to_string(), html.clone()));
            assert!(memo.find(b"wanted").is_some(), "after {number}");
        }
        assert!(memo.find(b"forgotten").is_none());
        let shelves = memo.shelves.lock().unwrap();
        assert!(shelves.young.len() + shelves.old.len() <= 64);
    }

    #[test]
    fn a_page_out_of_proportion_is_not_kept() {
        let (memo, marks) = (Memo::new(), Marks::new());
        memo.keep(page(&marks, "huge", "x".repeat(SHELF / 16)));
        assert!(memo.find(b"huge").is_none());
    }
}
