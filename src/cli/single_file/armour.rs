//! Bytes as printable ASCII that may stand in a `<script>`: two characters of 91 for 13 bits, so the text is 16/13 as long
//! as the bytes, where base64 makes it 4/3. `unpack.js` reads it.

/// How many characters there are: the printable ones without the space and without those that HTML, or a JavaScript
/// string, may take for something else.
const LETTERS: usize = 91;
/// Two characters stand for so many bits, since 91 · 91 is a little more than 2¹³.
const BITS: u32 = 13;

/// The character for `value`, below [`LETTERS`].
fn letter(value: usize) -> u8 {
    (b'!'..=b'~').filter(|it| !b"<&\\".contains(it)).nth(value).unwrap_or(b'!')
}

/// The text of `bytes`. How many they were is to be kept beside it.
pub fn encode(bytes: &[u8]) -> String {
    let letters: Vec<u8> = (0..LETTERS).map(letter).collect();
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut bits, mut held) = (0_u32, 0);
    let mut put = |value: u32| {
        text.push(char::from(letters[value as usize % LETTERS]));
        text.push(char::from(letters[value as usize / LETTERS]));
    };
    for byte in bytes {
        bits |= u32::from(*byte) << held;
        held += 8;
        if held >= BITS {
            put(bits & ((1 << BITS) - 1));
            bits >>= BITS;
            held -= BITS;
        }
    }
    if held > 0 {
        put(bits);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `unpack.js` does.
    fn decode(text: &str, length: usize) -> Vec<u8> {
        let letters: Vec<u8> = (0..LETTERS).map(letter).collect();
        let value = |it: u8| letters.iter().position(|letter| *letter == it).unwrap() as u32;
        let (mut bits, mut held, mut bytes) = (0_u32, 0, Vec::new());
        for pair in text.as_bytes().chunks_exact(2) {
            bits |= (value(pair[0]) + LETTERS as u32 * value(pair[1])) << held;
            held += BITS;
            while held >= 8 && bytes.len() < length {
                bytes.push(bits as u8);
                bits >>= 8;
                held -= 8;
            }
        }
        bytes
    }

    #[test]
    fn no_character_means_anything_to_html() {
        let letters: Vec<u8> = (0..LETTERS).map(letter).collect();
        assert!(letters.iter().all(|it| it.is_ascii_graphic() && !b"<&\\".contains(it)), "{letters:?}");
        assert!(letters.windows(2).all(|pair| pair[0] < pair[1]), "one stands twice: {letters:?}");
    }

    /// The same in `tests/page/unit/unpack.test.js`.
    #[test]
    fn the_text_is_the_one_that_the_page_reads() {
        assert_eq!(encode(b""), "");
        assert_eq!(encode(&[0]), "!!");
        assert_eq!(encode(&[255, 255]), "\"~)!");
        assert_eq!(encode(b"Descent"), DESCENT);
        assert_eq!(decode(DESCENT, 7), b"Descent");
    }

    const DESCENT: &str = "n0`q>kx:)!";

    proptest::proptest! {
        #![proptest_config(crate::cli::single_file::seeded())]
        #[test]
        fn what_was_coded_comes_back(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
            let text = encode(&bytes);
            proptest::prop_assert!(text.len() <= (bytes.len() * 8).div_ceil(13) * 2);
            proptest::prop_assert_eq!(decode(&text, bytes.len()), bytes);
        }
    }
}
