import { eq, sql } from "drizzle-orm";
import type { Database } from "../../../../../db/client";
import { deliveries, mailStats, mailUsers } from "../../../../../db/schema";
import { testMailboxes } from "~/features/webmail/server/testing-webmail";
import type { testServices } from "~/server/testing";
import { ListCases } from "../../schema/guard";
import { listCases } from "./list-cases";
import { watchSending } from "./watch-sending";

type Sender = { tenantId: string; domainId: string; mailUserId: string; address: string };
export type PastMessage = { at: Date; to: readonly string[]; isRefused?: boolean };

/** What the mail server would have told of messages, all to outside: a row for each recipient, and the counts of each hour. */
export async function sendInPast(
  owner: Database,
  { tenantId, domainId, mailUserId, address }: Sender,
  messages: readonly PastMessage[],
  more: { failedSignIns?: number } = {},
): Promise<void> {
  const rows = messages.flatMap(({ at, to, isRefused }) => {
    const state = isRefused ? ("failed" as const) : ("delivered" as const);
    const row = { tenantId, mailUserId, queueId: Bun.randomUUIDv7(), sender: address, state };
    return [...new Set(to)].map((recipient) => ({ ...row, recipient, queuedAt: at, settledAt: at }));
  });
  await owner.insert(deliveries).values(rows);
  const hourOf = ({ queuedAt }: { queuedAt: Date }) => Math.floor(queuedAt.getTime() / 3_600_000) * 3_600_000;
  for (const [hour, { length }] of Map.groupBy(rows, hourOf))
    await owner
      .insert(mailStats)
      .values({ tenantId, domainId, mailUserId, hour: new Date(hour), sent: length, sentOutside: length, ...more })
      .onConflictDoUpdate({
        target: [mailStats.mailUserId, mailStats.hour],
        set: { sentOutside: sql`${mailStats.sentOutside} + ${length}::int` },
      });
}

/** Addresses outside that nobody has written to. */
export const strangers = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, at) => `s${from + at}@far${(from + at) % 90}.test`);

/** Mailbox users of one tenant, and ways to look at what the guard did about them. */
export async function guardWorld({ services, owner }: Awaited<ReturnType<typeof testServices>>, names: string[]) {
  const quick = { ...services, rateLimit: async () => {} };
  const { member, people } = await testMailboxes(quick, "guarded.test", names);
  const { tenantId } = member;
  const rowOf = async (address: string) =>
    (await owner.select().from(mailUsers).where(eq(mailUsers.address, address)))[0]!;
  const senderOf = async (name: string): Promise<Sender> => {
    const { id, domainId, address } = await rowOf(`${name}@guarded.test`);
    return { tenantId, domainId, mailUserId: id, address };
  };
  const openCase = async ({ mailUserId }: Sender) =>
    (await listCases(member, ListCases.parse({ userId: mailUserId, state: "open" }))).cases[0]!;
  return {
    ...{ member, people, tenantId, rowOf, senderOf, openCase },
    accountOf: (sender: Sender) => services.engine.directory.accounts.find(sender.address),
    /** Lets a mailbox write to so many strangers, and the guard look at it. */
    async flood(sender: Sender, count: number, from = 0) {
      await sendInPast(owner, sender, [{ at: new Date(), to: strangers(count, from) }]);
      await watchSending(services, tenantId, [sender.mailUserId]);
    },
  };
}

export const mailTo = (to: string[]) => ({
  ...{ idempotencyKey: crypto.randomUUID(), to, cc: [], bcc: [], files: [], subject: "Hi", text: "Hi" },
});
