//! A hand that draws: strokes given in parts of an element's size, made with the mouse or with a finger.

use serde_json::json;

use super::browser::Browser;

/// A point in an element: 0 to 1 from left to right and from top to bottom.
pub type Place = (f64, f64);

/// A 3 as a hand drew it on the pad, in parts of the pad's side.
pub const THREE: [Place; 11] = [
    (0.30, 0.25),
    (0.40, 0.17),
    (0.55, 0.17),
    (0.65, 0.27),
    (0.60, 0.40),
    (0.45, 0.47),
    (0.60, 0.52),
    (0.68, 0.65),
    (0.60, 0.80),
    (0.45, 0.85),
    (0.30, 0.77),
];

/// Where an element is once it stays there, six frames long, or as many as the second argument says.
pub const RESTING: &str = "
    const place = () => {
      const it = document.querySelector(arguments[0]).getBoundingClientRect();
      return [it.left, it.top, it.width, it.height];
    };
    let last = place();
    for (let same = 0; same < (arguments[1] ?? 6); ) {
      await new Promise(requestAnimationFrame);
      const now = place();
      same = now.every((edge, i) => edge === last[i]) ? same + 1 : 0;
      last = now;
    }
    return last;";

impl Browser {
    /// Draws `strokes` into the element that `selector` finds, with a finger if the page is looked at so.
    pub async fn draw(&self, selector: &str, strokes: &[Vec<Place>]) {
        self.element(selector).await;
        let frame = self.resting(selector).await;
        let at = |(x, y): Place| (frame[0] + x * frame[2], frame[1] + y * frame[3]);
        for stroke in strokes {
            let points: Vec<Place> = stroke.iter().copied().map(at).collect();
            if self.touch() {
                self.touch_stroke(&points).await;
            } else {
                self.mouse_stroke(&points).await;
            }
        }
    }

    /// Taps the middle of an element that is in sight, with a finger.
    pub async fn tap(&self, selector: &str) {
        let [left, top, width, height] = self.resting(selector).await;
        let middle = (left + width / 2.0, top + height / 2.0);
        self.touch_stroke(&[middle]).await;
    }

    /// Where an element is once it stays there: left, top, width, height in the window's visible part, as events have them.
    /// The page scrolls smoothly to what it opens, and a press on the way would miss.
    async fn resting(&self, selector: &str) -> [f64; 4] {
        let frame = self.run(RESTING, &[json!(selector)]).await;
        serde_json::from_value(frame).expect("four numbers")
    }

    async fn mouse_stroke(&self, points: &[Place]) {
        let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return };
        self.mouse("mouseMoved", first, 0).await;
        self.mouse("mousePressed", first, 1).await;
        for &point in &points[1..] {
            self.mouse("mouseMoved", point, 1).await;
        }
        self.mouse("mouseReleased", last, 0).await;
    }

    async fn mouse(&self, kind: &str, (x, y): Place, buttons: u8) {
        let button = if kind == "mouseMoved" && buttons == 0 { "none" } else { "left" };
        self.command(
            "Input.dispatchMouseEvent",
            json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1 }),
        )
        .await;
    }

    async fn touch_stroke(&self, points: &[Place]) {
        for (index, &(x, y)) in points.iter().enumerate() {
            let kind = if index == 0 { "touchStart" } else { "touchMove" };
            self.command("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": [{ "x": x, "y": y }] }))
                .await;
        }
        self.command("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await;
    }
}
