import type { Database } from "../../../../../db/client";
import { mailStats, mailUsers } from "../../../../../db/schema";
import { eq } from "drizzle-orm";
import type { testServices } from "~/server/testing";
import { appliedUser, tenantWithDomain } from "../testing-users";
import { rollStats } from "./roll-stats";

type Hours = Partial<Omit<typeof mailStats.$inferInsert, "id" | "tenantId" | "domainId" | "mailUserId">>;

/** Counts of one mailbox user, `hoursAgo` before `now`. */
export async function countHours(
  owner: Database,
  user: { tenantId: string; domainId: string; mailUserId: string },
  now: Date,
  counts: Record<number, Hours>,
): Promise<void> {
  const begin = (hoursAgo: number) => new Date(Math.floor(now.getTime() / 3_600_000 - hoursAgo) * 3_600_000);
  const rows = Object.entries(counts).map(([ago, hours]) => ({ ...user, ...hours, hour: begin(Number(ago)) }));
  await owner.insert(mailStats).values(rows);
}

/** On the sixth of May, half past ten: two mailbox users of one domain with mail of two days, added up a quarter of an hour ago. */
export async function figuresWorld({ services, owner }: Awaited<ReturnType<typeof testServices>>) {
  const now = new Date("2026-05-06T10:30:00Z");
  const { ctx: owns, viewer, domainId } = await tenantWithDomain(services, "figures.test");
  const ana = await appliedUser(services, owns, domainId, "ana");
  const bea = await appliedUser(services, owns, domainId, "bea");
  const keys = { tenantId: owns.tenantId, domainId };
  await countHours(owner, { ...keys, mailUserId: ana.id }, now, {
    0: { sent: 4, sentOutside: 3, bounced: 1, usedBytes: 700 },
    5: { sent: 2, received: 9, spam: 2 },
    26: { sent: 100 },
  });
  await countHours(owner, { ...keys, mailUserId: bea.id }, now, { 5: { received: 1 }, 3: { signIns: 1 } });
  await owner.update(mailUsers).set({ usedBytes: 700 }).where(eq(mailUsers.id, ana.id));
  await rollStats({ ...services, now: () => new Date("2026-05-06T10:15:00Z") });
  const at = <C extends object>(ctx: C) => ({ ...ctx, now: () => now });
  const held = {
    ...at(owns),
    actor: { ...owns.actor, role: "domain_admin" as const, domainIds: [Bun.randomUUIDv7()] },
  };
  return {
    now,
    ctx: at(owns),
    viewer: at(viewer),
    held,
    at,
    domainId,
    ana,
    bea,
    keys,
    clocked: { ...services, now: () => now },
  };
}
