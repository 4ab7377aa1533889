import { z } from "zod";
import type { UserEngine } from "../mail-engine.ts";
import type { JmapClient } from "./jmap-client.ts";
import { Failed } from "./jmap-failure.ts";
import { loadThreads } from "./load-threads.ts";
import { mailboxProperties, MailboxesReply, toMailboxes, type Mailboxes } from "./mailboxes.ts";
import { quotaCall, QuotaReply, toQuota } from "./quota.ts";
import { toThreadPage } from "./thread-page.ts";

/** A quota that cannot be had must not keep anybody from the mail. */
const Reply = z.object({ mailboxes: MailboxesReply, quota: z.union([Failed, QuotaReply]).optional() });

/** Folders, one page of threads and the quota in one round trip, once the session and the ids of the roles are known. */
export function createOverview(jmap: JmapClient, known: Mailboxes): UserEngine["overview"] {
  return async (view) => {
    const calls = {
      mailboxes: ["Mailbox/get", { ids: null, properties: mailboxProperties }],
      ...(await quotaCall(jmap)),
    } satisfies Record<string, [string, Record<string, unknown>]>;
    const { beside, loaded } = await known.withId(view.mailbox, (mailboxId) => {
      const exists = ({ mailboxes }: z.infer<typeof Reply>) => mailboxes.list.some(({ id }) => id === mailboxId);
      return loadThreads(jmap, mailboxId, view, { calls, Reply, exists, mayFail: ["quota"] });
    });
    const mailboxes = toMailboxes(beside.mailboxes);
    known.learn(mailboxes);
    const inMailbox = mailboxes.find(({ id }) => id === loaded.mailboxId)?.totalThreads ?? 0;
    const trashId = mailboxes.find(({ role }) => role === "trash")?.id ?? null;
    return {
      mailboxes,
      page: toThreadPage({ ...loaded, inMailbox, trashId, limit: view.limit }),
      quota: beside.quota && !("failed" in beside.quota) ? toQuota(beside.quota) : null,
      states: { Email: loaded.emailState, Mailbox: beside.mailboxes.state },
    };
  };
}
