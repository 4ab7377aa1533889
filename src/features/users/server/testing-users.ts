import { eq } from "drizzle-orm";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { type Ctx, systemContext } from "~/server/context";
import type { Services } from "~/server/services";
import { joinTenant, testMember } from "~/server/testing";
import { jobs } from "../../../../db/schema";
import type { MailUser } from "../schema";
import { applyMailUser } from "./apply-mail-user";
import { createUser } from "./create-user";

export const gigabyte = 1024 ** 3;
export const password = "a long walk at dusk";

/** A tenant with an active domain of that name and a member of each role. */
export async function tenantWithDomain(services: Services, name: string) {
  const { ctx } = await testMember(services, "owner");
  const admin = (await joinTenant(services, ctx.tenantId, "admin")).ctx;
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  const { id: domainId } = await activeDomain(services, ctx, name);
  return { ctx, admin, viewer, domainId };
}

/** What the worker does after a change of a mailbox user. */
export const applyNow = (services: Services, ctx: Ctx, userId: string): Promise<void> =>
  applyMailUser(systemContext(services, { job: "engine.apply" }, ctx.tenantId), { userId });

/** A mailbox user who is in the engine already. */
export async function appliedUser(
  services: Services,
  ctx: Ctx,
  domainId: string,
  localPart: string,
): Promise<MailUser> {
  const input = { domainId, localPart, displayName: "Ana", password, quotaBytes: gigabyte };
  const user = await createUser(ctx, input);
  await applyNow(services, ctx, user.id);
  return user;
}

/** Payloads of the jobs that wait for one row. */
export const jobsOf = async ({ db }: Services, key: string) =>
  (await db.select().from(jobs).where(eq(jobs.key, key))).map(({ name, payload }) => ({ name, payload }));
