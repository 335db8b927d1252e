//! How wide a pen drew, and the same lines with a wider one.

use core::f64::consts::PI;

use crate::data::drawing::{INK_SIDE, PEN_RADIUS};

/// The mask with lines as wide, in relation to the whole ink, as the pad's pen draws them; as they are where they are wider.
/// 0 is paper, 1 is ink, between them edges.
pub fn widened(mask: &[bool], width: usize) -> Vec<f64> {
    let Some((ink, line)) = measured(mask, width) else { return vec![0.0; mask.len()] };
    // A line that becomes 2r wider makes the ink 2r longer: line + 2r = share · (ink + 2r).
    let share = 2.0 * PEN_RADIUS / INK_SIDE;
    let radius = 0.5 * (share * ink - line) / (1.0 - share);
    if radius > 0.0 { within(mask, width, radius) } else { vec![0.0; mask.len()] }
}

/// The longer side of the ink and the mean width of its lines; `None` without ink.
fn measured(mask: &[bool], width: usize) -> Option<(f64, f64)> {
    let height = mask.len() / width.max(1);
    let is_ink = |row: usize, column: usize| row < height && column < width && mask[row * width + column];
    let (mut area, mut edges) = (0, 0);
    let (mut rows, mut columns) = ((height, 0), (width, 0));
    for (row, column) in
        (0..mask.len()).map(|at| (at / width, at % width)).filter(|(row, column)| is_ink(*row, *column))
    {
        area += 1;
        let beside =
            [(row.wrapping_sub(1), column), (row + 1, column), (row, column.wrapping_sub(1)), (row, column + 1)];
        edges += beside.iter().filter(|(row, column)| !is_ink(*row, *column)).count();
        rows = (rows.0.min(row), rows.1.max(row + 1));
        columns = (columns.0.min(column), columns.1.max(column + 1));
    }
    // Over all directions a line has 4 / π times as many edges of pixels as it is long, on each side.
    let line = 2.0 * f64::from(area) / (edges as f64 * PI / 4.0);
    (area > 0).then(|| ((rows.1 - rows.0).max(columns.1 - columns.0) as f64, line))
}

/// All that is nearer to the ink than `radius`, with an edge one pixel wide.
pub fn within(mask: &[bool], width: usize, radius: f64) -> Vec<f64> {
    let reach = radius.ceil() as usize + 1;
    let height = mask.len() / width.max(1);
    let mut along = vec![reach; mask.len()];
    for (mask, along) in mask.chunks_exact(width.max(1)).zip(along.chunks_exact_mut(width.max(1))) {
        let mut last = reach;
        for (ink, near) in mask.iter().zip(along.iter_mut()) {
            last = if *ink { 0 } else { (last + 1).min(reach) };
            *near = last;
        }
        for (ink, near) in mask.iter().zip(along.iter_mut()).rev() {
            last = if *ink { 0 } else { (last + 1).min(*near) };
            *near = last;
        }
    }
    // The nearest ink is in one of the rows around, as near in it as any.
    let nearest = |row: usize, column: usize| {
        let rows = row.saturating_sub(reach)..(row + reach + 1).min(height);
        let squared = |other: usize| row.abs_diff(other).pow(2) + along[other * width + column].pow(2);
        rows.map(squared).min().unwrap_or(reach * reach)
    };
    let cover = |at: usize| (radius + 0.5 - (nearest(at / width, at % width) as f64).sqrt()).clamp(0.0, 1.0);
    (0..mask.len()).map(cover).collect()
}
