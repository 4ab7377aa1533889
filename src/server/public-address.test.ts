import { expect, test } from "bun:test";
import { isPublicAddress } from "./public-address";

test.each(["9.9.9.9", "100.63.255.255", "172.32.0.1", "2620:fe::fe", "2a00:1450::1"])("%s may be asked", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ...[
    "127.0.0.1",
    "10.1.2.3",
    "172.31.255.255",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "255.255.255.255",
  ],
  ...[
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "fe80::1",
    "fc00::1",
    "ff02::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
    "not an address",
    "",
  ],
])("%s may not", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
