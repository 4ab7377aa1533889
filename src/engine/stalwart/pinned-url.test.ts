import { expect, test } from "bun:test";
import { expandTemplate, pinnedUrl } from "./pinned-url.ts";

test.each([
  ["http://engine:8080", "https://mail.host.test/jmap/", "http://engine:8080/jmap/"],
  ["http://engine:8080/", "/jmap/session?x=1", "http://engine:8080/jmap/session?x=1"],
  ["http://engine:8080", "//evil.test/steal", "http://engine:8080/steal"],
  ["http://engine:8080", "http://user:pass@evil.test:1/jmap?a=b#c", "http://engine:8080/jmap?a=b"],
  ["https://host.test/mail/", "https://inner.test/jmap/", "https://host.test/mail/jmap/"],
  ["https://host.test/mail", "/mail/jmap/", "https://host.test/mail/jmap/"],
])("from %s the name %s leads to %s", (base, named, expected) => {
  expect(pinnedUrl(base, named)).toBe(expected);
});

test("values cannot change which path is asked for", () => {
  const template = "https://h.test/jmap/download/{accountId}/{blobId}/{name}?accept={type}";
  const url = expandTemplate(template, { accountId: "f", blobId: "a/../b?c#d", name: "x", type: "text/plain" });
  expect(url).toBe("https://h.test/jmap/download/f/a%2F..%2Fb%3Fc%23d/x?accept=text%2Fplain");
  for (const blobId of ["", ".", ".."])
    expect(() => expandTemplate(template, { accountId: "f", blobId, name: "x", type: "t" })).toThrow("notFound");
});
