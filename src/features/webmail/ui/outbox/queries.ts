import { query, revalidate } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import { pageData } from "../page-data";
import { mailKeys } from "../queries";

/** What was sent lately and what became of it; `after` is the cursor of the page before. */
export const outboxPage = query(
  (after?: string) => pageData(() => trpc.webmail.outbox.list.query({ after })),
  "webmail.outbox",
);

/** How many messages wait, and of how many something went wrong. */
export const outboxCount = query(() => pageData(() => trpc.webmail.outbox.count.query()), "webmail.outbox.count");

/** Calls a message back. Resolves to the id of the draft that it is again; rejects with the failure. */
export async function callBack(submissionId: string): Promise<string> {
  const { draftId } = await trpc.webmail.outbox.cancel.mutate({ submissionId });
  await revalidate([...mailKeys, outboxPage.key]);
  return draftId;
}

/** Has a message leave at another time, or now. Resolves to when it leaves; rejects with the failure. */
export async function reschedule(submissionId: string, sendAt?: string): Promise<string> {
  const sent = await trpc.webmail.outbox.reschedule.mutate({ submissionId, ...(sendAt ? { sendAt } : {}) });
  await revalidate([...mailKeys, outboxPage.key]);
  return sent.sendAt;
}
