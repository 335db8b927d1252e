//! Measurements that come with the page: physical properties, each from a formula or coefficients that were published.

use core::f64::consts::PI;

use libm::{acos, cos, exp, pow, sin};

use super::Measurement;
use crate::error::{Error, Result};

/// Zero of the Celsius scale, K.
const ZERO_CELSIUS: f64 = 273.15;

/// A table of a physical property. The density of water comes twice: whole, and near its maximum.
///
/// ```
/// use descent::data::measurements::tables::Table;
///
/// let table = Table::named("water-density")?;
/// assert!(!table.measurements().is_empty());
/// assert!(Table::named("gravity").is_err());
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    WaterDensity,
    WaterMaximum,
    VapourPressure,
    Thermistor,
    AirPressure,
    WaterViscosity,
    DayLength,
    BlackBody,
}

impl Table {
    /// All tables, in the order in which the page offers them.
    pub const ALL: [Self; 8] = [
        Self::WaterDensity,
        Self::WaterMaximum,
        Self::VapourPressure,
        Self::Thermistor,
        Self::AirPressure,
        Self::WaterViscosity,
        Self::DayLength,
        Self::BlackBody,
    ];

    /// Its name in addresses and texts, in kebab-case.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::WaterDensity => "water-density",
            Self::WaterMaximum => "water-maximum",
            Self::VapourPressure => "vapour-pressure",
            Self::Thermistor => "thermistor",
            Self::AirPressure => "air-pressure",
            Self::WaterViscosity => "water-viscosity",
            Self::DayLength => "day-length",
            Self::BlackBody => "black-body",
        }
    }

    /// # Errors
    /// [`Error::UnknownTable`] when no table is called so.
    pub fn named(id: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|table| table.id() == id).ok_or_else(|| Error::UnknownTable { name: id.into() })
    }

    /// The units of x and of l.
    #[must_use]
    pub fn units(self) -> (&'static str, &'static str) {
        match self {
            Self::WaterDensity | Self::WaterMaximum => ("°C", "kg/m³"),
            Self::VapourPressure => ("°C", "kPa"),
            Self::Thermistor => ("°C", "kΩ"),
            Self::AirPressure => ("km", "hPa"),
            Self::WaterViscosity => ("°C", "mPa·s"),
            Self::DayLength => ("day of the year", "h"),
            Self::BlackBody => ("nm", "kW/(m²·sr·nm)"),
        }
    }

    /// Where the formula comes from.
    #[must_use]
    pub fn source(self) -> &'static str {
        match self {
            Self::WaterDensity | Self::WaterMaximum => "G. S. Kell, J. Chem. Eng. Data 20 (1975) 97, at 101.325 kPa",
            Self::VapourPressure => "W. Wagner, A. Pruss, J. Phys. Chem. Ref. Data 22 (1993) 783; IAPWS SR1-86(1992)",
            Self::Thermistor => "Vishay BCcomponents, NTCLE100E3103 data sheet (10 kΩ, B25/85 = 3977 K)",
            Self::AirPressure => "ISO 2533:1975, Standard Atmosphere, geopotential altitude",
            Self::WaterViscosity => "IAPWS SR6-08(2011), liquid water at 0.1 MPa",
            Self::DayLength => {
                "declination: J. W. Spencer, Search 2 (1971) 172; sunrise at −0.833° of altitude, 55.75° N"
            }
            Self::BlackBody => "Planck's law at 5772 K (IAU 2015 B3), constants of the SI (2019)",
        }
    }

    /// The first x, the step and the number of measurements.
    fn grid(self) -> (f64, f64, u32) {
        match self {
            Self::WaterDensity | Self::VapourPressure | Self::WaterViscosity => (0.0, 2.0, 51),
            Self::WaterMaximum => (0.0, 0.25, 49),
            Self::Thermistor => (-20.0, 2.5, 49),
            Self::AirPressure => (0.0, 0.5, 41),
            Self::DayLength => (1.0, 7.0, 53),
            Self::BlackBody => (100.0, 50.0, 49),
        }
    }

    /// The property at x, both in the table's units.
    #[must_use]
    pub fn value(self, x: f64) -> f64 {
        match self {
            Self::WaterDensity | Self::WaterMaximum => water_density(x),
            Self::VapourPressure => vapour_pressure(x),
            Self::Thermistor => thermistor(x),
            Self::AirPressure => air_pressure(x),
            Self::WaterViscosity => water_viscosity(x),
            Self::DayLength => day_length(x),
            Self::BlackBody => black_body(x),
        }
    }

    /// The table itself, by ascending x.
    #[must_use]
    pub fn measurements(self) -> Vec<Measurement> {
        let (first, step, count) = self.grid();
        (0..count).map(|i| first + step * f64::from(i)).map(|x| Measurement { x, l: self.value(x) }).collect()
    }
}

/// c₀ + c₁ x + c₂ x² + …
fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

/// kg/m³ at t °C.
fn water_density(t: f64) -> f64 {
    const ABOVE: [f64; 6] = [999.839_52, 16.945_176, -7.987_040_1e-3, -46.170_461e-6, 105.563_02e-9, -280.542_53e-12];
    polynomial(&ABOVE, t) / (1.0 + 16.879_850e-3 * t)
}

/// kPa at t °C: ln(p/p_c) = T_c/T · Σ a τ^n with τ = 1 − T/T_c.
fn vapour_pressure(t: f64) -> f64 {
    const CRITICAL: (f64, f64) = (647.096, 22_064.0);
    const TERMS: [(f64, f64); 6] = [
        (-7.859_517_83, 1.0),
        (1.844_082_59, 1.5),
        (-11.786_649_7, 3.0),
        (22.680_741_1, 3.5),
        (-15.961_871_9, 4.0),
        (1.801_225_02, 7.5),
    ];
    let kelvin = t + ZERO_CELSIUS;
    let tau = 1.0 - kelvin / CRITICAL.0;
    let sum: f64 = TERMS.iter().map(|(a, n)| a * pow(tau, *n)).sum();
    CRITICAL.1 * exp(CRITICAL.0 / kelvin * sum)
}

/// kΩ at t °C: R = R₂₅ · exp(A + B/T + C/T² + D/T³).
fn thermistor(t: f64) -> f64 {
    10.0 * exp(polynomial(&[-14.6337, 4791.842, -115_334.0, -3.730_535e6], 1.0 / (t + ZERO_CELSIUS)))
}

/// hPa at h km: temperature falls by 6.5 K/km up to 11 km, then stays.
fn air_pressure(h: f64) -> f64 {
    const GROUND: (f64, f64) = (288.15, 1013.25);
    const LAPSE: f64 = 6.5;
    const TROPOPAUSE: f64 = 11.0;
    /// g/R, K/km.
    const G_R: f64 = 9.806_65 / 287.052_87 * 1000.0;
    let below = |h: f64| GROUND.1 * pow(1.0 - LAPSE * h / GROUND.0, G_R / LAPSE);
    if h <= TROPOPAUSE {
        return below(h);
    }
    let cold = GROUND.0 - LAPSE * TROPOPAUSE;
    below(TROPOPAUSE) * exp(-G_R * (h - TROPOPAUSE) / cold)
}

/// mPa·s at t °C.
fn water_viscosity(t: f64) -> f64 {
    const TERMS: [(f64, f64); 4] = [(280.68, -1.9), (511.45, -7.7), (61.131, -19.6), (0.459_03, -40.0)];
    let ratio = (t + ZERO_CELSIUS) / 300.0;
    TERMS.iter().map(|(a, b)| a * pow(ratio, *b)).sum::<f64>() / 1000.0
}

/// Hours from sunrise to sunset in Moscow on a day of 2025: refraction and the sun's radius put both at −0.833°.
///
/// The sun's declination at local noon by the Astronomical Almanac's low-precision formulas, good to 0.01°.
fn day_length(day: f64) -> f64 {
    const LATITUDE: f64 = 55.75 * PI / 180.0;
    const ALTITUDE: f64 = -0.833 * PI / 180.0;
    /// Days from J2000.0 to noon in Moscow (9:30 of universal time) on 31 December 2024.
    const BEFORE: f64 = 9_130.896;
    let degrees = |value: f64| value * PI / 180.0;
    let n = BEFORE + day;
    let (mean, anomaly) = (280.460 + 0.985_647_4 * n, degrees(357.528 + 0.985_600_3 * n));
    let longitude = degrees(mean + 1.915 * sin(anomaly) + 0.020 * sin(2.0 * anomaly));
    let sin_declination = sin(degrees(23.439 - 4e-7 * n)) * sin(longitude);
    let cos_declination = libm::sqrt(1.0 - sin_declination * sin_declination);
    let hour_angle = (sin(ALTITUDE) - sin(LATITUDE) * sin_declination) / (cos(LATITUDE) * cos_declination);
    acos(hour_angle) * 24.0 / PI
}

/// kW/(m²·sr·nm) at a wavelength in nm: B = 2hc²/λ⁵ / (exp(hc/λkT) − 1).
fn black_body(wavelength: f64) -> f64 {
    const PLANCK: f64 = 6.626_070_15e-34;
    const LIGHT: f64 = 299_792_458.0;
    const BOLTZMANN: f64 = 1.380_649e-23;
    const KELVIN: f64 = 5772.0;
    let metres = wavelength * 1e-9;
    let radiance =
        2.0 * PLANCK * LIGHT * LIGHT / pow(metres, 5.0) / libm::expm1(PLANCK * LIGHT / (metres * BOLTZMANN * KELVIN));
    radiance * 1e-12
}
