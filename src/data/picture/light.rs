//! How bright a picture is, and how bright its paper is where ink lies on it.

use std::collections::VecDeque;

/// The paper is looked for within this share of the picture's longer side to each side: twice as much is more than the
/// widest stroke and less than most shadows.
const REACH: usize = 8;
/// Paper that is darker counts as this bright: in the dark, noise is a large share of little light.
const LEAST_PAPER: u8 = 64;

/// Added to every brightness before ratios are taken, for the same reason.
const LEAST_LIGHT: f64 = 32.0;

/// Numbers in a rectangle, row by row: how bright, or how dark.
#[derive(Clone)]
pub struct Grey {
    pub width: usize,
    pub height: usize,
    pub values: Vec<u8>,
}

impl Grey {
    /// The luminance of a picture, reduced by a whole number so that no side is longer than `most`.
    pub fn of_picture(rgba: &[u8], width: usize, height: usize, most: usize) -> Self {
        let luminance = |pixel: &[u8]| {
            let [red, green, blue, opacity] = [0, 1, 2, 3].map(|i| u32::from(pixel[i]));
            ((299 * red + 587 * green + 114 * blue) * opacity / 1000 + 255 * (255 - opacity)) / 255
        };
        reduced(width, height, most, |at| luminance(&rgba[4 * at..4 * at + 4]))
    }

    /// Reduced by a whole number so that no side is longer than `most`.
    pub fn reduced(&self, most: usize) -> Self {
        reduced(self.width, self.height, most, |at| u32::from(self.values[at]))
    }

    /// Bright is dark.
    pub fn negative(&self) -> Self {
        self.mapped(|value| 255 - value)
    }

    /// Whether the paper is dark and the ink bright. Where the brightest and the darkest within reach differ at least half as
    /// much as they do anywhere, there is ink, or something else with an edge: around ink there is more paper than ink, and
    /// of what has only an edge as much as of paper. Half and middle are meant in ratios of light, so that paper in a shadow
    /// counts as paper.
    pub fn is_negative(&self) -> bool {
        let smooth = self.median();
        let (bright, dark) = (smooth.brightest(self.reach()), smooth.darkest(self.reach()));
        let light = |value: &u8| f64::from(*value) + LEAST_LIGHT;
        let places = smooth.values.iter().zip(bright.values.iter().zip(&dark.values));
        let places: Vec<[f64; 3]> = places.map(|(own, (bright, dark))| [own, bright, dark].map(light)).collect();
        let most = places.iter().map(|[_, bright, dark]| bright / dark).fold(1.0, f64::max);
        let near_ink = places.iter().filter(|[_, bright, dark]| (bright / dark) * (bright / dark) >= most);
        let (all, paper) = near_ink
            .fold((0, 0), |(all, paper), [own, bright, dark]| (all + 1, paper + u32::from(own * own >= bright * dark)));
        2 * paper < all
    }

    /// How much darker each place is than its paper, as a share of the paper's brightness, of 255.
    pub fn darkness(&self) -> Self {
        let paper = self.median().brightest(self.reach()).darkest(self.reach());
        let share = |(grey, paper): (&u8, &u8)| {
            let darker = f64::from(paper.saturating_sub(*grey));
            (255.0 * darker / f64::from((*paper).max(LEAST_PAPER)) + 0.5).min(255.0) as u8
        };
        let values = self.values.iter().zip(&paper.values).map(share).collect();
        Self { values, ..*self }
    }

    /// The median of all values, which is the paper's, and the deviation around it: 1.4826 times the median distance, which
    /// is that of a normal distribution and does not see the ink (Hampel 1974).
    pub fn level(&self) -> (f64, f64) {
        let median = |values: &[u8]| {
            let mut values = values.to_vec();
            let middle = values.len() / 2;
            if values.is_empty() { 0 } else { *values.select_nth_unstable(middle).1 }
        };
        let level = median(&self.values);
        let distance = median(&self.mapped(|value| value.abs_diff(level)).values);
        (f64::from(level), 1.4826 * f64::from(distance))
    }

    /// The median of each pixel and its eight neighbours: no single bright dot counts as paper.
    fn median(&self) -> Self {
        let Self { width, height, ref values } = *self;
        let mut found = Vec::with_capacity(values.len());
        for row in 0..height {
            let rows = row.saturating_sub(1)..(row + 2).min(height);
            for column in 0..width {
                let columns = column.saturating_sub(1)..(column + 2).min(width);
                let (mut near, mut count) = ([0; 9], 0);
                for line in rows.clone().map(|row| &values[row * width..][..width]) {
                    let part = &line[columns.clone()];
                    near[count..count + part.len()].copy_from_slice(part);
                    count += part.len();
                }
                found.push(*near[..count].select_nth_unstable(count / 2).1);
            }
        }
        Self { values: found, ..*self }
    }

    fn reach(&self) -> usize {
        self.width.max(self.height) / REACH
    }

    /// Of each place the brightest within `reach`. The darkest of that is the closing: dark parts narrower than twice the
    /// reach have vanished.
    fn brightest(&self, reach: usize) -> Self {
        self.within(reach, |new, old| new >= old)
    }

    fn darkest(&self, reach: usize) -> Self {
        self.within(reach, |new, old| new <= old)
    }

    fn within(&self, reach: usize, wins: impl Fn(u8, u8) -> bool) -> Self {
        self.along_rows(reach, &wins).turned().along_rows(reach, &wins).turned()
    }

    /// Of each value and those of its row within `reach` the one that wins against all others.
    fn along_rows(&self, reach: usize, wins: impl Fn(u8, u8) -> bool) -> Self {
        let mut values = Vec::with_capacity(self.values.len());
        // Places whose value nothing behind them has won against yet, the winner first.
        let mut places = VecDeque::new();
        for row in self.values.chunks_exact(self.width.max(1)) {
            places.clear();
            for right in 0..row.len() + reach {
                if let Some(new) = row.get(right) {
                    while places.back().is_some_and(|old| wins(*new, row[*old])) {
                        places.pop_back();
                    }
                    places.push_back(right);
                }
                if right >= reach {
                    while places.front().is_some_and(|old| old + 2 * reach < right) {
                        places.pop_front();
                    }
                    values.push(places.front().map_or(0, |winner| row[*winner]));
                }
            }
        }
        Self { values, ..*self }
    }

    /// Rows become columns.
    fn turned(&self) -> Self {
        let Self { width, height, ref values } = *self;
        let values = (0..width).flat_map(|column| (0..height).map(move |row| values[row * width + column])).collect();
        Self { width: height, height: width, values }
    }

    fn mapped(&self, change: impl Fn(u8) -> u8) -> Self {
        Self { values: self.values.iter().map(|value| change(*value)).collect(), ..*self }
    }
}

/// The means over squares of as many pixels a side as are needed for no side to be longer than `most`.
fn reduced(width: usize, height: usize, most: usize, value: impl Fn(usize) -> u32) -> Grey {
    let by = width.max(height).div_ceil(most).max(1);
    let (columns, rows) = (width.div_ceil(by), height.div_ceil(by));
    let mut sums = vec![(0_u64, 0_u64); columns * rows];
    for row in 0..height {
        let line = &mut sums[row / by * columns..][..columns];
        for column in 0..width {
            let (sum, count) = &mut line[column / by];
            *sum += u64::from(value(row * width + column));
            *count += 1;
        }
    }
    let values = sums.into_iter().map(|(sum, count)| ((sum + count / 2) / count.max(1)) as u8).collect();
    Grey { width: columns, height: rows, values }
}
