import { z } from "zod";
import type { UserEngine } from "../mail-engine.ts";
import { createCancel } from "./cancel-submission.ts";
import { changeEmail, concludeSubmission, fileUnderSent, mayFail, SubmitReply } from "./conclude-submission.ts";
import { findSubmission } from "./find-submission.ts";
import type { JmapClient } from "./jmap-client.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { createResend } from "./resend-submission.ts";
import { getHeadings } from "./sent-headings.ts";
import { draftIn, sendCalls } from "./submission-calls.ts";

const Reply = SubmitReply.extend({
  draft: z.object({ created: z.object({ message: z.object({ id: z.string() }).loose() }) }),
});

/** RFC 8621 section 7. Of a refused message one draft is left, so that nobody loses what was written. */
export function createSubmissions(jmap: JmapClient, mailboxes: Mailboxes): Omit<UserEngine["submissions"], "passOn"> {
  /** The server files a message under Sent also when every recipient was refused. */
  const keepAsDraft = (emailId: string, draftsId: string) =>
    changeEmail(jmap, { update: { [emailId]: draftIn(draftsId) } }).catch(() => undefined);

  return {
    async send(message) {
      const [draftsId, sentId] = [await mailboxes.idOf({ role: "drafts" }), await mailboxes.idOf({ role: "sent" })];
      const reply = await jmap.send(sendCalls(message, draftsId, sentId), Reply, { mayFail, once: true });
      const email = reply.draft.created.message;
      return concludeSubmission(jmap, reply, {
        ...{ email, sentId },
        async onRefused(isThrottled) {
          const { draftId } = message;
          // Whoever may try again at once would leave a draft behind each time.
          if (draftId === undefined && !isThrottled) await keepAsDraft(email.id, draftsId);
          else await changeEmail(jmap, { destroy: [email.id] }).catch(() => undefined);
          return draftId ?? (isThrottled ? undefined : email.id);
        },
      });
    },
    resend: createResend(jmap, mailboxes, keepAsDraft),
    cancel: createCancel(jmap, mailboxes, keepAsDraft),
    find: (messageId) => findSubmission(jmap, mailboxes, messageId, (id, sentId) => fileUnderSent(jmap, id, sentId)),
    headings: (emailIds) => getHeadings(jmap, emailIds),
    async finish({ draftId, marks }) {
      if (draftId === undefined && !marks) return;
      await changeEmail(jmap, {
        ...(draftId === undefined ? {} : { destroy: [draftId] }),
        ...(marks ? { update: { [marks.emailId]: { [`keywords/${marks.keyword}`]: true } } } : {}),
      });
    },
  };
}
