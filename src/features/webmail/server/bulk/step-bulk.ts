import type { UserEngine } from "~/engine/mail-engine";
import type { ThreadSummary } from "~/engine/mail-objects";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { BulkProgress, BulkStep } from "../../schema/bulk";
import { folderGone } from "../folder-gone";
import { withEngine } from "../session-engine";
import { threadQuery } from "../thread-query";
import { actOn } from "./act-on";

/** Conversations of one reading, and messages after which a step ends. */
const limit = 100;
const enough = 400;

/**
 * Does one thing with the next of all conversations of a folder that match a filter: those that were there when somebody said "all".
 * Whatever is done is what would be done again, so a step whose answer was lost is repeated. Throws `mailbox.not_found`, and
 * `mailbox.kept` for destroying elsewhere than in the trash or the junk folder, and for moving to where the mail is.
 */
export const stepBulk = (ctx: MailboxCtx, input: BulkStep): Promise<BulkProgress> =>
  withEngine(ctx, async (engine) => {
    await requireSense(engine, input);
    const { mailboxId, filter, act, until = ctx.now().toISOString() } = input;
    const read = (position: number) => engine.threads.list(threadQuery({ mailboxId, filter, position, limit }));
    let { position } = input;
    let [done, messages] = [0, 0];
    while (messages < enough) {
      const { threads } = await read(position);
      const rows = threads.filter(({ receivedAt }) => Date.parse(receivedAt) <= Date.parse(until));
      const messageIds = rows.flatMap((row) => row.messageIds);
      await actOn(engine, act, messageIds, mailboxId);
      done += rows.length;
      messages += messageIds.length;
      if (threads.length < limit) return { done, next: null, until };
      position += threads.length - (await countGone(input, rows, () => read(position)));
    }
    return { done, next: position, until };
  }).catch(folderGone);

async function requireSense(engine: UserEngine, { mailboxId, act }: BulkStep): Promise<void> {
  if (act.do === "mark") return;
  const mailbox = (await engine.mailboxes.list()).find(({ id }) => id === mailboxId);
  if (!mailbox) throw new AppError("mailbox.not_found");
  const isThere =
    act.do === "move" && ("mailboxId" in act.to ? act.to.mailboxId === mailboxId : act.to.role === mailbox.role);
  const mayDestroy = act.do !== "destroy" || mailbox.role === "trash" || mailbox.role === "junk";
  if (isThere || !mayDestroy) throw new AppError("mailbox.kept");
}

/** How many of these conversations do not match any more, so that others have taken their places. */
async function countGone(
  { act, filter }: BulkStep,
  rows: readonly ThreadSummary[],
  read: () => Promise<{ threads: ThreadSummary[] }>,
): Promise<number> {
  if (act.do !== "mark") return rows.length;
  if (!filter || Object.keys(filter).length === 0) return 0;
  const left = new Set((await read()).threads.map(({ threadId }) => threadId));
  return rows.filter(({ threadId }) => !left.has(threadId)).length;
}
