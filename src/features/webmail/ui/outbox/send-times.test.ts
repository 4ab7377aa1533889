import { expect, test } from "bun:test";
import { latestSendAt, localInput, offeredTimes } from "./send-times";

const offered = (day: string) => offeredTimes(new Date(day)).map(({ key, at }) => [key, localInput(at)]);

test("a message can leave in an hour, tomorrow morning or when the next week begins, on the reader's clock", () => {
  expect(offered("2026-11-25T16:30:00")).toEqual([
    ["inAnHour", "2026-11-25T17:30"],
    ["tomorrow", "2026-11-26T08:00"],
    ["monday", "2026-11-30T08:00"],
  ]);
});

test("on a Sunday tomorrow is Monday, and is offered once; on a Monday next Monday may be too far away", () => {
  expect(offered("2026-11-29T10:00:00").map(([key]) => key)).toEqual(["inAnHour", "tomorrow"]);
  expect(offered("2026-11-30T07:00:00").map(([key]) => key)).toEqual(["inAnHour", "tomorrow"]);
  expect(offered("2026-11-30T12:00:00").map(([key]) => key)).toEqual(["inAnHour", "tomorrow", "monday"]);
});

test("no time is offered that the mail server would not hold a message for", () => {
  const now = new Date("2026-11-25T16:30:00Z");
  expect(latestSendAt(now).getTime() - now.getTime()).toBeLessThan(7 * 24 * 3_600_000);
});
