//! The measures of classical test theory as Moodle's quiz report defines them
//! (<https://docs.moodle.org/dev/Quiz_statistics_calculations>). Shares are between 0 and 1 here and percent on
//! pages. With S attempts, P questions, x the points of a question, T the points of an attempt and R = T − x:
//!
//! * variance and covariance divide by S − 1;
//! * facility: mean of x / most of x;
//! * discrimination: correlation of x and R, `C(x, R) / √(V(x)·V(R))`;
//! * discriminative efficiency: `C(x, R) / Cmax(x, R)`, where Cmax is the covariance of both sorted ascending;
//! * intended weight: most of x / Σ most; effective weight: `√C(x, T) / Σ √C(x, T)`, a negative covariance counts
//!   as nothing;
//! * skewness `k₃ / k₂^1.5` and kurtosis `k₄ / k₂²` of T by k-statistics;
//! * internal consistency (Cronbach's alpha): `P/(P−1) · (1 − Σ V(x) / V(T))`;
//! * error ratio `√(1 − alpha)` and standard error `error ratio · √V(T)`.
//!
//! What cannot be computed is nothing rather than zero: a variance of one attempt, a correlation with a constant.

/// The points of attempts, question by question.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// What each question can give.
    pub most: Vec<f64>,
    /// A row for each attempt, with the points of each question; nothing where it was not asked.
    pub rows: Vec<Vec<Option<f64>>>,
    /// For each row the columns of what it was asked, by their places ([`super::slots`]); without, in the order of the
    /// columns.
    pub slots: Vec<Vec<usize>>,
}

/// What is known of a question.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Item {
    /// How many attempts asked it.
    pub count: usize,
    /// The mean share of its points.
    pub facility: Option<f64>,
    /// The standard deviation of the share of its points.
    pub deviation: Option<f64>,
    /// How its points go with the rest of the attempt, −1 to 1.
    pub discrimination: Option<f64>,
    /// The same against the most its distribution allows.
    pub efficiency: Option<f64>,
    /// Its share of all points.
    pub intended: Option<f64>,
    /// Its share in what the results differ by.
    pub effective: Option<f64>,
}

/// What is known of a quiz.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Whole {
    /// How many attempts.
    pub count: usize,
    /// The mean share of points.
    pub mean: Option<f64>,
    /// The median share.
    pub median: Option<f64>,
    /// The standard deviation of the share.
    pub deviation: Option<f64>,
    /// Below nothing: a long tail of weak results.
    pub skewness: Option<f64>,
    /// Above nothing: more extreme results than usual.
    pub kurtosis: Option<f64>,
    /// Cronbach's alpha, at most 1.
    pub consistency: Option<f64>,
    /// The share of the deviation that is chance.
    pub error_ratio: Option<f64>,
    /// How far a result would wander if the same person sat again, as a share of all points.
    pub standard_error: Option<f64>,
}

/// Mean of a list; nothing of an empty one.
fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / count(values.len()))
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Covariance of two lists of one length, divided by one less than it.
fn covariance(one: &[f64], other: &[f64]) -> Option<f64> {
    if one.len() < 2 || one.len() != other.len() {
        return None;
    }
    let (centre, other_centre) = (mean(one)?, mean(other)?);
    let sum: f64 = one.iter().zip(other).map(|(x, y)| (x - centre) * (y - other_centre)).sum();
    Some(sum / count(one.len() - 1))
}

fn variance(values: &[f64]) -> Option<f64> {
    covariance(values, values)
}

/// Smaller than this is no variance but what adding floats leaves over: points are thousandths.
const NOTHING: f64 = 1e-9;

fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > NOTHING).then(|| part / whole)
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values
}

/// The points of attempts in all.
fn totals(sheet: &Sheet) -> Vec<f64> {
    sheet.rows.iter().map(|row| row.iter().flatten().sum()).collect()
}

/// What is known of each question.
pub fn items(sheet: &Sheet) -> Vec<Item> {
    let totals = totals(sheet);
    let whole: f64 = sheet.most.iter().sum();
    let mut items: Vec<Item> = Vec::with_capacity(sheet.most.len());
    let mut spreads: Vec<f64> = Vec::with_capacity(sheet.most.len());
    for (place, most) in sheet.most.iter().enumerate() {
        let asked = sheet.rows.iter().zip(&totals);
        let asked = asked.filter_map(|(row, total)| Some((row.get(place).copied().flatten()?, *total)));
        let (points, totals): (Vec<f64>, Vec<f64>) = asked.unzip();
        let spread = covariance(&points, &totals).unwrap_or_default().max(0.0).sqrt();
        spreads.push(spread);
        items.push(Item { intended: ratio(*most, whole), ..item(&points, &totals, *most) });
    }
    let spread: f64 = spreads.iter().sum();
    for (item, own) in items.iter_mut().zip(spreads) {
        item.effective = ratio(own, spread);
    }
    items
}

fn item(points: &[f64], totals: &[f64], most: f64) -> Item {
    let rest: Vec<f64> = points.iter().zip(totals).map(|(x, total)| total - x).collect();
    let together = covariance(points, &rest);
    let spread = variance(points).zip(variance(&rest)).map(|(own, rest)| (own * rest).max(0.0).sqrt());
    let best = covariance(&sorted(points), &sorted(&rest));
    let of_most = |value: f64| ratio(value, most);
    Item {
        count: points.len(),
        facility: mean(points).and_then(of_most),
        deviation: variance(points).and_then(|variance| of_most(variance.max(0.0).sqrt())),
        discrimination: together.zip(spread).and_then(|(together, spread)| ratio(together, spread)),
        efficiency: together.zip(best).and_then(|(together, best)| ratio(together, best)),
        intended: None,
        effective: None,
    }
}

/// What is known of the quiz.
pub fn whole(sheet: &Sheet) -> Whole {
    let totals = totals(sheet);
    // With drawn questions attempts have different ones, but as many points when these are alike.
    let most = |row: &Vec<Option<f64>>| -> f64 {
        row.iter().zip(&sheet.most).filter(|(points, _)| points.is_some()).map(|(_, most)| most).sum()
    };
    let shares: Vec<f64> =
        sheet.rows.iter().zip(&totals).filter_map(|(row, total)| ratio(*total, most(row))).collect();
    let deviation = variance(&shares).map(|variance| variance.max(0.0).sqrt());
    let consistency = alpha(sheet, &totals);
    let error_ratio = consistency.map(|alpha| (1.0 - alpha).max(0.0).sqrt());
    let (skewness, kurtosis) = shape(&shares);
    Whole {
        count: shares.len(),
        mean: mean(&shares),
        median: median(&shares),
        deviation,
        skewness,
        kurtosis,
        consistency,
        error_ratio,
        standard_error: error_ratio.zip(deviation).map(|(error, deviation)| error * deviation),
    }
}

fn median(values: &[f64]) -> Option<f64> {
    let values = sorted(values);
    let middle = values.len() / 2;
    let upper = values.get(middle).copied()?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    values.get(middle.checked_sub(1)?).map(|lower| (lower + upper) / 2.0)
}

/// Cronbach's alpha over the places of the attempts: the question itself where everybody was asked it, and the first,
/// the second … of what was drawn, as Moodle does for questions drawn at random. Nothing when attempts were asked
/// different numbers of questions: then there are no places that all of them have.
fn alpha(sheet: &Sheet, totals: &[f64]) -> Option<f64> {
    let placed = |(number, row): (usize, &Vec<Option<f64>>)| match sheet.slots.get(number) {
        Some(slots) => slots.iter().filter_map(|column| row.get(*column).copied().flatten()).collect(),
        None => row.iter().flatten().copied().collect(),
    };
    let rows: Vec<Vec<f64>> = sheet.rows.iter().enumerate().map(placed).collect();
    let places = rows.first().map(Vec::len).filter(|places| *places > 1)?;
    if rows.iter().any(|row| row.len() != places) {
        return None;
    }
    let column = |place: usize| rows.iter().filter_map(|row| row.get(place).copied()).collect::<Vec<f64>>();
    let own: f64 = (0..places).map(|place| variance(&column(place))).sum::<Option<f64>>()?;
    let all = variance(totals).filter(|all| *all > NOTHING)?;
    let places = count(places);
    Some(places / (places - 1.0) * (1.0 - own / all))
}

/// Skewness and kurtosis by k-statistics.
fn shape(values: &[f64]) -> (Option<f64>, Option<f64>) {
    let Some(centre) = mean(values) else { return (None, None) };
    let size = count(values.len());
    let moment = |power: i32| values.iter().map(|value| (value - centre).powi(power)).sum::<f64>() / size;
    let (second, third, fourth) = (moment(2), moment(3), moment(4));
    if second <= NOTHING || values.len() < 3 {
        return (None, None);
    }
    let k2 = size / (size - 1.0) * second;
    let k3 = size * size * third / ((size - 1.0) * (size - 2.0));
    let skewness = k3 / k2.powf(1.5);
    if values.len() < 4 {
        return (Some(skewness), None);
    }
    let k4 = size * size * ((size + 1.0) * fourth - 3.0 * (size - 1.0) * second * second)
        / ((size - 1.0) * (size - 2.0) * (size - 3.0));
    (Some(skewness), Some(k4 / (k2 * k2)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sheet(rows: &[&[f64]]) -> Sheet {
        let most = vec![1.0; rows[0].len()];
        Sheet {
            most,
            rows: rows.iter().map(|row| row.iter().map(|x| Some(*x)).collect()).collect(),
            ..Sheet::default()
        }
    }

    fn near(found: Option<f64>, expected: f64) {
        let found = found.expect("computed");
        assert!((found - expected).abs() < 1e-4, "{found} is not {expected}");
    }

    /// Four people, three questions, by hand:
    ///
    /// ```text
    ///      x1 x2 x3   T      R1 = T − x1
    /// A     1  1  1   3      2
    /// B     1  1  0   2      1
    /// C     1  0  0   1      0
    /// D     0  0  0   0      0
    /// mean ¾  ½  ¼   1½     ¾
    ///
    /// V(x1) = (3·(¼)² + (¾)²) / 3 = ¼        V(x2) = 4·(½)² / 3 = ⅓        V(x3) = ¼
    /// V(T)  = (1½² + ½² + ½² + 1½²) / 3 = 5/3
    /// alpha = 3/2 · (1 − (¼ + ⅓ + ¼) / (5/3)) = 3/2 · ½ = ¾;  error ratio = √¼ = ½
    /// C(x1, R1) = (¼·1¼ + ¼·¼ − ¼·¾ + ¾·¾) / 3 = ¼;  V(R1) = (1¼² + ¼² + ¾² + ¾²) / 3 = 11/12
    /// D1 = ¼ / √(¼ · 11/12) = 0.5222;  both sorted go together already, so efficiency = 1
    /// C(x1, T) = ½, C(x2, T) = ⅔, C(x3, T) = ½;  effective weight 1 = √½ / (√½ + √⅔ + √½) = 0.3170
    /// ```
    #[test]
    fn four_people_and_three_questions_by_hand() {
        let sheet = sheet(&[&[1.0, 1.0, 1.0], &[1.0, 1.0, 0.0], &[1.0, 0.0, 0.0], &[0.0, 0.0, 0.0]]);
        let items = items(&sheet);
        near(items[0].facility, 0.75);
        near(items[0].deviation, 0.5);
        near(items[1].deviation, 0.577_35);
        near(items[0].discrimination, 0.522_23);
        near(items[0].efficiency, 1.0);
        near(items[0].intended, 1.0 / 3.0);
        near(items[0].effective, 0.316_99);
        near(items[1].effective, 0.366_03);
        let whole = whole(&sheet);
        near(whole.mean, 0.5);
        near(whole.median, 0.5);
        near(whole.deviation, 1.290_99 / 3.0);
        near(whole.skewness, 0.0);
        near(whole.kurtosis, -1.2);
        near(whole.consistency, 0.75);
        near(whole.error_ratio, 0.5);
        near(whole.standard_error, 0.645_50 / 3.0);
    }

    /// Three attempts that drew two of three questions: the first place holds 1, 1, 1 and the second 0, 0, 1.
    ///
    /// ```text
    /// V(first) = 0, V(second) = ⅓;  T = 1, 1, 2, V(T) = ⅓;  alpha = 2 · (1 − 1) = 0
    /// ```
    #[test]
    fn alpha_goes_by_places_and_not_by_the_columns_of_the_quiz() {
        let rows = vec![
            vec![Some(1.0), Some(0.0), None],
            vec![Some(0.0), None, Some(1.0)],
            vec![None, Some(1.0), Some(1.0)],
        ];
        let slots = vec![vec![0, 1], vec![2, 0], vec![1, 2]];
        let drawn = Sheet { most: vec![1.0; 3], rows, slots };
        near(whole(&drawn).consistency, 0.0);
        let mut shorter = drawn.clone();
        shorter.slots[2].pop();
        assert_eq!(whole(&shorter).consistency, None, "not everybody has a second place");
    }

    #[test]
    fn one_attempt_and_a_constant_question_say_nothing() {
        let one = sheet(&[&[1.0, 0.0]]);
        assert_eq!((items(&one)[0].facility, items(&one)[0].deviation), (Some(1.0), None));
        assert_eq!(whole(&one).consistency, None);
        let constant = sheet(&[&[1.0, 0.0], &[1.0, 1.0], &[1.0, 0.0]]);
        assert_eq!(items(&constant)[0].discrimination, None, "what everybody knows tells nobody apart");
        assert_eq!(whole(&Sheet::default()), Whole::default());
        assert_eq!(
            items(&Sheet { most: vec![0.0], rows: vec![vec![Some(0.0)]], ..Sheet::default() })[0].facility,
            None
        );
    }

    #[test]
    fn questions_that_were_not_asked_are_left_out() {
        let mut drawn = sheet(&[&[1.0, 1.0, 0.0], &[0.0, 1.0, 1.0]]);
        drawn.rows[0][2] = None;
        drawn.rows[1][0] = None;
        let items = items(&drawn);
        assert_eq!(items.iter().map(|item| item.count).collect::<Vec<_>>(), [1, 2, 1]);
        assert_eq!(whole(&drawn).mean, Some(1.0));
    }

    prop_compose! {
        fn any_sheet()(places in 2..6usize, people in 2..12usize)
            (rows in prop::collection::vec(prop::collection::vec(0..=4u8, places), people), places in Just(places)) -> Sheet {
            let rows = rows.iter().map(|row| row.iter().map(|x| Some(f64::from(*x) / 4.0)).collect()).collect();
            Sheet { most: vec![1.0; places], rows, ..Sheet::default() }
        }
    }

    fn close(one: Option<f64>, other: Option<f64>) -> bool {
        match (one, other) {
            (Some(one), Some(other)) => (one - other).abs() < 1e-6,
            (one, other) => one == other,
        }
    }

    proptest! {
        #[test]
        fn shares_stay_shares(sheet in any_sheet()) {
            let slack = 1e-6;
            for item in items(&sheet) {
                prop_assert!(item.facility.is_some_and(|f| (0.0..=1.0).contains(&f)));
                prop_assert!(item.discrimination.is_none_or(|d| d.abs() <= 1.0 + slack));
                prop_assert!(item.efficiency.is_none_or(|e| e <= 1.0 + slack));
            }
            let whole = whole(&sheet);
            prop_assert!(whole.consistency.is_none_or(|alpha| alpha <= 1.0 + slack));
            prop_assert!(whole.error_ratio.is_none_or(|error| error >= 0.0));
            let weights: f64 = items(&sheet).iter().filter_map(|item| item.effective).sum();
            prop_assert!(weights == 0.0 || (weights - 1.0).abs() < slack);
        }

        #[test]
        fn other_units_change_nothing(sheet in any_sheet(), times in 1..9u8) {
            let times = f64::from(times);
            let mut scaled = sheet.clone();
            scaled.most.iter_mut().for_each(|most| *most *= times);
            scaled.rows.iter_mut().flatten().flatten().for_each(|points| *points *= times);
            for (one, other) in items(&sheet).iter().zip(items(&scaled)) {
                prop_assert!(close(one.facility, other.facility) && close(one.discrimination, other.discrimination));
                prop_assert!(close(one.effective, other.effective));
            }
            prop_assert!(close(whole(&sheet).consistency, whole(&scaled).consistency));
        }

        #[test]
        fn a_gift_to_everybody_tells_nobody_apart(sheet in any_sheet()) {
            let mut longer = sheet.clone();
            longer.most.push(1.0);
            longer.rows.iter_mut().for_each(|row| row.push(Some(1.0)));
            for (one, other) in items(&sheet).iter().zip(items(&longer)) {
                prop_assert!(close(one.discrimination, other.discrimination) && close(one.efficiency, other.efficiency));
            }
        }

        #[test]
        fn the_order_of_people_does_not_matter(sheet in any_sheet()) {
            let mut back = sheet.clone();
            back.rows.reverse();
            prop_assert!(close(whole(&sheet).consistency, whole(&back).consistency));
            for (one, other) in items(&sheet).iter().zip(items(&back)) {
                prop_assert!(close(one.discrimination, other.discrimination));
            }
        }
    }
}
