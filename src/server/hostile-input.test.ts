import { beforeAll, expect, test } from "bun:test";
import type { TRPCError } from "@trpc/server";
import { testMailboxes } from "../features/webmail/server/testing-webmail";
import { appRouter } from "../router";
import type { Context } from "./context";
import { anonymousContext, testServices } from "./testing";
import { createCallerFactory } from "./trpc";

const { services: strict } = await testServices();
const services = { ...strict, rateLimit: async () => {} };
const id = Bun.randomUUIDv7();
const password = "a long walk at dusk";
const quotaBytes = 1024 ** 3;

/** An input of the right form for every procedure that takes one. */
const inputs: Record<string, Record<string, unknown>> = {
  "auth.signUp": { company: "Acme", email: "a@b.example", password },
  "auth.signIn": { email: "a@b.example", password },
  "domains.list": { after: id, limit: 5 },
  "domains.get": { domainId: id },
  "domains.add": { name: "acme.example" },
  "domains.check": { domainId: id },
  "domains.publishInTrial": { domainId: id },
  "domains.remove": { domainId: id },
  "users.list": { domainId: id, search: "ana", after: `${id} 1`, limit: 5 },
  "users.get": { userId: id },
  "users.create": { domainId: id, localPart: "ana", displayName: "Ana", password, quotaBytes },
  "users.setPassword": { userId: id, password },
  "users.setQuota": { userId: id, quotaBytes },
  "users.suspend": { userId: id },
  "users.resume": { userId: id },
  "users.remove": { userId: id },
  "webmail.signIn": { address: "ana@hostile.test", password },
  "webmail.overview": { mailboxId: "x", after: "x", limit: 5 },
  "webmail.threads": { mailboxId: "x", after: "x", limit: 5 },
  "webmail.thread": { threadId: "x" },
  "webmail.setKeyword": { messageIds: ["x"], keyword: "$seen", value: true },
  "webmail.move": { messageIds: ["x"], to: { mailboxId: "x" } },
  "webmail.send": { idempotencyKey: id, to: ["a@b.test"], cc: [], bcc: [], subject: "s", text: "t", replyToId: "x" },
  "webmail.live": { since: { Email: "x" } },
};
const open = new Set(["auth.signUp", "auth.signIn", "auth.signOut", "webmail.signIn", "webmail.signOut"]);
const hostile = [
  ...["a\0b", "\ud800", "';\"--\\", "%_%", "a\r\nBcc: v@e.example", "</script><!--\u2028", "__proto__", "-rf", "$(id)"],
  ...[
    "../../x",
    "{}",
    "[]",
    "null",
    "x".repeat(10_000),
    "ﷺ".repeat(300),
    "9".repeat(40),
    "-1",
    "1e999",
    "*",
    "#ids",
    "NaN",
  ],
];

type Procedure = { _def: { type: string; inputs: unknown[] } };
const procedures = appRouter._def.procedures as unknown as Record<string, Procedure>;
const createCaller = createCallerFactory(appRouter);

/** The code of the failure, `"OK"` without one. */
async function outcomeOf(context: Context, path: string, input: unknown): Promise<string> {
  const [area, name] = path.split(".") as [string, string];
  const caller = createCaller(context) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  return caller[area]![name]!(input).then(
    () => "OK",
    (error: TRPCError) => error.code,
  );
}

let both: Context;
beforeAll(async () => {
  const { member, people } = await testMailboxes(services, "hostile.test", ["ana"]);
  const { kind: _, ...actor } = member.actor;
  const panel = { ...actor, tenantId: member.tenantId };
  const webmail = await people.ana.browser.visit((context) => context.mailbox);
  both = { ...anonymousContext(services), member: panel, mailbox: webmail };
});

const withInput = Object.entries(procedures).filter(([, { _def }]) => _def.inputs.length > 0);

test("every procedure that takes an input is looked at here", () => {
  expect(withInput.map(([path]) => path).sort()).toEqual(Object.keys(inputs).sort());
});

test("who has not signed in gets nothing but the doors", async () => {
  for (const path of Object.keys(procedures))
    if (!open.has(path))
      expect([path, await outcomeOf(anonymousContext(services), path, inputs[path])]).toEqual([path, "UNAUTHORIZED"]);
});

test("a field that is not offered is refused by every procedure", async () => {
  for (const extra of ["tenantId", "role", "isAdmin", "quota", "__proto__", "constructor"])
    for (const [path, input] of Object.entries(inputs)) {
      const more = JSON.parse(`{${JSON.stringify(input).slice(1, -1)},${JSON.stringify(extra)}:"x"}`);
      expect([path, extra, await outcomeOf(both, path, more)]).toEqual([path, extra, "BAD_REQUEST"]);
    }
});

test("no text in any field makes anything fail unexpectedly", async () => {
  const broken: string[] = [];
  for (const [path, input] of Object.entries(inputs))
    for (const [field, value] of Object.entries(input))
      for (const text of hostile) {
        const wrapped = Array.isArray(value) ? [text] : typeof value === "object" ? { mailboxId: text } : text;
        const outcome = await outcomeOf(both, path, { ...input, [field]: wrapped });
        if (outcome === "INTERNAL_SERVER_ERROR") broken.push(`${path} ${field} ${JSON.stringify(text).slice(0, 30)}`);
      }
  expect(broken).toEqual([]);
}, 60_000);
