//! Which questions of different attempts stand at the same place.

use crate::kernel::QuestionId;
use std::collections::HashMap;

/// What an attempt was asked, in the order it was shown in, with how many questions each section has; without sections
/// it is one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// The questions.
    pub questions: Vec<QuestionId>,
    /// The lengths of the sections.
    pub sections: Vec<usize>,
}

impl Asked {
    /// The columns of the questions of each section; those without a column carry no points and have no place.
    fn columns(&self, columns: &HashMap<QuestionId, usize>) -> Vec<Vec<usize>> {
        let whole = [self.questions.len()];
        let lengths = if self.sections.is_empty() { &whole[..] } else { self.sections.as_slice() };
        let mut rest = self.questions.iter();
        let mut found = Vec::with_capacity(lengths.len());
        for length in lengths {
            found.push(rest.by_ref().take(*length).filter_map(|id| columns.get(id).copied()).collect());
        }
        found
    }
}

/// For each attempt the columns of its questions by their places. Where everybody was asked the same questions in a
/// section, each has its own place, however it was shuffled; where they were drawn, the first of the section stands
/// beside the first.
pub fn of(asked: &[Asked], columns: &HashMap<QuestionId, usize>) -> Vec<Vec<usize>> {
    let parts: Vec<Vec<Vec<usize>>> = asked.iter().map(|one| one.columns(columns)).collect();
    let most = parts.iter().map(Vec::len).max().unwrap_or(0);
    let mut slots = vec![Vec::new(); asked.len()];
    for section in 0..most {
        let sorted = |part: &Vec<Vec<usize>>| {
            let mut sorted = part.get(section).cloned().unwrap_or_default();
            sorted.sort_unstable();
            sorted
        };
        let first = parts.first().map(sorted).unwrap_or_default();
        let same = parts.iter().all(|part| sorted(part) == first);
        for (slots, part) in slots.iter_mut().zip(&parts) {
            let shown = part.get(section).cloned().unwrap_or_default();
            slots.extend(if same { first.clone() } else { shown });
        }
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(questions: &[i64], sections: &[usize]) -> Asked {
        Asked { questions: questions.iter().copied().map(QuestionId).collect(), sections: sections.to_vec() }
    }

    fn columns() -> HashMap<QuestionId, usize> {
        (1..=5).map(QuestionId).zip(0..).collect()
    }

    #[test]
    fn a_shuffled_question_keeps_its_place_and_a_drawn_one_has_that_of_its_turn() {
        let shuffled = [asked(&[3, 1, 2], &[]), asked(&[1, 2, 3], &[])];
        assert_eq!(of(&shuffled, &columns()), [[0, 1, 2], [0, 1, 2]]);
        let drawn = [asked(&[3, 1], &[]), asked(&[5, 3], &[])];
        assert_eq!(of(&drawn, &columns()), [[2, 0], [4, 2]]);
        let sections = [asked(&[2, 1, 4], &[2, 1]), asked(&[1, 2, 3], &[2, 1])];
        assert_eq!(of(&sections, &columns()), [[0, 1, 3], [0, 1, 2]]);
        let with_a_scale = [asked(&[9, 1, 2], &[]), asked(&[2, 9, 1], &[])];
        assert_eq!(of(&with_a_scale, &columns()), [[0, 1], [0, 1]]);
        assert_eq!(of(&[], &columns()), Vec::<Vec<usize>>::new());
    }
}
