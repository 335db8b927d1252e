//! What the outputs name, or that they name nothing. The largest output alone would always name a digit, and a confident
//! wrong one for a drawing that is none.

/// Below this the largest output says too little.
pub const LEAST: f32 = 0.4;
/// With less than this between the two largest outputs, the drawing might be either.
pub const LEAD: f32 = 0.2;

/// The index of the largest output, if it is large enough and far enough above the second; `None`: not sure.
/// `docs/recognition.md` has what the two limits cost and what they catch.
#[must_use]
pub fn decide(z: &[f32]) -> Option<u8> {
    let (mut best, mut first, mut second) = (None, f32::NEG_INFINITY, f32::NEG_INFINITY);
    for (k, output) in (0..).zip(z) {
        if *output > first {
            (best, first, second) = (Some(k), *output, first);
        } else {
            second = second.max(*output);
        }
    }
    best.filter(|_| first >= LEAST && first - second.max(0.0) >= LEAD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        assert_eq!(decide(&[0.0, 0.9, 0.1]), Some(1));
        assert_eq!(decide(&[0.0, 0.35, 0.1]), None, "all low");
        assert_eq!(decide(&[0.8, 0.1, 0.9]), None, "two close");
        assert_eq!(decide(&[0.6, 0.1, 0.85]), Some(2));
        assert_eq!(decide(&[]), None);
        assert_eq!(decide(&[f32::NAN, f32::NAN]), None);
        assert_eq!(decide(&[0.7]), Some(0));
    }
}
