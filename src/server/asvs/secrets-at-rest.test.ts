import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { TOTP } from "otpauth";
import { mailResetLink } from "~/features/auth/server/mail-reset-link";
import { hashPassword } from "~/features/auth/server/password-hash";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { applyNow } from "~/features/users/server/testing-users";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { dkimKeys, people, sessions } from "../../../db/schema";
import { memberContext } from "../context";
import { allRows } from "../isolation/testing-all-rows";
import { signedInMember } from "../isolation/testing-signed-in";
import { testServices } from "../testing";
import { testBrowser } from "../testing-browser";
import { call } from "../testing-expectations";

setDefaultTimeout(60_000);

const world = await testServices();
const services = { ...world.services, rateLimit: async () => {} };
const { owner: db } = world;

test("V13.3.1 after a round through everything that has a secret, none of them is in the database, nor in the log", async () => {
  const { browser, ctx } = await signedInMember(services, "owner");
  const mailBrowser = testBrowser(services);
  const [password, mailPassword] = [`pass-${Bun.randomUUIDv7()}`, `mail-${Bun.randomUUIDv7()}`];
  const secrets: Record<string, string> = { password, mailPassword };
  const as = <T>(path: string, input?: unknown) => browser.visit((context) => call(context, path, input) as Promise<T>);
  await db
    .update(people)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(people.id, ctx.actor.personId));

  const { secret, setup } = await as<{ secret: string; setup: string }>("auth.security.beginTotp");
  secrets.totp = secret;
  const code = new TOTP({ secret }).generate();
  const { recoveryCodes } = await as<{ recoveryCodes: string[] }>("auth.security.confirmTotp", {
    ...{ setup, code, signOutOthers: false },
  });
  expect(recoveryCodes.length).toBeGreaterThan(5);
  for (const [at, one] of recoveryCodes.entries()) secrets[`recovery code ${at}`] = one.replaceAll(/[\s-]/g, "");

  const token = { name: "t", holder: "tenant", scopes: ["domains:read"] };
  secrets.apiToken = (await as<{ secret: string }>("auth.tokens.create", token)).secret;
  const hook = { url: "https://1.1.1.1/x", description: "", events: ["user.created"] };
  const { webhook, ...made } = await as<{ webhook: { id: string }; secret: string }>("auth.webhooks.create", hook);
  secrets.webhook = made.secret;
  secrets.webhookAnew = (await as<{ secret: string }>("auth.webhooks.rotateSecret", { webhookId: webhook.id })).secret;

  await as("auth.team.invite", { email: "new@team.example", role: "viewer" });
  await mailResetLink(services, { personId: ctx.actor.personId });
  const kept = await browser.visit(
    (context) =>
      call({ ...context, isLocal: true }, "auth.keptNotices", undefined) as Promise<{ path: string | null }[]>,
  );
  const links = kept.flatMap(({ path }) => path?.split("#")[1] ?? []);
  expect(links.length).toBeGreaterThanOrEqual(2);
  for (const [at, link] of links.entries()) secrets[`link ${at}`] = link;

  const { id: domainId } = await activeDomain(services, ctx, "secrets.test");
  const form = { domainId, localPart: "ana", displayName: "Ana", password: mailPassword, quotaBytes: 1024 ** 3 };
  const { id } = await as<{ id: string }>("users.create", form);
  await applyNow(services, ctx, id);
  await mailBrowser.visit((context) => signInMailbox(context, { address: "ana@secrets.test", password: mailPassword }));
  await mailBrowser.visit((context) => call(context, "webmail.overview", {}));

  for (const { jar } of [browser, mailBrowser])
    for (const [name, value] of jar)
      for (const [at, part] of value.split(".").entries())
        if (part.length >= 40) secrets[`cookie ${name} ${at}`] = part;
  // The head of every signed token is the same and no secret.
  for (const [name, value] of Object.entries(secrets)) if (value.startsWith("eyJhbGci")) delete secrets[name];
  const engineKeys = await db.select({ sealed: sessions.sealedEngineKey, id: sessions.id }).from(sessions);
  expect(engineKeys.filter(({ sealed }) => sealed).length).toBe(1);
  expect((await db.select().from(dkimKeys)).length).toBeGreaterThan(0);
  expect(Object.keys(secrets).length).toBeGreaterThan(18);

  const stored = JSON.stringify(await allRows(db));
  const logged = world.logged.join("\n");
  for (const [name, value] of Object.entries(secrets)) {
    expect([name, value.length >= 8]).toEqual([name, true]);
    for (const [where, text] of Object.entries({ database: stored, log: logged }))
      for (const spelling of [value, Buffer.from(value).toString("base64url"), Buffer.from(value).toString("hex")])
        expect([name, where, text.includes(spelling)]).toEqual([name, where, false]);
  }
  // How RSA and Ed25519 keys begin in PKCS #8 (RFC 5958).
  expect(/PRIVATE KEY|MIIE..IBADAN|MC4CAQAwBQ/.test(stored)).toBe(false);
  expect(memberContext(await browser.visit((context) => context)).actor.hasSecondFactor).toBe(true);
});

test("V13.3.1 what is sealed names its key, and opens for its own purpose alone", async () => {
  const sealed = services.secretBox.seal("canary", "one");
  expect(sealed).toMatch(/^[0-9a-f]{8}\./);
  expect(services.secretBox.open(sealed, "one")).toBe("canary");
  expect(() => services.secretBox.open(sealed, "another")).toThrow();
  expect(services.secretBox.seal("canary", "one")).not.toBe(sealed);
});
