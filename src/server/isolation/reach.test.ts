import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { appliedUser } from "~/features/users/server/testing-users";
import { createToken } from "~/features/auth/server/tokens/create-token";
import { apiScopes } from "../../lib/api-scopes";
import type { Context, MemberSession } from "../context";
import { nobodysIds } from "../expectations/testing-expectation";
import { joinTenant, testServices } from "../testing";
import { answerOf, expectations, procedures } from "../testing-expectations";
import { compareTimes } from "./testing-same-time";
import { type TestTenant, tenantWithEverything } from "./testing-two-tenants";

setDefaultTimeout(120_000);

const world = await testServices();
const services = { ...world.services, rateLimit: async () => {} };
let tenant: TestTenant;
let near: { domainId: string; userId: string };
/** Held to the domain `near.test`; the tenant's other domain is `far.test`, whose texts have `far` in them. */
const callers: Record<string, Context> = {};
beforeAll(async () => {
  tenant = await tenantWithEverything({ ...world, services }, "far.test");
  const { id: domainId } = await activeDomain(services, tenant.ctx, "near.test");
  near = { domainId, userId: (await appliedUser(services, tenant.ctx, domainId, "bob")).id };
  const { context } = await joinTenant(services, tenant.ids.tenantId, "domain_admin", [domainId]);
  callers["a domain admin"] = context;
  const form = { name: "narrow", holder: "tenant" as const, scopes: [...apiScopes], networks: null, expiresInDays: 1 };
  const { token } = await createToken(tenant.ctx, { ...form, domainIds: [domainId] });
  const { tenantId } = tenant.ctx;
  const bearer = { tokenId: token.id, tenantId, name: "narrow", role: "admin" as const, scopes: [...apiScopes] };
  callers["a token for one domain"] = { ...context, member: null, token: { ...bearer, domainIds: [domainId] } };
});
/** Calls that name a domain or one of its mailbox users, or list them. */
const rows = Object.entries(expectations).filter(
  ([path, { who }]) =>
    /^(domains|users)\./.test(path) && who === "tenant" && procedures[path]?._def.type !== "subscription",
);
/** A cursor is a place in time, whosever row stands there. */
const fromStart = ({ after: _, ...input }: Record<string, unknown>) => input;
const normalised = (answer: string) =>
  answer.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>").replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<at>");

for (const who of ["a domain admin", "a token for one domain"]) {
  test(`V8.2.2 ${who} gets the same answer for a domain out of reach, and its people, as for one that nobody has`, async () => {
    for (const [path, { input }] of rows) {
      if (!input) continue;
      const far = normalised(await answerOf(callers[who]!, path, fromStart(input(tenant.ids))));
      const none = normalised(await answerOf(callers[who]!, path, fromStart(input(nobodysIds()))));
      if (path === "domains.add") continue;
      expect([path, far]).toEqual([path, none]);
      expect([path, far.includes("far.test")]).toEqual([path, false]);
    }
  });

  test(`V8.2.3 what ${who} lists, searches and counts holds the own domain alone`, async () => {
    for (const [path, input] of [
      ["domains.list", {}],
      ["users.list", {}],
      ["users.list", { search: "far" }],
      ["users.list", { search: "ana" }],
      ["users.list", { domainId: tenant.ids.domainId }],
    ] as const) {
      const answer = await answerOf(callers[who]!, path, input);
      expect([path, answer.startsWith("{"), answer.includes("far.test")]).toEqual([path, true, false]);
    }
    expect(await answerOf(callers[who]!, "users.list", {})).toContain("bob@near.test");
    expect(await answerOf(callers[who]!, "domains.list", {})).toContain("near.test");
    expect(await answerOf(callers[who]!, "users.get", { userId: near.userId })).toContain("bob@near.test");
  });
}

test("V8.2.2 a domain out of reach takes as long as one that nobody has", async () => {
  const slower: Record<string, number> = {};
  // Made beforehand: making them would be measured, too.
  const nobodys = Array.from({ length: 400 }, nobodysIds);
  let turn = 0;
  for (const [path, { input, roles }] of rows) {
    if (!input || (roles && !(roles as readonly string[]).includes("domain_admin")) || path === "users.list") continue;
    const ask = (ids: typeof tenant.ids) => answerOf(callers["a domain admin"]!, path, input(ids));
    if (!(await ask(tenant.ids)).includes("not_found")) continue;
    const { ratio } = await compareTimes(
      () => ask(tenant.ids),
      () => ask(nobodys[turn++ % nobodys.length]!),
    );
    if (Math.abs(ratio - 1) > 0.15) slower[path] = ratio;
  }
  expect(slower).toEqual({});
});

test("V8.2.2 a domain admin without any domain sees none", async () => {
  const member: MemberSession = { ...callers["a domain admin"]!.member!, domainIds: [] };
  for (const path of ["domains.list", "users.list"]) {
    const answer = await answerOf({ ...callers["a domain admin"]!, member }, path, {});
    expect([path, /far\.test|near\.test/.test(answer)]).toEqual([path, false]);
  }
});
