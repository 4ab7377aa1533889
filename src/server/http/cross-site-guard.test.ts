import { expect, test } from "bun:test";
import { isSameSite } from "./cross-site-guard";

const origin = "https://mail.example.org";
const ask = (method: string, headers: Record<string, string>) =>
  isSameSite(
    new Request(`${origin}/api/trpc/x`, { method, headers: { host: "mail.example.org", ...headers } }),
    origin,
  );

test("another site cannot make a browser change anything", () => {
  for (const site of ["cross-site", "same-site"])
    expect(ask("POST", { "sec-fetch-site": site, cookie: "dm=1" })).toBe(false);
  for (const other of ["https://evil.test", "null", "https://mail.example.org.evil.test", "http://mail.example.org"])
    expect(ask("POST", { origin: other, cookie: "dm=1" })).toBe(false);
});

test("a browser that says nothing of where it comes from is not believed", () => {
  expect(ask("POST", { cookie: "dm=1" })).toBe(false);
});

test("our own pages may, and so may a program without cookies", () => {
  expect(ask("POST", { "sec-fetch-site": "same-origin", cookie: "dm=1" })).toBe(true);
  expect(ask("POST", { origin, cookie: "dm=1" })).toBe(true);
  expect(ask("POST", {})).toBe(true);
});

test("a program with an API token may, whatever cookies its library keeps, but a page of another site may not even then", () => {
  const program = { authorization: "Bearer dmt_x", cookie: "dm=1" };
  expect(ask("POST", program)).toBe(true);
  expect(ask("POST", { authorization: "Basic eDp5", cookie: "dm=1" })).toBe(false);
  expect(ask("POST", { ...program, "sec-fetch-site": "cross-site" })).toBe(false);
  expect(ask("POST", { ...program, origin: "https://evil.test" })).toBe(false);
});

test("reading is open to links from anywhere", () => {
  expect(ask("GET", { "sec-fetch-site": "cross-site", cookie: "dm=1" })).toBe(true);
});

test("a trial is its own page by whichever of its names it is opened", () => {
  const headers = { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000", cookie: "dm=1" };
  const request = new Request("http://127.0.0.1:3000/api/trpc/x", { method: "POST", headers });
  expect(isSameSite(request, "http://localhost:3000")).toBe(true);
});
