import { expect, test } from "bun:test";
import { authenticationOf } from "./authentication-of";

const nothing = {
  ...{ received: null, returnPath: null, dkimSignatures: [], listUnsubscribe: null, listUnsubscribePost: null },
};
const from = [{ name: "Bo", email: "bo@news.ext.test" }];
const verdictOf = (...authenticationResults: string[]) =>
  authenticationOf({ from, authenticationResults, headers: nothing }, "mail.acme.test")?.verdict ?? null;

test.each([
  ["mail.acme.test; dmarc=pass (p=REJECT) header.from=news.ext.test", "verified"],
  ["Mail.Acme.Test 1; dkim=pass header.i=@ext.test header.s=s", "verified"],
  ["mail.acme.test; spf=pass smtp.mailfrom=bounce@mx.ext.test", "verified"],
  ["mail.acme.test; spf=pass smtp.mailfrom=ext.test", "verified"],
  ["mail.acme.test; dkim=pass header.d=evil.test; spf=pass smtp.mailfrom=a@evil.test", "unverified"],
  ["mail.acme.test; dkim=fail header.d=ext.test; dmarc=fail header.from=news.ext.test", "unverified"],
  ["mail.acme.test; spf=none; dkim=none", "unverified"],
  ["mail.acme.test; spf=temperror smtp.mailfrom=bo@ext.test; dkim=none", null],
  ["mail.acme.test; none", null],
  ["mx.evil.test; dmarc=pass header.from=news.ext.test", null],
  ["mx.evil.test; (mail.acme.test) dmarc=pass header.from=news.ext.test", null],
])("%p makes the sender: %p", (value, verdict) => {
  expect(verdictOf(value)).toBe(verdict as "verified");
});

test("what an intermediary or the sender wrote below our own verdict is not believed", () => {
  const forged = "mail.acme.test; dmarc=pass header.from=news.ext.test";
  expect(verdictOf("mail.acme.test; dmarc=fail header.from=news.ext.test", forged)).toBe("unverified");
  expect(verdictOf("mx.evil.test; none", forged)).toBeNull();
});

test("a message without a verdict, without a sender or with several is neither verified nor not", () => {
  expect(verdictOf()).toBeNull();
  const results = ["mail.acme.test; dmarc=pass header.from=ext.test"];
  for (const some of [[], [{ name: null, email: "nobody" }], [...from, { name: "Eve", email: "eve@ext.test" }]])
    expect(
      authenticationOf({ from: some, authenticationResults: results, headers: nothing }, "mail.acme.test"),
    ).toBeNull();
});

const handedIn = (received: string, returnPath = "<ana@acme.test>", sender = "bea@acme.test") =>
  authenticationOf(
    {
      from: [{ name: null, email: sender }],
      authenticationResults: ["mail.acme.test; none"],
      headers: { ...nothing, received, returnPath },
    },
    "mail.acme.test",
  )?.verdict ?? null;

test("mail from a colleague is verified because it was handed in here under a name of the same domain", () => {
  for (const protocol of ["HTTP", "ESMTPSA", "UTF8SMTPSA", "ESMTPA"])
    expect(handedIn(`from [192.0.2.1]\tby mail.acme.test with ${protocol} id 7;\tMon, 1 Jan 2026`)).toBe("verified");
  expect(handedIn("from x by mail.acme.test (Server) with ESMTPSA id 7; date")).toBe("verified");
});

test("mail that only looks as if it had been handed in here is not verified", () => {
  for (const received of [
    "from mx.evil.test by mail.acme.test with ESMTP id 7; date",
    "from mx.evil.test by mail.acme.test with ESMTPS id 7; date",
    "from a by mail.acme.test with HTTP id 1; by mail.acme.test with ESMTP id 7; date",
    "from x by mx.evil.test with HTTP id 7; date",
    "",
  ])
    expect([received, handedIn(received)]).toEqual([received, null]);
  const ours = "from x by mail.acme.test with HTTP id 7; date";
  expect(handedIn(ours, "<eve@other.test>")).toBeNull();
  expect(handedIn(ours, "<>")).toBeNull();
});
