import { expect, test } from "bun:test";
import { createScrollSpeed } from "./scroll-speed";

/** Scrolls evenly, a frame of a sixtieth of a second after the other, and says when it was too fast to read. */
function scrolled(screensPerSecond: number, frames = 60) {
  const speed = createScrollSpeed();
  const passing: boolean[] = [];
  for (let frame = 0; frame < frames; frame++) {
    speed.moved((frame * screensPerSecond) / 60, 10_000 + (frame * 1000) / 60);
    passing.push(speed.isPassing());
  }
  return { speed, passing };
}

test("what one flies over is passing by until one arrives", async () => {
  const { speed, passing } = scrolled(60);
  expect(passing.at(-1)).toBe(true);
  expect(passing.indexOf(true)).toBeLessThan(15);
  await Bun.sleep(250);
  expect(speed.isPassing()).toBe(false);
});

test("a wheel, a finger and a page key that is held down read", () => {
  for (const speed of [1, 8, 30]) expect(scrolled(speed).passing).not.toContain(true);
});

test("a leap to the end or by a click beside the scroll bar is none, soon after another one neither", () => {
  const speed = createScrollSpeed();
  for (const [screens, at] of [
    [0, 10_000],
    [5000, 10_060],
    [0, 10_400],
    [5000, 11_000],
  ] as const) {
    speed.moved(screens, at);
    expect(speed.isPassing()).toBe(false);
  }
});

test("whoever slows down reads again before standing still", () => {
  const { speed } = scrolled(60);
  speed.moved(61, 11_060);
  expect(speed.isPassing()).toBe(false);
});
