//! Numbers of choices: those of before are kept, so that answers to one version can be read against the next.

use super::build::Build;
use crate::kernel::Language;
use crate::questions::rules::to_markdown::to_markdown;
use crate::questions::rules::{Choice, ChoiceId};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

impl Build<'_> {
    /// Numbers for rows of (number before, text in the main language). Those of before are kept; of a new question
    /// all are dealt, the first `lefts` before the others; a row that is new gets one that says nothing of its place.
    pub(super) fn ids(&self, rows: &[(&str, &str)], lefts: usize) -> Vec<ChoiceId> {
        let Some(before) = self.before else {
            let texts: Vec<&str> = rows.iter().map(|(_, text)| *text).collect();
            let (left, right) = texts.split_at(lefts.min(texts.len()));
            let shift = u16::try_from(left.len()).unwrap_or_default();
            let rights = ChoiceId::deal(self.key, right).into_iter().map(|id| ChoiceId(id.0 + shift));
            return ChoiceId::deal(self.key, left).into_iter().chain(rights).collect();
        };
        let text = before.texts.values().next();
        let all =
            text.iter().flat_map(|text| text.choices.iter().chain(&text.rights)).map(|choice| choice.id);
        let mut free: BTreeSet<ChoiceId> = all.clone().collect();
        let mut taken = free.clone();
        let kept: Vec<Option<ChoiceId>> =
            rows.iter().map(|(id, _)| id.parse().ok().map(ChoiceId).filter(|id| free.remove(id))).collect();
        let dealt = kept
            .into_iter()
            .zip(rows)
            .map(|(kept, (_, text))| kept.unwrap_or_else(|| self.fresh(text, &mut taken)));
        dealt.collect()
    }

    /// Numbers for texts: those that the same texts had before, else new ones.
    pub(super) fn ids_by_text(
        &self,
        texts: &[String],
        before: &[(ChoiceId, String)],
        taken: &mut BTreeSet<ChoiceId>,
    ) -> Vec<ChoiceId> {
        if before.is_empty() {
            let shift = taken.last().map_or(0, |last| last.0);
            let dealt = ChoiceId::deal(self.key, &texts.iter().map(String::as_str).collect::<Vec<_>>());
            let ids: Vec<_> = dealt.into_iter().map(|id| ChoiceId(id.0.saturating_add(shift))).collect();
            taken.extend(ids.iter().copied());
            return ids;
        }
        let mut used = BTreeSet::new();
        let known: Vec<Option<ChoiceId>> = texts
            .iter()
            .map(|text| {
                let same = before.iter().find(|(id, known)| known == text && !used.contains(id))?;
                used.insert(same.0);
                Some(same.0)
            })
            .collect();
        let dealt = known.into_iter().zip(texts);
        dealt.map(|(known, text)| known.unwrap_or_else(|| self.fresh(text, taken))).collect()
    }

    /// The numbers that the choices of gaps had before.
    pub(super) fn gap_ids(&self) -> Vec<ChoiceId> {
        let texts = self.before.into_iter().flat_map(|before| before.texts.values());
        texts.flat_map(|text| text.gaps.values().flatten()).map(|choice| choice.id).collect()
    }

    /// The choices that a gap had before, as Markdown of a language.
    pub(super) fn gap_choices(&self, gap: ChoiceId, language: Language) -> Vec<(ChoiceId, String)> {
        let text = self.before.and_then(|before| before.texts.get(&language));
        let choices = text.and_then(|text| text.gaps.get(&gap)).map(Vec::as_slice).unwrap_or_default();
        let line = |choice: &Choice| (choice.id, to_markdown(&choice.html));
        choices.iter().map(line).collect()
    }

    /// A number that nothing has, by a digest of the text.
    fn fresh(&self, text: &str, taken: &mut BTreeSet<ChoiceId>) -> ChoiceId {
        let digest = Sha256::new().chain_update(self.key).chain_update([0]).chain_update(text).finalize();
        let start = digest.iter().take(2).fold(0u16, |number, byte| number << 8 | u16::from(*byte)) % 1000;
        let free = (start..u16::MAX).map(|number| ChoiceId(number + 1)).find(|id| !taken.contains(id));
        let id = free.unwrap_or(ChoiceId(u16::MAX));
        taken.insert(id);
        id
    }
}
