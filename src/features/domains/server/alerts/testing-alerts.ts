import type { Database } from "../../../../../db/client";
import { domainAlerts, domains } from "../../../../../db/schema";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { type Ctx, systemContext } from "~/server/context";
import type { Services } from "~/server/services";
import { addDomain } from "../add-domain";
import { raiseAlert, type DomainAlert } from "../raise-alert";
import { sendAlerts } from "./send-alerts";
import { eq } from "drizzle-orm";

/** The context of a job for the tenant of `ctx`, so many minutes from now. */
export const jobIn = (services: Services, ctx: Ctx, minutes: number): Ctx => ({
  ...systemContext(services, { job: "domain.alert" }, ctx.tenantId),
  now: () => new Date(Date.now() + minutes * 60_000),
});

/** A domain that counts as set up; what DNS shows of it is not asked. */
export async function watchedDomain(owner: Database, ctx: Ctx, name: string): Promise<string> {
  const { id } = await addDomain(ctx, { name });
  await owner.update(domains).set({ state: "active", provenAt: new Date() }).where(eq(domains.id, id));
  return id;
}

export const raise = (services: Services, ctx: Ctx, minutes: number, alert: DomainAlert): Promise<void> => {
  const job = jobIn(services, ctx, minutes);
  return job.tx((tx) => raiseAlert(tx, job, alert));
};

export const sendIn = (services: Services, ctx: Ctx, minutes: number) => sendAlerts(jobIn(services, ctx, minutes));

/** What was mailed to an address about trouble, oldest first. */
export const alertsTo = async (services: Services, owner: Database, email: string) =>
  (await mailedTo(services, owner, email)).filter(({ kind }) => kind === "domain_alert");

export const waitingAlerts = async (owner: Database, { tenantId }: Ctx) =>
  (await owner.select().from(domainAlerts).where(eq(domainAlerts.tenantId, tenantId))).filter(
    ({ sentAt }) => sentAt === null,
  );
