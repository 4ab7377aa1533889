import { afterEach, beforeEach, expect, test } from "bun:test";
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { until } from "../../../lib/testing-until";
import { openTestDirectory } from "./testing";
import type { MethodError } from "../seams";

let office: ReturnType<typeof openTestDirectory>;
beforeEach(() => {
  office = openTestDirectory();
});
afterEach(() => office.directory.close());

type Listed = { list: Record<string, unknown>[] };
const get = async (object: string, args: Record<string, unknown>) =>
  ((await office.call(`x:${object}/get`, args)) as unknown as Listed).list;
const pem = (type: "rsa" | "ed25519", format: "pkcs1" | "pkcs8" = "pkcs8"): string => {
  const { privateKey } =
    type === "rsa" ? generateKeyPairSync("rsa", { modulusLength: 2048 }) : generateKeyPairSync("ed25519");
  return String(privateKey.export({ type: format as "pkcs8", format: "pem" }));
};

test("a created domain answers with its id alone, and shows what the server knows when it is asked", async () => {
  const answer = await office.call("x:Domain/set", {
    create: { d: { name: "ACME.test.", aliases: { "acme.com": true } } },
  });
  expect(answer).toEqual({ accountId: "zz", created: { d: { id: "b" } } } as never);
  await office.call("x:SystemSettings/set", { update: { singleton: { defaultHostname: "mail.host.test" } } });
  const [domain] = await get("Domain", { ids: ["#d"], properties: ["name", "aliases", "dnsZoneFile"] });
  expect(domain).toMatchObject({ id: "b", name: "acme.test", aliases: { "acme.com": true } });
  for (const line of [
    "acme.test. IN MX 10 mail.host.test.\n",
    '_dmarc.acme.test. IN TXT "v=DMARC1; p=reject;',
    'acme.test. IN TXT "v=spf1 mx -all"\n',
  ])
    expect(domain?.dnsZoneFile).toContain(line);
  expect(office.directory.isLocalDomain("acme.COM")).toBe(true);
});

test("keys that the server makes come some time after the domain and are active", async () => {
  const { id } = await office.create("Domain", { name: "acme.test", dkimManagement: { "@type": "Automatic" } });
  expect(office.directory.signingKeys("acme.test")).toEqual([]);
  await until(() => office.directory.signingKeys("acme.test").length === 2);
  const found = await office.call("x:DkimSignature/query", { filter: { domainId: id }, calculateTotal: true });
  expect(found.total as unknown).toBe(2);
});

test("an imported key shows its public half, never the private one, and signs while it is active", async () => {
  const { id: domainId } = await office.createDomain("acme.test");
  const privateKey = pem("rsa", "pkcs1");
  const { id } = await office.create("DkimSignature", {
    "@type": "Dkim1RsaSha256",
    domainId,
    selector: "r1",
    stage: "pending",
    privateKey: { "@type": "Text", secret: privateKey },
  });
  const [key] = await get("DkimSignature", { ids: [id] });
  expect(JSON.stringify(key)).not.toContain("PRIVATE KEY");
  const publicKey = createPublicKey({
    key: Buffer.from(String(key?.publicKey), "base64"),
    format: "der",
    type: "spki",
  });
  expect(
    verify("sha256", Buffer.from("x"), publicKey, sign("sha256", Buffer.from("x"), createPrivateKey(privateKey))),
  ).toBe(true);
  expect(office.directory.signingKeys("acme.test")).toEqual([]);
  await office.call("x:DkimSignature/set", { update: { [id]: { stage: "active", privateKey: key?.privateKey } } });
  expect(office.directory.signingKeys("ACME.test")).toEqual([
    { domainName: "acme.test", selector: "r1", algorithm: "rsa-sha256", privateKey },
  ]);
  await office.call("x:DkimSignature/set", { update: { [id]: { stage: "retiring" } } });
  expect(office.directory.signingKeys("acme.test")).toEqual([]);
});

test("an Ed25519 key publishes its 32 bytes; wrong keys and used selectors are refused", async () => {
  const { id: domainId } = await office.createDomain("acme.test");
  const make = (type: string, selector: string, secret: string) =>
    office.create("DkimSignature", { "@type": type, domainId, selector, privateKey: { "@type": "Text", secret } });
  const { id } = await make("Dkim1Ed25519Sha256", "e1", pem("ed25519"));
  const [key] = await get("DkimSignature", { ids: [id], properties: ["publicKey"] });
  expect(Buffer.from(String(key?.publicKey), "base64")).toHaveLength(32);
  const refusal = (...args: Parameters<typeof make>) =>
    make(...args).then(
      () => "made",
      (error: Error) => JSON.parse(error.message).type,
    );
  expect(await refusal("Dkim1RsaSha256", "x", pem("ed25519"))).toBe("invalidProperties");
  expect(await refusal("Dkim1RsaSha256", "x", "nonsense")).toBe("invalidProperties");
  expect(await refusal("Dkim1Ed25519Sha256", "E1", pem("ed25519"))).toBe("primaryKeyViolation");
  expect(await refusal("Dkim1Ed25519Sha256", "not a selector", pem("ed25519"))).toBe("validationFailed");
});

test("queries filter, count, page and give the newest first; what they do not know they refuse", async () => {
  const { id: domainId } = await office.createDomain("acme.test");
  const { id: otherId } = await office.createDomain("other.test");
  const ids: string[] = [];
  for (const name of ["ana", "bo", "cy"])
    ids.unshift(
      (await office.create("Account", { "@type": "User", name, domainId, description: `${name} of Acme` })).id,
    );
  await office.create("Account", { "@type": "Group", name: "staff", domainId: otherId });
  const query = async (args: Record<string, unknown>) =>
    ((await office.call("x:Account/query", args)) as unknown as { ids: string[] }).ids;
  expect(await query({ filter: { domainId } })).toEqual(ids);
  expect(await query({ filter: { domainId }, position: 1, limit: 1 })).toEqual(ids.slice(1, 2));
  expect(await query({ filter: { domainId, name: "bo" } })).toEqual(ids.slice(1, 2));
  expect(await query({ filter: { text: "CY acme.test" } })).toEqual(ids.slice(0, 1));
  expect(await query({ filter: { "@type": "Group" } })).toHaveLength(1);
  const refusal = (args: Record<string, unknown>) =>
    query(args).then(
      () => "found",
      (error: MethodError) => error.type,
    );
  expect(await refusal({ filter: { operator: "OR", conditions: [] } })).toBe("unsupportedFilter");
  expect(await refusal({ filter: { shoeSize: 40 } })).toBe("unsupportedFilter");
  expect(await refusal({ sort: [{ property: "name" }] })).toBe("unsupportedSort");
  expect(await refusal({ position: "1" })).toBe("invalidArguments");
});

test("what was written is there after a restart, and ids are not used again", async () => {
  const { id: domainId } = await office.createDomain("acme.test");
  const ana = await office.createUser("ana", domainId);
  const bo = await office.createUser("bo", domainId);
  await office.call("x:Account/set", { destroy: [bo.id] });
  office.directory.close();
  const again = openTestDirectory(office.dataDir);
  expect(again.directory.findAccount(ana.id)).toMatchObject({
    emailAddress: "ana@acme.test",
    addresses: ["ana@acme.test"],
    maxDiskQuota: 0,
  });
  expect((await again.createUser("cy", domainId)).id).not.toBe(bo.id);
  office = again;
});
