import { action, reload } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import type { MoveTarget } from "../../schema/bulk";
import { mailKeys } from "../queries";

/** What a change is about: threads, and the messages of theirs that it touches. */
export type Marking = { threadIds: readonly string[]; messageIds: readonly string[]; keyword: string; value: boolean };
/** Out of which folder, and where to; without `to` the messages are destroyed. */
export type Moving = {
  threadIds: readonly string[];
  messageIds: readonly string[];
  fromId: string;
  to: MoveTarget;
  isJunk?: boolean | undefined;
};
export type Destroying = Omit<Moving, "to" | "isJunk"> & { from: "trash" | "junk" };

/** The server takes so many messages at once. */
const atOnce = 500;

async function inParts(messageIds: readonly string[], change: (part: string[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < messageIds.length; at += atOnce) await change(messageIds.slice(at, at + atOnce));
}

export const markThreads = action(async ({ messageIds: all, keyword, value }: Marking) => {
  await inParts(all, (messageIds) =>
    trpc.webmail.setKeyword.mutate({ messageIds, keyword: keyword as "$seen", value }),
  );
  return reload({ revalidate: mailKeys });
}, "webmail.setKeyword");

/** Moving back is the undo. */
export const moveThreads = action(async ({ messageIds: all, to, isJunk }: Moving) => {
  await inParts(all, (messageIds) => trpc.webmail.move.mutate({ messageIds, to, isJunk }));
  return reload({ revalidate: mailKeys });
}, "webmail.move");

export const destroyThreads = action(async ({ messageIds: all, from }: Destroying) => {
  await inParts(all, (messageIds) => trpc.webmail.bulk.destroy.mutate({ messageIds, from }));
  return reload({ revalidate: mailKeys });
}, "webmail.bulk.destroy");
