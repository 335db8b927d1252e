//! What the outputs name, or that they name nothing. The largest output alone would always name a digit, and a confident
//! wrong one for a drawing that is none.

/// Below this the largest output says too little.
pub const LEAST: f32 = 0.4;
/// With less than this between the two largest outputs, the drawing might be either.
pub const LEAD: f32 = 0.2;

/// With less than this for the second largest output, there is no other digit that it might be.
const ANY: f32 = 0.2;

/// Why the outputs name no digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// It might be either of two.
    Either,
    /// It is like none.
    Nothing,
}

/// What the outputs say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judgement {
    /// The index of the largest output and of the second largest, the smaller one where two are equal; 0 without any.
    pub first: u8,
    pub second: u8,
    /// Why they name none, if they name none.
    pub doubt: Option<Doubt>,
}

impl Judgement {
    /// The digit that is named, if the largest output is large enough and far enough above the second.
    #[must_use]
    pub fn digit(&self) -> Option<u8> {
        self.doubt.is_none().then_some(self.first)
    }
}

/// What the outputs say: the digit of the largest, or why they leave it open. `docs/recognition.md` has what the limits
/// cost and what they catch.
///
/// ```
/// use descent::training::answer::{Doubt, judge};
///
/// assert_eq!(judge(&[0.0, 0.9, 0.1]).digit(), Some(1));
/// let unsure = judge(&[0.8, 0.1, 0.9]);
/// assert_eq!((unsure.digit(), unsure.first, unsure.second), (None, 2, 0));
/// assert_eq!(unsure.doubt, Some(Doubt::Either));
/// ```
#[must_use]
pub fn judge(z: &[f32]) -> Judgement {
    let (mut first, mut second) = ((0, f32::NEG_INFINITY), (0, f32::NEG_INFINITY));
    for output in (0..).zip(z.iter().copied()) {
        if output.1 > first.1 {
            (first, second) = (output, first);
        } else if output.1 > second.1 {
            second = output;
        }
    }
    let is_clear = first.1 >= LEAST && first.1 - second.1.max(0.0) >= LEAD;
    let doubt = if second.1 >= ANY { Doubt::Either } else { Doubt::Nothing };
    Judgement { first: first.0, second: second.0, doubt: (!is_clear).then_some(doubt) }
}

/// The digit that the outputs name; `None`: not sure.
#[must_use]
pub fn decide(z: &[f32]) -> Option<u8> {
    judge(z).digit()
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

    #[test]
    fn a_doubt_has_its_reason_and_its_digits() {
        let judged = |z: &[f32]| {
            let Judgement { first, second, doubt } = judge(z);
            (first, second, doubt)
        };
        assert_eq!(judged(&[0.1, 0.3, 0.35]), (2, 1, Some(Doubt::Either)));
        assert_eq!(judged(&[0.35, 0.1, 0.15]), (0, 2, Some(Doubt::Nothing)));
        assert_eq!(judged(&[0.5, 0.5, 0.5]), (0, 1, Some(Doubt::Either)));
        assert_eq!(judged(&[0.3, 0.9, 0.3]), (1, 0, None));
        assert_eq!(judged(&[]), (0, 0, Some(Doubt::Nothing)));
        assert_eq!(judged(&[f32::NAN, 0.9]), (1, 0, None));
    }
}
