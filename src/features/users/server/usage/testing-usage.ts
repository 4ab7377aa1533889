import { and, eq } from "drizzle-orm";
import { jobs, mailUsers } from "../../../../../db/schema";
import type { Database } from "../../../../../db/client";
import type { Services } from "~/server/services";
import { syncQuota } from "../sync-quota";

/** Has the panel read the usage as if the engine had counted so many octets in the mailboxes of these addresses. */
export async function usageIs(services: Services, octets: Record<string, number>): Promise<void> {
  const { directory } = services.engine;
  const found = await Promise.all(
    Object.entries(octets).map(
      async ([address, used]) => [(await directory.accounts.find(address))!.accountId, used] as const,
    ),
  );
  const accounts = { ...directory.accounts, usage: async () => new Map(found) };
  await syncQuota({ ...services, engine: { ...services.engine, directory: { ...directory, accounts } } });
}

/** Ids of the mailbox users that are to be warned, and forgets the jobs. */
export async function toBeWarned(owner: Database): Promise<string[]> {
  const waiting = and(eq(jobs.name, "quota.warn"), eq(jobs.state, "pending"));
  return (await owner.delete(jobs).where(waiting).returning({ key: jobs.key })).map(({ key }) => key);
}

export const userOf = async (owner: Database, id: string) =>
  (await owner.select().from(mailUsers).where(eq(mailUsers.id, id)))[0]!;
