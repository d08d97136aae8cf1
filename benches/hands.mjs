// What a reader's hands do: zoom in, drag to and fro, type. Each is so many real events with a rest after each, long
// enough for the page to show what it did.
import { setTimeout as sleep } from "node:timers/promises";

const N_ZOOMS = 8;
const N_DRAGS = 20;
const STEP_PX = 12;
// A notch of a usual mouse wheel.
const NOTCH_PX = 100;
const TYPED = "curfew nights";

// Some three frames; what takes longer holds up the next event, as in a hand.
const REST_MILLIS = 50;
const PRESS_REST_MILLIS = 300;
// A button starts an animation of a second.
const BUTTON_REST_MILLIS = 1300;
// Longer than a pause that a page might wait for before it searches.
const KEY_REST_MILLIS = 250;

/** Zooms in around the middle, by wheel or by button. */
export async function zoom(page, { ground, modifier, zoomIn }, step) {
  if (zoomIn) return step(3, BUTTON_REST_MILLIS, () => page.locator(zoomIn).click());
  const middle = await middleOf(page, ground);
  await page.mouse.move(middle.x, middle.y);
  if (modifier) await page.keyboard.down("Control");
  const millis = await step(N_ZOOMS, REST_MILLIS, () => page.mouse.wheel(0, -NOTCH_PX));
  if (modifier) await page.keyboard.up("Control");
  return millis;
}

/**
 * Drags to the left and back with the button held. The moves are told to the browser itself: Playwright asks the page with
 * each of them whether it began to drag a link, and what that takes is no part of a step.
 */
export async function drag({ page, cdp }, { ground }, step) {
  const { x, y } = await middleOf(page, ground);
  await page.mouse.move(x, y);
  await page.mouse.down();
  // What the press itself sets off is no part of a step.
  await sleep(PRESS_REST_MILLIS);
  const offset = (at) => STEP_PX * (at < N_DRAGS / 2 ? at + 1 : N_DRAGS - at - 1);
  const held = { type: "mouseMoved", button: "left", buttons: 1, y };
  const millis = await step(N_DRAGS, REST_MILLIS, (at) => cdp.send("Input.dispatchMouseEvent", { ...held, x: x - offset(at) }));
  await page.mouse.up();
  return millis;
}

/** Types into what has the focus. */
export async function type(page, step) {
  return step(TYPED.length, KEY_REST_MILLIS, (at) => page.keyboard.press(TYPED[at] === " " ? "Space" : TYPED[at]));
}

/** The middle of what can be seen of an element. */
async function middleOf(page, selector) {
  const box = await page.locator(selector).first().boundingBox();
  const view = page.viewportSize();
  const middle = (start, length, whole) => (Math.max(start, 0) + Math.min(start + length, whole)) / 2;
  return { x: middle(box.x, box.width, view.width), y: middle(box.y, box.height, view.height) };
}
