import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { domainConnectTemplate, publicKeyTexts } from "./template";
import { testConnectKey } from "./testing-domain-connect";

const { services } = await testServices();
const connect = testConnectKey("_key1.connect.operator.example.com");
const template = domainConnectTemplate(services.platform, connect);
const rows = (group: string) => template.records.filter(({ groupId }) => groupId === group);

test("the template asks for signed links, names its owner, and leads back to this panel only", () => {
  expect(template).toMatchObject({
    ...{ providerId: "example.com", serviceId: "mail", syncPubKeyDomain: "connect.operator.example.com" },
    syncRedirectDomain: new URL(services.platform.appUrl).hostname,
  });
  expect(Object.keys(template)).not.toContain("warnPhishing");
});

test("SPF is merged by the provider, a policy takes the place of an older one, and nothing but a domain's own is variable", () => {
  expect(rows("spf")).toEqual([{ type: "SPFM", groupId: "spf", host: "@", spfRules: "include:spf.deftmail.test" }]);
  expect(rows("dmarc")[0]).toMatchObject({ data: "v=DMARC1; %dmarc%", txtConflictMatchingPrefix: "v=DMARC1" });
  expect(rows("dm1-key")[0]).toMatchObject({ host: "dm1._domainkey", data: "v=DKIM1; k=rsa; p=%dm1%" });
  expect(rows("mail").every(({ type }) => type === "MX")).toBe(true);
  const variables = new Set(JSON.stringify(template.records).match(/%\w+%/g));
  expect([...variables].toSorted()).toEqual(["%dm1%", "%dm2%", "%dmarc%", "%ed1%", "%ed2%", "%proof%", "%stsid%"]);
  expect(template.records.every(({ type, data }) => type !== "TXT" || !String(data).startsWith("%"))).toBe(true);
});

test("where keys stand behind aliases, only the domain's own part of the alias is variable", () => {
  const platform = { ...services.platform, dkimZone: { name: "keys.operator.example.com", update: null } };
  const aliases = domainConnectTemplate(platform, connect).records.filter(({ groupId }) => groupId === "dm1-alias");
  expect(aliases).toMatchObject([{ type: "CNAME", pointsTo: "dm1-%dm1alias%.keys.operator.example.com" }]);
});

test("the public key fits into TXT records, numbered from one", () => {
  const texts = publicKeyTexts(connect);
  expect(texts.every((text, at) => text.startsWith(`p=${at + 1},a=RS256,d=`) && text.length <= 255)).toBe(true);
  const escaped = { ...connect, privateKey: connect.privateKey.replaceAll("\n", "\\n") };
  expect(publicKeyTexts(escaped)).toEqual(texts);
});
