//! The checksum of the model file: CRC-32 as in gzip and PNG (ISO-HDLC).
//!
//! Four bits at a time, from a table of 16 numbers. The usual libraries are faster by tables of 1,024 or 4,096 numbers,
//! which no compression makes smaller: they would be an eighth of the page's module, to save a millisecond once.

/// The polynomial, its lowest power first.
const POLYNOMIAL: u32 = 0xEDB8_8320;

/// What four bits leave behind.
const TABLE: [u32; 16] = {
    let mut table = [0; 16];
    let mut bits = 0;
    while bits < 16 {
        let mut rest = bits as u32;
        let mut bit = 0;
        while bit < 4 {
            rest = if rest & 1 == 1 { (rest >> 1) ^ POLYNOMIAL } else { rest >> 1 };
            bit += 1;
        }
        table[bits] = rest;
        bits += 1;
    }
    table
};

/// CRC-32 of all bytes.
#[must_use]
pub fn crc32(bytes: &[u8]) -> u32 {
    let four = |rest: u32| (rest >> 4) ^ TABLE[(rest & 15) as usize];
    !bytes.iter().fold(u32::MAX, |rest, byte| four(four(rest ^ u32::from(*byte))))
}
