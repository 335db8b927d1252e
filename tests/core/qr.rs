//! The QR code, read again by another library from a picture of it.

use descent::error::Error;
use descent::qr::{MOST_BYTES, Squares, squares};
use proptest::prelude::*;

/// What a reader finds in a picture of the code: squares of `size` pixels, the border of four that the standard asks for.
fn read(code: &Squares, size: usize) -> Option<String> {
    let side = (code.side + 8) * size;
    let grey = |x: usize, y: usize| {
        let inside = |pixel: usize| (pixel / size).checked_sub(4).filter(|at| *at < code.side);
        match (inside(x), inside(y)) {
            (Some(x), Some(y)) if code.dark[y * code.side + x] == 1 => 0,
            _ => 255,
        }
    };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, grey);
    let found = picture.detect_grids();
    let [grid] = &found[..] else { return None };
    grid.decode().ok().map(|(_, text)| text)
}

#[test]
fn a_link_is_read_again() {
    for text in [
        "https://example.org/descent/#digits",
        "http://127.0.0.1:8017/#descent?view=one&f=valley&rate=1&a=4.4&t=12&lang=ru",
        "#curve?names=%D0%A2%09%CF%81",
        "число α = 0,5",
        "",
    ] {
        assert_eq!(read(&squares(text).unwrap(), 4).as_deref(), Some(text));
    }
}

#[test]
fn few_squares_for_a_short_text_and_an_error_for_one_that_is_too_long() {
    assert_eq!(squares("#descent").unwrap().side, 21);
    let longest = "a".repeat(MOST_BYTES);
    assert_eq!(squares(&longest).unwrap().side, 177);
    let error = squares(&format!("{longest}a")).unwrap_err();
    assert_eq!(error, Error::CodeTooLong { found: MOST_BYTES + 1, most: MOST_BYTES });
    assert_eq!(error.code(), "code-too-long");
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn every_link_is_read_again(chapter in "[a-z]{5,8}", query in "[a-zA-Z0-9=&%.,:;+*-]{0,400}") {
        let link = format!("https://example.org/#{chapter}?{query}");
        prop_assert_eq!(read(&squares(&link).unwrap(), 4), Some(link));
    }
}
