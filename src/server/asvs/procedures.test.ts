import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { ZodType } from "zod";
import { z } from "zod";
import type { Context } from "../context";
import { nobodysIds } from "../expectations/testing-expectation";
import { signedInMember } from "../isolation/testing-signed-in";
import { testServices } from "../testing";
import { answerOf, call, expectations, procedures } from "../testing-expectations";
import { testMailboxes } from "~/features/webmail/server/testing-webmail";

setDefaultTimeout(60_000);

const world = await testServices();
const services = { ...world.services, rateLimit: async () => {} };
let context: Context;
beforeAll(async () => {
  const { member, people } = await testMailboxes(services, "costs.test", ["ana"]);
  const { visit } = await signedInMember(services, "owner", member.tenantId);
  context = { ...(await visit()), mailbox: await people.ana.browser.visit(({ mailbox }) => mailbox) };
});

const schemaOf = (path: string, part: "inputs" | "output"): ZodType | undefined => {
  const definition = procedures[path]!._def as unknown as { inputs: ZodType[]; output?: ZodType };
  return part === "inputs" ? definition.inputs[0] : definition.output;
};
/** Names of all fields of a schema, at any depth, as `a.b`. */
function fieldsOf(schema: ZodType): string[] {
  const walk = (node: unknown, at: string): string[] => {
    if (typeof node !== "object" || node === null) return [];
    const { properties, ...rest } = node as { properties?: Record<string, unknown> };
    const own = Object.entries(properties ?? {}).flatMap(([name, inner]) => [
      `${at}${name}`,
      ...walk(inner, `${at}${name}.`),
    ]);
    return [...own, ...Object.values(rest).flatMap((inner) => walk(inner, at))];
  };
  return walk(z.toJSONSchema(schema, { unrepresentable: "any", io: "output" }), "");
}

test("V15.3.1 no answer has a field for a hash, a sealed text, a password or a token, but where a secret is shown this once", () => {
  const shownOnce: Record<string, string[]> = {
    "auth.tokens.create": ["secret"],
    "auth.webhooks.create": ["secret"],
    "auth.webhooks.rotateSecret": ["secret"],
    "auth.security.beginTotp": ["secret"],
    "webmail.security.beginTotp": ["secret"],
    "webmail.security.createAppPassword": ["secret"],
  };
  const found: Record<string, string[]> = {};
  for (const path of Object.keys(procedures)) {
    const schema = schemaOf(path, "output");
    if (!schema) continue;
    const bad = fieldsOf(schema).filter(
      (field) =>
        /hash|sealed|secret$|password$|^key$|privateKey|tokenHash/i.test(field) &&
        !/^(has|is|needs|with)[A-Z]|\.(has|is)[A-Z]/.test(field),
    );
    const kinds = [...new Set(bad)].filter((field) => field !== "password" || path !== "auth.security.proofMethods");
    if (kinds.length > 0) found[path] = kinds;
  }
  expect(found).toEqual(shownOnce);
});

test("V4.3.1 no list gives more than a hundred rows at once, and none gives as many as one asks for", async () => {
  const lists = Object.entries(expectations).filter(([, { input }]) => input && "limit" in input(nobodysIds()));
  expect(lists.length).toBeGreaterThan(5);
  for (const [path, { input }] of lists)
    for (const limit of [101, 1e9, Number.MAX_SAFE_INTEGER, -1, 0, 1.5, "50"])
      expect([path, limit, await answerOf(context, path, { ...input!(nobodysIds()), limit })]).toEqual([
        ...[path, limit],
        expect.stringMatching(/^error/),
      ]);
});

test("V4.3.1 every answer that is a list has a cursor, so that none grows without end", () => {
  // As many as one person, plan, installation, domain, thread or message has.
  const bounded = new Set(
    `auth.me auth.switchTenant auth.security.get auth.security.identities auth.keptNotices auth.oauth.providers
    auth.tokens.reference domains.get users.usage.get
    domains.records domains.dkim.list domains.sight.servers domains.sight.record domains.alerts.recipients
    domains.connect.get users.groups.posts.get domains.addressing.get users.stats.attention users.stats.series users.stats.top webmail.thread webmail.mailboxes webmail.labels.list webmail.message webmail.composing.setup webmail.composing.suggest webmail.drafts.open webmail.parts.headers webmail.parts.whole users.access.get users.trace.get webmail.trace.get webmail.security.get`.split(
      /\s+/,
    ),
  );
  const endless: string[] = [];
  for (const [path, { _def }] of Object.entries(procedures)) {
    const schema = schemaOf(path, "output");
    if (!schema || _def.type !== "query" || bounded.has(path)) continue;
    const isList = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any" })).includes(
      '"type":"array","items":{"type":"object"',
    );
    const pages = expectations[path]?.input?.(nobodysIds()) ?? {};
    if (isList && !("limit" in pages)) endless.push(path);
  }
  expect(endless).toEqual([]);
});

test("V4.3.1 input that is nested without end, or thousands of items long, is refused at once", async () => {
  let deep: unknown = "x";
  for (let at = 0; at < 2000; at++) deep = [deep];
  for (const [path, { input }] of Object.entries(expectations)) {
    if (!input) continue;
    const fields = input(nobodysIds());
    for (const field of Object.keys(fields))
      for (const odd of [deep, Array.from({ length: 5000 }, () => "x@y.test")]) {
        const begun = process.cpuUsage();
        const outcome = await call(context, path, { ...fields, [field]: odd }).then(
          () => "taken",
          (error: { code?: string }) => error.code,
        );
        expect([path, field, outcome]).toEqual([path, field, "BAD_REQUEST"]);
        // Of this process alone, whatever else the machine does; microseconds.
        expect([path, field, process.cpuUsage(begun).user < 1_000_000]).toEqual([path, field, true]);
      }
  }
});

test("V6.4.6 nobody can choose the password of another member: no call takes both", () => {
  const both = Object.entries(expectations).filter(([, { input }]) => {
    const fields = Object.keys(input?.(nobodysIds()) ?? {});
    return fields.some((name) => /password/i.test(name)) && fields.some((name) => /^(memberId|personId)$/.test(name));
  });
  expect(both).toEqual([]);
});

test("V15.3.3 nobody can say whose tenant, role or state something is by a field of an input, but where that is the point", () => {
  const allowed: Record<string, string[]> = {
    "auth.team.invite": ["role"],
    "auth.team.setRole": ["role"],
    "auth.switchTenant": ["tenantId"],
    "webmail.overview": ["role"],
    "webmail.threads": ["role"],
    "webmail.messages": ["role"],
    "users.setState": ["state"],
    "domains.list": ["state"],
    "auth.webhooks.deliveries": ["state"],
    "users.trace.list": ["state"],
    "users.runs.rows": ["state"],
    "users.guard.list": ["state"],
    "users.groups.posts.list": ["state"],
    "webmail.trace.list": ["state"],
  };
  const found: Record<string, string[]> = {};
  for (const path of Object.keys(procedures)) {
    const schema = schemaOf(path, "inputs");
    if (!schema) continue;
    const fields = Object.keys(
      (z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }).properties ?? {}) as object,
    );
    const named = fields.filter((field) => /^(tenantId|personId|role|state|isAdmin|confirmedAt|max\w+)$/.test(field));
    if (named.length > 0) found[path] = named;
  }
  const surplus = Object.entries(found).filter(([path, fields]) =>
    fields.some((field) => !allowed[path]?.includes(field)),
  );
  expect(surplus).toEqual([]);
});
