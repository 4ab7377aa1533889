import { expect, test } from "bun:test";
import { clientIp } from "./client-ip";

const request = (forwarded: string) => new Request("http://x/", { headers: { "x-forwarded-for": forwarded } });

test("whoever is not a known proxy cannot say that it is somebody else", () => {
  expect(clientIp(request("1.1.1.1"), "203.0.113.9", ["10.0.0.1"])).toBe("203.0.113.9");
});

test("behind a known proxy the address is the last one that the proxies did not add", () => {
  expect(clientIp(request("6.6.6.6, 198.51.100.7, 10.0.0.2"), "10.0.0.1", ["10.0.0.1", "10.0.0.2"])).toBe(
    "198.51.100.7",
  );
  expect(clientIp(request(""), "10.0.0.1", ["10.0.0.1"])).toBe("10.0.0.1");
});

test("a proxy is known by its address however the socket spells it, and says nothing but addresses", () => {
  expect(clientIp(request("198.51.100.7"), "::ffff:10.0.0.1", ["10.0.0.1"])).toBe("198.51.100.7");
  expect(clientIp(request("::ffff:198.51.100.7"), "10.0.0.1", ["10.0.0.1"])).toBe("198.51.100.7");
  for (const forged of ["6.6.6.6, <script>", "unknown", "198.51.100.7:80", ","])
    expect(clientIp(request(forged), "10.0.0.1", ["10.0.0.1"])).toBe("10.0.0.1");
});
