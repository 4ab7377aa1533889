import { expect, test } from "bun:test";
import { createUser } from "~/features/users/server/create-user";
import { suspendUser } from "~/features/users/server/suspend-user";
import { applyNow, gigabyte, password } from "~/features/users/server/testing-users";
import { mailboxContext } from "~/server/context";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { getOverview } from "./get-overview";
import { signInMailbox } from "./sign-in-mailbox";
import { testMailboxes, until } from "./testing-webmail";

const { services, logged } = await testServices();
const { member, domainId, people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const attempt = (address: string, secret = password, ip = "192.0.2.1") =>
  refusalOf(testBrowser(services).visit((ctx) => signInMailbox({ ...ctx, ip }, { address, password: secret })));

test("address and password open one's own mailbox and nothing else", async () => {
  const browser = testBrowser(services);
  const me = await browser.visit((ctx) => signInMailbox(ctx, { address: "ana@acme.test", password }));
  expect(me).toEqual({ step: "signed_in", me: { address: "ana@acme.test", displayName: "Ana" } });
  expect(await browser.visit(async (ctx) => [ctx.mailbox?.address, ctx.member])).toEqual(["ana@acme.test", null]);
  expect(await auditedActions(services, member.tenantId)).toContain("session.start");
});

test("a wrong password and an unknown address get the same answer", async () => {
  expect(await attempt("ana@acme.test", "wrong")).toBe("auth.wrong_credentials");
  expect(await attempt("nobody@acme.test")).toBe("auth.wrong_credentials");
  expect(await attempt("nobody@elsewhere.example")).toBe("auth.wrong_credentials");
});

test("a suspended mailbox is told so, but only with the right password", async () => {
  await suspendUser(member, { userId: people.bea.userId });
  await applyNow(services, member, people.bea.userId);
  expect(await attempt("bea@acme.test")).toBe("user.suspended");
  expect(await attempt("bea@acme.test", "wrong")).toBe("auth.wrong_credentials");
});

test("a suspended mailbox is closed in pages that are open already", async () => {
  expect(await refusalOf(getOverview(people.bea.ctx, { limit: 50 }))).toBe("auth.required");
});

test("a mailbox that is still being made says that it is not ready", async () => {
  await createUser(member, { domainId, localPart: "new", displayName: "", password, quotaBytes: gigabyte });
  expect(await attempt("new@acme.test")).toBe("engine.unavailable");
});

test("a refused sign-in to a mailbox is in the tenant's audit log", async () => {
  await attempt("ana@acme.test", "wrong");
  await until("an audit row", async () =>
    (await auditedActions(services, member.tenantId)).includes("auth.sign_in_refused"),
  );
});

test("a mailbox that is used stays open for longer than a week", async () => {
  const day = 86_400_000;
  let clock = Date.now() - 10 * day;
  const browser = testBrowser({ ...services, now: () => new Date(clock) });
  await browser.visit((ctx) => signInMailbox(ctx, { address: "ana@acme.test", password }));
  for (const days of [5, 5]) {
    clock += days * day;
    await browser.visit((ctx) => getOverview(mailboxContext(ctx), { limit: 50 }));
  }
});

test("a sign-in that fails half-way leaves no open key behind", async () => {
  const { directory } = services.engine;
  const minted: string[] = [];
  const mint: typeof directory.keys.mint = async (key) => {
    const made = await directory.keys.mint(key);
    minted.push(made.secret);
    return made;
  };
  const engine = { ...services.engine, directory: { ...directory, keys: { ...directory.keys, mint } } };
  const unstorable = "\0";
  const signingIn = testBrowser({ ...services, engine }).visit((ctx) =>
    signInMailbox({ ...ctx, userAgent: unstorable }, { address: "ana@acme.test", password }),
  );
  expect(await signingIn.catch(() => "failed")).toBe("failed");
  expect(minted).toHaveLength(1);
  const reading = services.engine.forUser(minted[0]!).mailboxes.list();
  expect(await reading.then(() => "open").catch(() => "shut")).toBe("shut");
});

test("guessing at one mailbox is slowed down, from however many addresses", async () => {
  const outcomes = [];
  for (let i = 0; i < 12; i++) outcomes.push(await attempt("victim@acme.test", "guess", `198.51.100.${i}`));
  expect(outcomes.filter((outcome) => outcome === "request.too_many").length).toBe(2);
});

test("no password reaches the log", () => expect(logged.join("\n")).not.toContain(password));
