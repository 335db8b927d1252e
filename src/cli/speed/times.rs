//! The middle one of several times: unlike the mean, it does not follow a neighbour's moment of work.

use std::time::Duration;

/// The median; of an even number the mean of the middle two; zero of none.
pub fn median(times: &[Duration]) -> Duration {
    let seconds: Vec<_> = times.iter().map(Duration::as_secs_f64).collect();
    Duration::from_secs_f64(median_of(&seconds))
}

/// The same of plain numbers.
pub fn median_of(numbers: &[f64]) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    match (sorted.len(), sorted.len() / 2) {
        (0, _) => 0.0,
        (count, middle) if count % 2 == 1 => sorted[middle],
        (_, middle) => f64::midpoint(sorted[middle - 1], sorted[middle]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_by_hand() {
        for (numbers, median) in [(&[][..], 0.0), (&[4.0], 4.0), (&[9.0, 1.0, 2.0], 2.0), (&[1.0, 9.0, 2.0, 3.0], 2.5)]
        {
            assert!((median_of(numbers) - median).abs() < 1e-12, "{numbers:?}");
        }
        assert_eq!(median(&[3, 1, 2].map(Duration::from_secs)), Duration::from_secs(2));
    }
}
