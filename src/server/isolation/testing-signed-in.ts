import { startSession } from "~/features/auth/server/start-session";
import type { MemberRole } from "../../../db/schema/enums";
import { type Context, memberContext } from "../context";
import type { Services } from "../services";
import { joinTenant, testMember } from "../testing";
import { testBrowser } from "../testing-browser";

/** A browser in which a new member is signed in: of a tenant of their own, or one more of `tenantId`. */
export async function signedInMember(services: Services, role: MemberRole, tenantId?: string) {
  const domainIds = role === "domain_admin" ? [Bun.randomUUIDv7()] : null;
  const home = tenantId ?? (await testMember(services)).ctx.tenantId;
  const { ctx } = await joinTenant(services, home, role, domainIds);
  const { kind: _, email, ...actor } = ctx.actor;
  const browser = testBrowser(services);
  const place = { ...actor, tenantId: ctx.tenantId, asksForFactor: false };
  await browser.visit((context) => startSession(context, { kind: "member", email, ...place }));
  const visit = (): Promise<Context> => browser.visit((context) => context);
  return { browser, visit, ctx: await browser.visit((context) => memberContext(context)) };
}
