import { submissions } from "../../db/schema";
import { listOutbox } from "../features/webmail/server/outbox/list-outbox";
import { settleOutbox } from "../features/webmail/server/outbox/settle-outbox";
import type { OutboxItem } from "../features/webmail/schema/outbox";
import { signInMailbox } from "../features/webmail/server/sign-in-mailbox";
import { mailboxContext, systemContext } from "../server/context";
import { testBrowser } from "../server/testing-browser";
import type { DrillWorld } from "./domain-drill-world";
import type { startOutsideWorld } from "./outside-world";
import type { Person } from "./send-drill";
import type { Fault, Send } from "./send-drill-writers";

/** `never taken`: no word of it was ever written down, and its writer has it still. */
export type Fate = "arrived" | "failed, visible" | "unknown, visible" | "never taken";

const quietMs = 60_000;
const password = "a long walk at dusk";

/** Ten minutes later: what is found out by itself after a while is found out now. */
const later = <T extends { now: () => Date }>(services: T): T => ({
  ...services,
  now: () => new Date(Date.now() + 600_000),
});

async function untilQuiet(world: DrillWorld, outside: Outside): Promise<string[]> {
  for (const until = Date.now() + quietMs; ; await Bun.sleep(500)) {
    const before = outside.arrived.length;
    const { messages } = await world.services.engine.directory.queue.list({ limit: 10 });
    if (messages.length === 0 && outside.arrived.length === before) return [];
    if (Date.now() > until) return [`${messages.length} messages are still in the queue`];
  }
}
type Outside = Awaited<ReturnType<typeof startOutsideWorld>>;

/** The outbox as its owner sees it, whole. */
async function outboxOf(world: DrillWorld, { address }: Person): Promise<OutboxItem[]> {
  const browser = testBrowser(world.services);
  await browser.visit((context) => signInMailbox(context, { address, password }));
  const ctx = await browser.visit(async (context) => mailboxContext(context));
  const items: OutboxItem[] = [];
  for (let after: string | undefined; ;) {
    const page = await listOutbox(ctx, { limit: 100, ...(after ? { after } : {}) });
    items.push(...page.items);
    if (!(after = page.next)) return items;
  }
}

/** What became of each message, and everything that is not as it should be. */
export async function auditSends({
  world,
  outside,
  people,
  sends,
}: {
  world: DrillWorld;
  outside: Outside;
  people: readonly Person[];
  sends: readonly Send[];
}): Promise<{ fates: Map<Fault, Fate[]>; faults: string[] }> {
  const services = later(world.services);
  for (const { userId, tenantId } of people)
    await settleOutbox(systemContext(services, { job: "outbox.settle" }, tenantId), { userId });
  const faults = await untilQuiet(world, outside);
  const copies = Map.groupBy(outside.arrived, ({ raw }) => /^Subject: (out-\d+)/m.exec(raw.toString())?.[1] ?? "");
  const rows = await world.owner.select().from(submissions);
  const items = new Map(
    (await Promise.all(people.map((person) => outboxOf(world, person)))).flat().map((item) => [item.id, item]),
  );

  const fates = new Map<Fault, Fate[]>();
  for (const send of sends) {
    const { subject, idempotencyKey, fault, told } = send;
    const row = rows.find((one) => one.idempotencyKey === idempotencyKey);
    const item = row && items.get(row.id);
    const count = copies.get(subject)?.length ?? 0;
    const what = `${subject} (${fault}, told ${told ?? "nothing"}, ${row?.state ?? "no row"}, ${item?.state ?? "not in the outbox"})`;
    if (count > 1) faults.push(`${what} arrived ${count} times`);
    if (told === "sent" && count !== 1) faults.push(`${what} arrived ${count} times`);
    if (row && !item) faults.push(`${what} is not in the outbox`);
    if (count > 0 && !row) faults.push(`${what} arrived without a trace`);
    const isLost = item?.state === "failed" || item?.state === "unknown" || item?.state === "sending";
    if (count > 0 && isLost) faults.push(`${what} arrived, and the outbox does not know`);
    if (count === 0 && item && !isLost) faults.push(`${what} never arrived, and the outbox does not say so`);
    const fate: Fate =
      count > 0 ? "arrived" : !item ? "never taken" : item.state === "failed" ? "failed, visible" : "unknown, visible";
    fates.set(fault, [...(fates.get(fault) ?? []), fate]);
  }
  return { fates, faults };
}
