import { expect, test } from "bun:test";
import { isWithin, normaliseNetwork } from "./networks";

test("addresses and ranges are kept in one way of writing", () => {
  for (const [typed, kept] of [
    ["192.0.2.7", "192.0.2.7/32"],
    ["192.0.2.7/24", "192.0.2.0/24"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["2001:DB8::1", "2001:db8::1/128"],
    ["2001:db8:1:2:3::/48", "2001:db8:1::/48"],
  ] as const)
    expect([typed, normaliseNetwork(typed)]).toEqual([typed, kept]);
});

test("what is neither an address nor a range is refused", () => {
  for (const text of [
    "",
    "localhost",
    "10",
    "0x7f.1",
    "010.1",
    "010.1.1.1",
    "1.2.3.4/08x",
    "1.2.3",
    "192.0.2.0/33",
    "::/129",
    "1.2.3.4/",
    "fe80::1%eth0",
  ])
    expect([text, normaliseNetwork(text)]).toEqual([text, null]);
});

test("an address counts as inside only within its range, and IPv4 is the same in its longer form", () => {
  expect(isWithin("192.0.2.200", ["192.0.2.0/24"])).toBe(true);
  expect(isWithin("::ffff:192.0.2.200", ["192.0.2.0/24"])).toBe(true);
  expect(isWithin("192.0.3.1", ["192.0.2.0/24"])).toBe(false);
  expect(isWithin("2001:db8::9", ["192.0.2.0/24", "2001:db8::/64"])).toBe(true);
  for (const ip of ["", "unknown", "192.0.2.1, 10.0.0.1"])
    expect([ip, isWithin(ip, ["0.0.0.0/0"])]).toEqual([ip, false]);
});
