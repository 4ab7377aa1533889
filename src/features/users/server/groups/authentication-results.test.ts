import { expect, test } from "bun:test";
import { provesDomain, readAuthenticationResults } from "./authentication-results";

const proves = (value: string, domain = "ext.test") => {
  const { by, verdicts } = readAuthenticationResults(value);
  return [by, provesDomain(verdicts, domain)];
};

test.each([
  ["mail.acme.test; dmarc=pass (p=REJECT) header.from=ext.test", true],
  ["mail.acme.test 1; spf=fail smtp.mailfrom=a@ext.test; dkim=pass header.i=@ext.test header.s=s", true],
  ["Mail.ACME.test.; dkim=pass header.d=EXT.test", true],
  ["mail.acme.test; spf=pass (ok) smtp.mailfrom=bo@ext.test smtp.helo=x", true],
  ["mail.acme.test; none", false],
  ["mail.acme.test; dmarc=fail header.from=ext.test", false],
  ["mail.acme.test; dmarc=pass header.from=other.test", false],
  ["mail.acme.test; dkim=pass header.d=sub.ext.test", false],
  ["mail.acme.test; spf=pass smtp.helo=ext.test", false],
  ["mail.acme.test; spf=fail (dmarc=pass header.from=ext.test) smtp.mailfrom=a@ext.test", false],
  ['mail.acme.test; spf=fail smtp.mailfrom="; dmarc=pass header.from=ext.test"', false],
  ["mail.acme.test; spf=fail (a \\) ; dmarc=pass header.from=ext.test) smtp.mailfrom=x@ext.test", false],
])("%p says whether the sender is proven", (value, isProven) => {
  expect(proves(value)).toEqual(["mail.acme.test", isProven]);
});

test("a field of another server is known by its name", () => {
  expect(readAuthenticationResults("mx.evil.test; dmarc=pass header.from=ext.test").by).toBe("mx.evil.test");
  expect(readAuthenticationResults("(mail.acme.test;) mx.evil.test; none").by).toBe("mx.evil.test");
});
