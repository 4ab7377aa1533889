import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { TRPCError } from "@trpc/server";
import { eq } from "drizzle-orm";
import { people } from "../../db/schema";
import { hashPassword } from "../features/auth/server/password-hash";
import { testMailboxes } from "../features/webmail/server/testing-webmail";
import type { Context } from "./context";
import { goodPassword, nobodysIds } from "./expectations/testing-expectation";
import { anonymousContext, testServices } from "./testing";
import { call, expectations } from "./testing-expectations";

setDefaultTimeout(120_000);

const { services: strict, owner } = await testServices();
const services = { ...strict, rateLimit: async () => {} };

/** An input of the right form for every procedure that takes one. */
const inputs = Object.entries(expectations).flatMap(([path, { input }]) =>
  input ? [{ path, input: input(nobodysIds()) }] : [],
);
const hostile = [
  ...["a\0b", "\ud800", "';\"--\\", "%_%", "a\r\nBcc: v@e.example", "</script><!--\u2028", "__proto__", "-rf", "$(id)"],
  ...["../../x", "{}", "[]", "null", "x".repeat(10_000), "ﷺ".repeat(300), "9".repeat(40), "-1", "1e999", "*", "#ids"],
  ...["NaN", "\u202etxt.exe", "a\u0000".repeat(50), "' or 1=1 --", "${7*7}", "\ufeff", "👩‍👩‍👧‍👦".repeat(60)],
];

/** The code of the failure, `"OK"` without one. */
const outcomeOf = (context: Context, path: string, input: unknown): Promise<string> =>
  call(context, path, input).then(
    () => "OK",
    (error: TRPCError) => error.code,
  );

/** The input again and again, each time with another one of its values, at any depth, replaced by `by`. */
function* variants(value: unknown, by: unknown): Generator<unknown> {
  if (typeof value !== "object" || value === null) return yield by;
  for (const [key, inner] of Object.entries(value))
    for (const other of variants(inner, by))
      yield Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
}

let both: Context;
beforeAll(async () => {
  const { member, people: mailUsers } = await testMailboxes(services, "hostile.test", ["ana"]);
  const { kind: _, ...actor } = member.actor;
  const panel = { ...actor, tenantId: member.tenantId };
  const webmail = await mailUsers.ana.browser.visit((context) => context.mailbox);
  const passwordHash = await hashPassword(goodPassword);
  await owner.update(people).set({ passwordHash }).where(eq(people.id, actor.personId));
  both = { ...anonymousContext(services), member: panel, mailbox: webmail };
});

test("V15.3.3 a field that is not offered is refused by every procedure", async () => {
  const fields = [
    "tenantId",
    "role",
    "isAdmin",
    "quota",
    "personId",
    "memberId",
    "__proto__",
    "constructor",
    "prototype",
  ];
  for (const { path, input } of inputs)
    for (const extra of fields.filter((field) => !Object.hasOwn(input, field))) {
      const more = JSON.parse(`{${JSON.stringify(input).slice(1, -1)},${JSON.stringify(extra)}:"x"}`);
      expect([path, extra, await outcomeOf(both, path, more)]).toEqual([path, extra, "BAD_REQUEST"]);
    }
});

test("V2.2.1 no text in any field makes anything fail unexpectedly", async () => {
  const broken: string[] = [];
  for (const { path, input } of inputs)
    for (const text of hostile)
      for (const variant of variants(input, text))
        if ((await outcomeOf(both, path, variant)) === "INTERNAL_SERVER_ERROR")
          broken.push(`${path} ${JSON.stringify(variant).slice(0, 200)}`);
  expect(broken).toEqual([]);
});

test("V2.2.1 nothing but text where text belongs, and numbers within their bounds, is taken", async () => {
  const broken: string[] = [];
  for (const { path, input } of inputs)
    for (const odd of [null, true, 0, -1, Number.POSITIVE_INFINITY, 2 ** 53, [], {}, [[]], { length: -1 }, ["a", "b"]])
      for (const variant of variants(input, odd))
        if ((await outcomeOf(both, path, variant)) === "INTERNAL_SERVER_ERROR")
          broken.push(`${path} ${JSON.stringify(variant).slice(0, 200)}`);
  expect(broken).toEqual([]);
});
