import { expect, test } from "bun:test";
import type { Platform } from "../services";
import { refusalOf } from "./request-guard";

const platform = { appUrl: "https://mail.example.org" } as Platform;
const ask = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  refusalOf(new Request(url, { method, headers }), new URL(url), platform)?.status ?? null;

test("a name that a stranger points at this server reaches nothing", () => {
  for (const host of ["evil.test", "mail.example.org.evil.test", "evil.test:3000", "10.0.0.7", "0.0.0.0"])
    expect([host, ask(`http://${host}/login`)]).toEqual([host, 421]);
});

test("the configured address and this machine's own names are answered", () => {
  for (const host of ["mail.example.org", "mail.example.org:443", "localhost:3000", "127.0.0.1:3000", "[::1]:3000"])
    expect([host, ask(`http://${host}/login`)]).toEqual([host, null]);
});

test("other sites may link to pages and read no data", () => {
  const cross = { "sec-fetch-site": "cross-site" };
  expect(ask("http://localhost/login", cross)).toBeNull();
  for (const site of ["cross-site", "same-site"])
    for (const path of ["/api/trpc/live.events", "/mail/attachments/abc"])
      expect(ask(`http://localhost${path}`, { "sec-fetch-site": site })).toBe(403);
  expect(ask("http://localhost/api/trpc/live.events", { "sec-fetch-site": "same-origin" })).toBeNull();
});

test("a body is refused by its length before it is read", () => {
  const post = (path: string, bytes: number) =>
    ask(`http://localhost${path}`, { "content-length": String(bytes) }, "POST");
  expect(post("/api/trpc/auth.signIn", 1_000_000)).toBeNull();
  expect(post("/api/trpc/auth.signIn", 1_000_001)).toBe(413);
  expect(post("/api/trpc/webmail.send", 11_500_000)).toBeNull();
  expect(post("/api/v1/webmail/messages", 11_500_000)).toBeNull();
  expect(post("/api/trpc/webmail.send", 12_000_001)).toBe(413);
  expect(post("/api/trpc/webmail.drafts.save", 11_500_000)).toBeNull();
  expect(post("/mail/files", 75_000_000)).toBeNull();
  expect(post("/mail/files", 75_000_001)).toBe(413);
  expect(post("/api/trpc/users.imports.check", 6_900_000)).toBeNull();
  expect(post("/api/trpc/users.imports.check", 7_000_001)).toBe(413);
  expect(ask("http://localhost/api/trpc/auth.signIn", { "transfer-encoding": "chunked" }, "POST")).toBe(411);
});
