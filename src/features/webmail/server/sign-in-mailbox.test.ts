import { expect, test } from "bun:test";
import { createUser } from "~/features/users/server/create-user";
import { suspendUser } from "~/features/users/server/suspend-user";
import { applyNow, gigabyte, password } from "~/features/users/server/testing-users";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { getOverview } from "./get-overview";
import { signInMailbox } from "./sign-in-mailbox";
import { testMailboxes } from "./testing-webmail";

const { services, logged } = await testServices();
const { member, domainId, people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const attempt = (address: string, secret = password, ip = "192.0.2.1") =>
  refusalOf(testBrowser(services).visit((ctx) => signInMailbox({ ...ctx, ip }, { address, password: secret })));

test("address and password open one's own mailbox and nothing else", async () => {
  const browser = testBrowser(services);
  const me = await browser.visit((ctx) => signInMailbox(ctx, { address: "ana@acme.test", password }));
  expect(me).toEqual({ address: "ana@acme.test", displayName: "Ana" });
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

test("guessing at one mailbox is slowed down, from however many addresses", async () => {
  const outcomes = [];
  for (let i = 0; i < 12; i++) outcomes.push(await attempt("victim@acme.test", "guess", `198.51.100.${i}`));
  expect(outcomes.filter((outcome) => outcome === "request.too_many").length).toBe(2);
});

test("no password reaches the log", () => expect(logged.join("\n")).not.toContain(password));
