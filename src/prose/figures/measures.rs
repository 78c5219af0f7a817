//! Units of measure: dimension and conversion to the dimension's base unit.

/// A unit: its dimension, the factor to the dimension's base unit, and what is added after that.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measure {
    pub dimension: &'static str,
    pub factor: f64,
    pub offset: f64,
}

/// The measure of a unit symbol (SI; NIST SP 811, appendix B, for the others). Units whose size depends on
/// the country (tons, pounds of money or of weight, gallons) are dimensions of their own, and compared only
/// with themselves.
pub(super) fn measure(unit: &str) -> Option<Measure> {
    let (dimension, factor) = match unit {
        "mm" => ("length", 0.001),
        "cm" => ("length", 0.01),
        "m" => ("length", 1.0),
        "km" => ("length", 1000.0),
        "in" => ("length", 0.0254),
        "ft" => ("length", 0.3048),
        "yd" => ("length", 0.9144),
        "mi" => ("length", 1609.344),
        "g" => ("mass", 0.001),
        "kg" => ("mass", 1.0),
        "t" => ("mass", 1000.0),
        "oz" => ("mass", 0.028_349_523_125),
        "st" => ("mass", 6.350_293_18),
        "ton" => ("ton", 1.0),
        "lb" => ("pound", 1.0),
        "m2" => ("area", 1.0),
        "km2" => ("area", 1e6),
        "ft2" => ("area", 0.092_903_04),
        "mi2" => ("area", 2_589_988.110_336),
        "ha" => ("area", 10_000.0),
        "ac" => ("area", 4_046.856_422_4),
        "l" => ("volume", 1.0),
        "gal" => ("gallon", 1.0),
        "bbl" => ("barrel", 1.0),
        "kn" => ("speed", 1.852),
        "kmh" => ("speed", 1.0),
        "mph" => ("speed", 1.609_344),
        "s" => ("time", 1.0),
        "min" => ("time", 60.0),
        "h" => ("time", 3_600.0),
        "d" => ("days", 1.0),
        "wk" => ("days", 7.0),
        "mo" => ("months", 1.0),
        "y" => ("months", 12.0),
        "kW" => ("power", 1e3),
        "MW" => ("power", 1e6),
        "GW" => ("power", 1e9),
        "kWh" => ("energy", 1e3),
        "MWh" => ("energy", 1e6),
        "GWh" => ("energy", 1e9),
        "D" => ("dimensions", 1.0),
        "°" => ("degrees", 1.0),
        "°C" => ("temperature", 1.0),
        "°F" => return Some(Measure { dimension: "temperature", factor: 5.0 / 9.0, offset: -160.0 / 9.0 }),
        _ => return None,
    };
    Some(Measure { dimension, factor, offset: 0.0 })
}
