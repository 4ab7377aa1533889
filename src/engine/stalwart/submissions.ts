import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { OutgoingMessage, Submission, UserEngine } from "../mail-engine.ts";
import { createCancel } from "./cancel-submission.ts";
import { findSubmission } from "./find-submission.ts";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf, Failed, firstSetFailure, JmapFailure } from "./jmap-failure.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { draftIn, filedUnder, sendCalls, submissionProperties } from "./submission-calls.ts";
import { isRefused, SubmissionObject, toSubmission } from "./submission.ts";

const Created = z.object({ id: z.string() }).loose();
const Status = z.object({ list: z.array(SubmissionObject) });

const Reply = z.object({
  draft: z.object({ created: z.object({ message: Created }) }),
  submit: z.union([
    Failed,
    z.object({
      created: z.object({ submission: Created }).partial().nullish(),
      notCreated: z.object({ submission: JmapFailure }).partial().nullish(),
    }),
  ]),
  status: z.union([Failed, Status]),
  "submit:Email/set": z.unknown().optional(),
});

const mayFail = ["submit", "status", "submit:Email/set"];
const serverTrouble = ["serverUnavailable", "serverFail", "serverPartialFail"];

/** RFC 8621 section 7. A refused message stays under Drafts, so that nobody loses what was written. */
export function createSubmissions(jmap: JmapClient, mailboxes: Mailboxes): UserEngine["submissions"] {
  async function send(message: OutgoingMessage): Promise<Submission> {
    const [draftsId, sentId] = [await mailboxes.idOf({ role: "drafts" }), await mailboxes.idOf({ role: "sent" })];
    const reply = await jmap.send(sendCalls(message, draftsId, sentId), Reply, { mayFail, once: true });
    const emailId = reply.draft.created.message.id;

    if ("failed" in reply.submit) {
      // The server's word for any trouble of its own, also after the message was queued.
      const { type } = reply.submit.failed;
      if (serverTrouble.includes(type)) throw new EngineError("unknownOutcome", `EmailSubmission/set: ${type}`);
      throw engineErrorOf(reply.submit.failed, "EmailSubmission/set");
    }
    const submissionId = reply.submit.created?.submission?.id;
    if (submissionId === undefined) {
      const failure = reply.submit.notCreated?.submission ?? { type: "notCreated" };
      throw engineErrorOf(failure, "EmailSubmission/set");
    }

    // Not every server resolves a creation id in a get of the same request.
    const [inSameRequest] = "failed" in reply.status ? [] : reply.status.list;
    const object = inSameRequest ?? (await getStatus(submissionId)).list[0];
    if (object && isRefused(object)) {
      await keepAsDraft(emailId, draftsId);
      throw new EngineError(
        "refused",
        object.recipients.map(({ email, smtpReply }) => `${email}: ${smtpReply}`).join("; "),
      );
    }
    const implied = reply["submit:Email/set"];
    if (implied === undefined || isFailed(implied)) await fileUnderSent(emailId, sentId);
    return toSubmission(
      object ?? { id: submissionId, sendAt: new Date().toISOString(), recipients: [] },
      reply.draft.created.message,
    );
  }

  async function getStatus(id: string) {
    const get = { ids: [id], properties: submissionProperties };
    // The message is on its way: not knowing more of it is no failure to send.
    return jmap.send({ status: ["EmailSubmission/get", get] }, z.object({ status: Status })).then(
      ({ status }) => status,
      () => ({ list: [] }),
    );
  }

  /** Sent, yet still a draft: the next view would offer to send it again. Failing to move it must not make the send look failed. */
  const fileUnderSent = (emailId: string, sentId: string) => update(emailId, filedUnder(sentId)).catch(() => undefined);

  /** The server files a message under Sent also when every recipient was refused. */
  const keepAsDraft = (emailId: string, draftsId: string) => update(emailId, draftIn(draftsId)).catch(() => undefined);

  const update = (emailId: string, patch: object) =>
    jmap.send({ filed: ["Email/set", { update: { [emailId]: patch } }] }, z.object({ filed: z.unknown() }));

  return {
    send,
    cancel: createCancel(jmap, mailboxes, keepAsDraft),
    find: (messageId) => findSubmission(jmap, mailboxes, messageId, fileUnderSent),
  };
}

const isFailed = (response: unknown) => Failed.safeParse(response).success || firstSetFailure(response) !== null;
