import { expect, test } from "bun:test";
import { zoneOf } from "./zone-of";

test("an absence begins by the clock of where the person is, summer or winter", () => {
  const { TZ } = process.env;
  try {
    process.env["TZ"] = "Europe/Berlin";
    expect([zoneOf("2026-12-24"), zoneOf("2026-07-24")]).toEqual(["+0100", "+0200"]);
    process.env["TZ"] = "America/St_Johns";
    expect(zoneOf("2026-12-24")).toBe("-0330");
  } finally {
    process.env["TZ"] = TZ ?? "UTC";
  }
});
