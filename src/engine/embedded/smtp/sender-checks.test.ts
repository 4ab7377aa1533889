import { expect, test } from "bun:test";
import { generateKeyPairSync } from "node:crypto";
import { createDnsLookup } from "../queue/dns-lookup";
import { signMessage } from "../queue/sign-message";
import { type Zone, openTestDns } from "../queue/testing";
import { withAuthenticationResults } from "./authentication-results";

const letter =
  "From: Bo <bo@ext.test>\r\nTo: ana@acme.test\r\nSubject: Hi\r\nDate: Tue, 01 Sep 2026 10:00:00 +0000\r\n\r\nHello\r\n";

async function arrive(zone: Zone, raw: Uint8Array, ip = "127.0.0.1") {
  const dns = await openTestDns(zone);
  const lookup = createDnsLookup({ servers: [dns.server] });
  const arrival = { raw, sender: "bo@ext.test", ip, helo: "mx.ext.test" };
  const text = Buffer.from(await withAuthenticationResults(arrival, "mail.acme.test", lookup)).toString();
  dns.close();
  return text.replace(/\r\n\s+/g, " ");
}

function signed() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const p = publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("base64");
  const key = {
    domainName: "ext.test",
    selector: "s",
    algorithm: "ed25519-sha256" as const,
    privateKey: String(privateKey.export({ type: "pkcs8", format: "pem" })),
  };
  const zone: Zone = {
    "s._domainkey.ext.test TXT": [[`v=DKIM1; k=ed25519; p=${p}`]],
    "ext.test TXT": [["v=spf1 ip4:127.0.0.1 -all"]],
    "_dmarc.ext.test TXT": [["v=DMARC1; p=reject"]],
  };
  return {
    zone,
    sign: (text: string) => signMessage(Buffer.from(text), "eve@ext.test", { signingKeys: () => [key] }, new Date()),
  };
}

test("a message of an honest host passes SPF, DKIM and DMARC", async () => {
  const { zone, sign } = signed();
  const text = await arrive(zone, await sign(letter));
  for (const verdict of ["dkim=pass", "spf=pass", "dmarc=pass"]) expect(text).toContain(verdict);
});

test("a changed message from another host fails all three", async () => {
  const { zone, sign } = signed();
  const raw = Buffer.from(
    Buffer.from(await sign(letter))
      .toString()
      .replace("Hello", "Pay me"),
  );
  const text = await arrive(zone, raw, "127.0.0.66");
  for (const verdict of ["spf=fail", "dmarc=fail"]) expect(text).toContain(verdict);
  expect(text).not.toContain("dkim=pass");
});

test("a verdict in our name goes however it is spelt, and one of another server stays", async () => {
  const forged = [
    "mail.acme.test; dkim=pass",
    "MAIL.acme.TEST 1; dkim=pass",
    "(a comment) mail.acme.test; dkim=pass",
    '"mail.acme.test"; dkim=pass',
    '"mail.acme\\.test"; dkim=pass',
    "(a (nested) one) mail.acme.test; dkim=pass",
    "(;) mail.acme.test (x)1; dkim=pass",
    "\r\n mail.acme.test; dkim=pass",
  ];
  const fields = [...forged, "mail.acme.test.evil.test; other=pass"].map(
    (value) => `Authentication-Results: ${value}\r\n`,
  );
  const text = await arrive({}, Buffer.from(fields.join("") + letter));
  expect(text).not.toContain("dkim=pass");
  expect(text).toContain("mail.acme.test.evil.test; other=pass");
  expect(text.match(/^Authentication-Results:/gim)).toHaveLength(2);
});
