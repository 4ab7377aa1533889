import { afterEach, beforeEach, expect, test } from "bun:test";
import { openTestDirectory } from "./testing";
import { createRecoveryAdmin, recoveryAccountId } from "./recovery-admin";

const password = "correct horse battery 42";
const local = "127.0.0.1";
let office: ReturnType<typeof openTestDirectory>;
let clock: Date;
let ana: { id: string };
let domainId: string;

beforeEach(async () => {
  clock = new Date("2026-09-01T10:00:00Z");
  office = openTestDirectory(undefined, () => clock);
  domainId = (await office.createDomain("acme.test")).id;
  ana = await office.createUser("ana", domainId, { aliases: { "0": { name: "info", domainId } } });
});
afterEach(() => office.directory.close());

const basic = (login: string, secret: string) => `Basic ${Buffer.from(`${login}:${secret}`).toString("base64")}`;
const signIn = (header: string | null, ip = local) => office.directory.authenticateHeader(header, ip);
const outcome = async (header: string | null, ip = local) => {
  const result = await signIn(header, ip);
  return result === null || typeof result === "string" ? result : result.accountId;
};
const setPermissions = (permissions: Record<string, unknown>) =>
  office.call("x:Account/set", { update: { [ana.id]: { permissions } } });
const mint = async (body: Record<string, unknown> = {}, object = "ApiKey") =>
  (await office.create(
    object,
    {
      description: "test",
      permissions: { "@type": "Replace", permissions: { authenticate: true, jmapEmailGet: true } },
      ...body,
    },
    { accountId: ana.id },
  )) as { id: string; secret: string };

test("an account is entered with its password, under any of its addresses, in any case", async () => {
  expect(await outcome(basic("ana@acme.test", password))).toBe(ana.id);
  expect(await outcome(basic("INFO@ACME.test", password))).toBe(ana.id);
  expect(await outcome(basic("ana@acme.test", `${password}!`))).toBe("invalid");
  expect(await outcome(basic("nobody@acme.test", password))).toBe("invalid");
  expect(await outcome(basic("ana@other.test", password))).toBe("invalid");
  expect(await outcome(null)).toBeNull();
  for (const header of ["", "Basic", "Basic !!!", "Digest x", "Bearer nonsense", basic("ana", "")])
    expect(await outcome(header)).toBe("invalid");
});

test("a bare name gets the default domain", async () => {
  expect(await outcome(basic("ana", password))).toBe("invalid");
  await office.call("x:SystemSettings/set", { update: { singleton: { defaultDomainId: domainId } } });
  expect(await outcome(basic("ana", password))).toBe(ana.id);
});

test("a password that was verified is remembered, and forgotten when it changes", async () => {
  await signIn(basic("ana@acme.test", password));
  const start = performance.now();
  for (let i = 0; i < 50; i++) await signIn(basic("ana@acme.test", password));
  expect(performance.now() - start).toBeLessThan(500);
  const changed = await office.call("x:Account/set", {
    update: { [ana.id]: { "credentials/0/secret": "another battery 43" } },
  });
  expect(changed.updated).toEqual({ [ana.id]: null } as never);
  expect(await outcome(basic("ana@acme.test", password))).toBe("invalid");
  expect(await outcome(basic("ana@acme.test", "another battery 43"))).toBe(ana.id);
});

test("a key opens what is listed in it and belongs to its account, nothing else", async () => {
  const { secret } = await mint();
  expect(secret).toMatch(/^API_[\w-]+$/);
  expect(await signIn(`Bearer ${secret}`)).toMatchObject({
    accountId: ana.id,
    emailAddress: "ana@acme.test",
    permissions: new Set(["authenticate", "jmapEmailGet"]),
  });
  expect(await outcome(basic("ana@acme.test", secret))).toBe("invalid");
  expect(await outcome(`Bearer ${secret.slice(0, -4)}AAAA`)).toBe("invalid");
  await setPermissions({ "@type": "Merge", disabledPermissions: { jmapEmailGet: true } });
  expect(await signIn(`Bearer ${secret}`)).toMatchObject({ permissions: new Set(["authenticate"]) });
});

test("a key without the right to sign in cannot, and one that was destroyed, has expired or comes from elsewhere neither", async () => {
  const mute = await mint({ permissions: { "@type": "Replace", permissions: { jmapEmailGet: true } } });
  expect(await outcome(`Bearer ${mute.secret}`)).toBe("invalid");
  const short = await mint({ expiresAt: "2026-09-01T10:00:30Z", allowedIps: { "10.0.0.0/24": true, "::1": true } });
  for (const ip of ["10.0.0.9", "::ffff:10.0.0.9", "::1"])
    expect(await outcome(`Bearer ${short.secret}`, ip)).toBe(ana.id);
  for (const ip of ["10.0.1.9", local, ""]) expect(await outcome(`Bearer ${short.secret}`, ip)).toBe("invalid");
  clock = new Date("2026-09-01T10:00:31Z");
  expect(await outcome(`Bearer ${short.secret}`, "10.0.0.9")).toBe("invalid");
  const { id, secret } = await mint();
  expect(await outcome(`Bearer ${secret}`)).toBe(ana.id);
  await office.callAs({ accountId: ana.id }, "x:ApiKey/set", { destroy: [id] });
  expect(await outcome(`Bearer ${secret}`)).toBe("invalid");
});

test("an app password works in place of the password, a second factor asks for more than a password", async () => {
  const { secret } = await mint({ permissions: { "@type": "Inherit" } }, "AppPassword");
  await office.call("x:Account/set", {
    update: { [ana.id]: { "credentials/0/otpAuth": "otpauth://totp/x?secret=A" } },
  });
  expect(await outcome(basic("ana@acme.test", password))).toBe("mfaRequired");
  expect(await outcome(basic("ana@acme.test", secret))).toBe(ana.id);
  expect(await outcome(basic("ana@acme.test", secret.replace(/.$/, "!")))).toBe("invalid");
});

test("a suspended account is closed to password, app password and key at once, and opens again", async () => {
  const headers = [
    basic("ana@acme.test", password),
    basic("ana@acme.test", (await mint({ permissions: { "@type": "Inherit" } }, "AppPassword")).secret),
    `Bearer ${(await mint()).secret}`,
  ];
  for (const header of headers) expect(await outcome(header)).toBe(ana.id);
  await setPermissions({
    "@type": "Merge",
    disabledPermissions: { authenticate: true, emailSend: true, emailReceive: true },
  });
  for (const header of headers) expect(await outcome(header)).toBe("invalid");
  expect(office.directory.resolveRecipient("ana@acme.test")).toEqual({ kind: "refused" });
  await setPermissions({ "@type": "Inherit" });
  for (const header of headers) expect(await outcome(header)).toBe(ana.id);
  expect(office.directory.resolveRecipient("ana@acme.test")).toMatchObject({ kind: "local" });
});

test("an expired password opens nothing but its own change", async () => {
  await office.call("x:Account/set", { update: { [ana.id]: { "credentials/0/expiresAt": "2026-08-01T00:00:00Z" } } });
  const principal = await signIn(basic("ana@acme.test", password));
  if (principal === null || typeof principal === "string") throw new Error("not signed in");
  expect(
    [...principal.permissions].every((name) => name === "authenticate" || name.startsWith("sysAccountPassword")),
  ).toBe(true);
  const change = (currentSecret: string) =>
    office.callAs({ principal, accountId: ana.id }, "x:AccountPassword/set", {
      update: { singleton: { currentSecret, secret: "another battery 43" } },
    });
  expect((await change("wrong")).notUpdated?.singleton).toMatchObject({
    type: "invalidProperties",
    properties: ["currentSecret"],
  });
  expect((await change(password)).updated).toEqual({ singleton: null } as never);
  expect(await outcome(basic("ana@acme.test", "another battery 43"))).toBe(ana.id);
});

test("the recovery administrator has every right, without a mailbox", async () => {
  expect(await outcome(basic("admin", "recovery"))).toBe(recoveryAccountId);
  expect(await outcome(basic("admin", "recovering"))).toBe("invalid");
  expect(office.directory.findAccount(recoveryAccountId)?.addresses).toEqual([]);
  const byToken = createRecoveryAdmin({ token: "operator-token" });
  expect(byToken.withToken("operator-token")?.permissions.has("impersonate")).toBe(true);
  expect(byToken.withToken("operator")).toBeNull();
});

test("sign-ins and refusals are reported, a success not with each call", async () => {
  for (let i = 0; i < 3; i++) await signIn(basic("ana@acme.test", password), "10.0.0.1");
  await signIn(basic("ana@acme.test", "wrong"), "10.0.0.1");
  const seen = office.events.filter((event) => event.type.startsWith("auth."));
  expect(seen.map((event) => event.type)).toEqual(["auth.success", "auth.failed"]);
  expect(seen[1]?.data).toEqual({ accountName: "ana@acme.test", remoteIp: "10.0.0.1" });
});
