import { expect, test } from "bun:test";
import { networkOf, wideNetworkOf } from "./network-of";

test("all addresses that one subscriber has count as one", () => {
  for (const address of [
    "2001:db8:1:2::1",
    "2001:0DB8:0001:0002:ffff::",
    "2001:db8:1:2:3:4:5:6",
    "2001:db8:1:2::1%eth0",
  ])
    expect(networkOf(address)).toBe("2001:db8:1:2::/64");
  expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
  expect(networkOf("::ffff:192.0.2.1")).toBe("0:0:0:0::/64");
});

test("an IPv4 address, or whatever else a key may be, stands for itself", () => {
  for (const text of ["192.0.2.1", "", "unknown"]) expect(networkOf(text)).toBe(text);
});

test("addresses that are commonly held together have one wide network", () => {
  expect(wideNetworkOf("192.0.2.77")).toBe("192.0.2.0/24");
  for (const address of ["2001:db8:1::1", "2001:DB8:1:ffff::2%eth0"])
    expect(wideNetworkOf(address)).toBe("2001:db8:1::/48");
  expect(wideNetworkOf("unknown")).toBe("unknown");
});
