import { expect, setDefaultTimeout, test } from "bun:test";
import { and, eq } from "drizzle-orm";
import { auditFile } from "~/features/auth/server/audit/audit-file";
import { withTotp } from "~/features/auth/server/security/testing-factors";
import { fromAnywhere, password, testPerson } from "~/features/auth/server/security/testing-person";
import { signIn } from "~/features/auth/server/sign-in";
import { signInSecondFactor } from "~/features/auth/server/sign-in-second-factor";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { testMailboxes } from "~/features/webmail/server/testing-webmail";
import { auditLogs } from "../../../db/schema";
import { eventually } from "../../lib/testing-eventually";
import { anonymousContext, joinTenant, refusalOf, testMember, testServices } from "../testing";
import { testBrowser } from "../testing-browser";
import { call } from "../testing-expectations";

setDefaultTimeout(30_000);

const world = await testServices();
const services = { ...world.services, rateLimit: async () => {} };

/** What happens, and the row that it leaves: who, about whom, and what is added. */
type Event = () => Promise<{ tenantId: string; action: string; actor: RegExp; subject: string; after?: unknown }>;

const events: Record<string, Event> = {
  async "a sign-in with a wrong password"() {
    const { email, tenantId } = await testPerson(services);
    const attempt = signIn(fromAnywhere(anonymousContext(services)), { email, password: "wrong" });
    expect(await refusalOf(attempt)).toBe("auth.wrong_credentials");
    return { tenantId, action: "auth.sign_in_refused", actor: /^job:sign-in$/, subject: "member" };
  },
  async "a mailbox user's sign-in with a wrong password"() {
    const { member, people } = await testMailboxes(services, "events.test", ["ana"]);
    const attempt = signInMailbox(anonymousContext(services), { address: people.ana.address, password: "wrong" });
    expect(await refusalOf(attempt)).toBe("auth.wrong_credentials");
    const { tenantId } = member;
    return { tenantId, action: "auth.sign_in_refused", actor: /^job:sign-in$/, subject: "mail_user" };
  },
  async "a wrong second factor"() {
    const { email, tenantId, as } = await testPerson(services);
    await withTotp(as);
    const browser = testBrowser(services);
    await browser.visit((ctx) => signIn(fromAnywhere(ctx), { email, password }));
    const attempt = browser.visit((ctx) => signInSecondFactor(fromAnywhere(ctx), { code: "000000" }));
    expect(await refusalOf(attempt)).toBe("auth.second_factor_wrong");
    return { tenantId, action: "auth.second_factor_refused", actor: /^job:sign-in$/, subject: "member" };
  },
  async "a sign-in with a second factor"() {
    const { email, tenantId, as } = await testPerson(services);
    const { recoveryCodes } = await withTotp(as);
    const browser = testBrowser(services);
    await browser.visit((ctx) => signIn(fromAnywhere(ctx), { email, password }));
    await browser.visit((ctx) => call(ctx, "auth.signInSecondFactor", { code: recoveryCodes[0]! }));
    const after = { kind: "member", hasSecondFactor: true };
    return { tenantId, action: "session.start", actor: /^member:/, subject: "session", after };
  },
  async "a change of the rule for second factors"() {
    const { tenantId, as } = await testPerson(services);
    await withTotp(as);
    await as((ctx) =>
      call(
        { ...anonymousContext(services), member: { ...ctx.actor, tenantId: ctx.tenantId } },
        "auth.security.setPolicy",
        { requiresSecondFactor: true },
      ),
    );
    const after = { requiresSecondFactor: true };
    return { tenantId, action: "auth.policy_set", actor: /^member:/, subject: "tenant", after };
  },
  async "an export of the log"() {
    const { ctx, context } = await testMember(services);
    await auditFile(new Request("http://localhost/admin/audit.csv"), "/admin/audit.csv", context);
    return { tenantId: ctx.tenantId, action: "audit.export", actor: /^member:/, subject: "tenant", after: {} };
  },
  async "an act that a role does not allow"() {
    const { ctx } = await testMember(services);
    const { context } = await joinTenant(services, ctx.tenantId, "viewer");
    await refusalOf(call(context, "auth.team.invite", { email: "a@b.example", role: "viewer" }));
    const after = { procedure: "auth.team.invite", reason: "auth.role_too_low", count: 1 };
    return { tenantId: ctx.tenantId, action: "access.denied", actor: /^member:/, subject: "member", after };
  },
  async "a token that asks for more than its scopes"() {
    const { context } = await testMember(services);
    const { tenantId } = context.member!;
    const tokenId = Bun.randomUUIDv7();
    const token = { tokenId, tenantId, name: "ci", role: "admin" as const, scopes: [], domainIds: null };
    await refusalOf(call({ ...context, member: null, token }, "users.get", { userId: Bun.randomUUIDv7() }));
    const after = { procedure: "users.get", reason: "auth.scope_missing", count: 1 };
    return { tenantId, action: "access.denied", actor: /^token:/, subject: "api_token", after };
  },
};

for (const [what, happen] of Object.entries(events))
  test(`V16.3.1 ${what} leaves one row in the log`, async () => {
    const { tenantId, action, actor, subject, after } = await happen();
    const isMeant = and(eq(auditLogs.tenantId, tenantId), eq(auditLogs.action, action));
    const rows = await eventually(
      () => world.owner.select().from(auditLogs).where(isMeant).orderBy(auditLogs.id),
      ({ length }) => length > 0,
    );
    const row = rows.at(-1)!;
    expect(row.actor).toMatch(actor);
    expect([row.subjectType, row.after]).toEqual([subject, after ?? null]);
    expect([row.ip === "", row.requestId === "", row.subjectId === ""]).toEqual([false, false, false]);
  });
