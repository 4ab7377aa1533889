import { expect, test } from "bun:test";
import { joinTenant, testMember, testServices } from "~/server/testing";
import { CreateToken } from "../../schema/tokens";
import { createToken } from "./create-token";
import { listTokens } from "./list-tokens";

const { services } = await testServices();
const { ctx: owner } = await testMember(services);
const viewer = (await joinTenant(services, owner.tenantId, "viewer")).ctx;
const make = (ctx: typeof owner, name: string, holder = "me") =>
  createToken(ctx, CreateToken.parse({ name, holder, scopes: ["users:read"] }));

test("owners and admins see every token and whose it is, others their own, nobody another tenant's", async () => {
  await make(owner, "Nightly", "tenant");
  await make(viewer, "Report");
  await make((await testMember(services)).ctx, "Foreign");
  const seen = async (ctx: typeof owner) =>
    (await listTokens(ctx, { limit: 50 })).tokens.map(({ name, member }) => [
      name,
      member?.email ?? null,
      member?.isYou,
    ]);
  const report = ["Report", viewer.actor.email];
  expect(await seen(owner)).toEqual([
    ["Nightly", null, undefined],
    [...report, false],
  ]);
  expect(await seen(viewer)).toEqual([[...report, true]]);
});

test("the list comes page by page and shows each token once", async () => {
  for (const name of ["1", "2", "3"]) await make(owner, name);
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await listTokens(owner, { after, limit: 2 });
    names.push(...page.tokens.map(({ name }) => name));
    after = page.next;
  } while (after);
  expect(names).toEqual(["Nightly", "Report", "1", "2", "3"]);
});
