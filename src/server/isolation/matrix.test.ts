import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { MemberRole } from "../../../db/schema/enums";
import { apiScopes } from "../../lib/api-scopes";
import type { Context, MemberSession, TokenBearer } from "../context";
import { type Expectation, everyRole, nobodysIds } from "../expectations/testing-expectation";
import { anonymousContext, testServices } from "../testing";
import { answerOf, expectations } from "../testing-expectations";
import { freshMs } from "../trpc";
import { signedInMember } from "./testing-signed-in";
import { type TestTenant, tenantWithEverything } from "./testing-two-tenants";

setDefaultTimeout(120_000);

const world = await testServices();
const services = { ...world.services, rateLimit: async () => {} };
const rows = Object.entries(expectations);
const closed = rows.filter(([, { who }]) => who !== "anyone");

/** What the gates in front of a verb answer. All else, a success among it, says that the caller was let in. */
const denials = [
  ...["auth.required", "auth.role_too_low", "auth.scope_missing", "auth.reauth_required"],
  ...["auth.second_factor_required", "tenant.suspended", "tenant.closed"],
];
const outcomeOf = async (context: Context, path: string, { input }: Expectation): Promise<string> => {
  const [word, key] = (await answerOf(context, path, input?.(nobodysIds()))).split(" ");
  return word === "failure" && denials.includes(key!) ? key! : "let in";
};
/** Compares one cell for each procedure, so that a failure shows all that are wrong. */
async function expectEach(
  of: typeof rows,
  context: (row: Expectation) => Context | Promise<Context>,
  expected: (row: Expectation) => string,
): Promise<void> {
  const seen: Record<string, string> = {};
  for (const [path, row] of of) seen[path] = await outcomeOf(await context(row), path, row);
  expect(seen).toEqual(Object.fromEntries(of.map(([path, row]) => [path, expected(row)])));
}

const withToken = (context: Context, change: Partial<TokenBearer>): Context => {
  const { tenantId } = context.member!;
  const token: TokenBearer = {
    ...{ tokenId: Bun.randomUUIDv7(), tenantId, name: "test", role: "admin", scopes: [], domainIds: null },
    ...change,
  };
  return { ...context, member: null, token };
};

/** A member of a tenant of their own, in a session of their own. */
async function member(role: MemberRole, change: Partial<MemberSession> = {}): Promise<Context> {
  const context = await (await signedInMember(services, role)).visit();
  return { ...context, member: { ...context.member!, ...change } };
}

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await tenantWithEverything({ ...world, services }, "matrix.test");
});

test("V8.2.1 nobody gets anything but the doors without a session", async () => {
  await expectEach(
    closed,
    () => anonymousContext(services),
    () => "auth.required",
  );
});

test("V8.2.1 a mailbox user's session opens no panel, and a member's session no mailbox", async () => {
  await expectEach(
    closed,
    ({ who }) => (who === "mailbox" ? tenant.owner : tenant.mail),
    () => "auth.required",
  );
});

for (const role of everyRole)
  test(`V8.2.1 a member who is ${role} may do what that role may, and nothing else`, async () => {
    await expectEach(
      closed.filter(([, { who }]) => who !== "mailbox"),
      () => member(role),
      ({ roles }) => (!roles || (roles as readonly string[]).includes(role) ? "let in" : "auth.role_too_low"),
    );
  });

test("V7.5.1 what is dangerous asks whoever signed in long ago to prove again who they are, and nothing else does", async () => {
  const authenticatedAt = new Date(Date.now() - freshMs - 60_000);
  await expectEach(
    closed.filter(([, { who }]) => who !== "mailbox"),
    () => member("owner", { authenticatedAt }),
    ({ isFresh }) => (isFresh ? "auth.reauth_required" : "let in"),
  );
});

test("V8.2.1 a member who still has to add a second factor may do nothing but that", async () => {
  await expectEach(
    closed.filter(([, { who }]) => who !== "mailbox"),
    () => member("owner", { isRestricted: true }),
    ({ isOpenToRestricted }) => (isOpenToRestricted ? "let in" : "auth.second_factor_required"),
  );
});

test("V8.2.1 a token opens what its scopes name, and nothing else", async () => {
  const others = (row: Expectation) => apiScopes.filter((scope) => scope !== row.scope);
  const refusal = ({ who }: Expectation) => (who === "tenant" ? "auth.scope_missing" : "auth.required");
  const token = async (of: Partial<TokenBearer>) => withToken(await member("owner"), of);
  await expectEach(closed, (row) => token({ scopes: others(row) }), refusal);
  await expectEach(
    closed,
    (row) => token({ scopes: row.scope ? [row.scope] : [...apiScopes] }),
    (row) =>
      row.scope && (!row.roles || row.roles.includes("admin"))
        ? "let in"
        : row.scope
          ? "auth.role_too_low"
          : refusal(row),
  );
});

test("V8.2.1 a token of a viewer changes nothing, whatever its scopes", async () => {
  await expectEach(
    closed.filter(([, { scope }]) => scope),
    async () => withToken(await member("owner"), { role: "viewer", scopes: [...apiScopes] }),
    ({ roles }) => (!roles || (roles as readonly string[]).includes("viewer") ? "let in" : "auth.role_too_low"),
  );
});
