import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { Submission } from "../mail-submissions.ts";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf, Failed, firstSetFailure, JmapFailure } from "./jmap-failure.ts";
import { filedUnder, submissionProperties } from "./submission-calls.ts";
import { isRefused, SubmissionObject, toSubmission } from "./submission.ts";

const Status = z.object({ list: z.array(SubmissionObject) });

/** What answers the calls of a submission; everything but the submission itself may fail. */
export const SubmitReply = z.object({
  submit: z.union([
    Failed,
    z.object({
      created: z
        .object({ submission: z.object({ id: z.string() }).loose() })
        .partial()
        .nullish(),
      notCreated: z.object({ submission: JmapFailure }).partial().nullish(),
    }),
  ]),
  status: z.union([Failed, Status]),
  "submit:Email/set": z.unknown().optional(),
});

export const mayFail = ["submit", "status", "submit:Email/set"];
const serverTrouble = ["serverUnavailable", "serverFail", "serverPartialFail"];

/** A limit on sending, at MAIL or at RCPT. */
const isThrottling = (reply: string) => /^452[ -]4\.4\.5\b/.test(reply);

export type Concluding = {
  email: { id: string; threadId?: unknown };
  sentId: string;
  /** Called before a refusal is told; what it answers is the draft that is left. */
  onRefused: (isThrottled: boolean) => Promise<string | undefined>;
};

/**
 * How a submission ended (RFC 8621 section 7.5). A message that is under way but was not filed under Sent is filed now. Throws `refused`,
 * `throttled`, `unknownOutcome`.
 */
export async function concludeSubmission(
  jmap: JmapClient,
  reply: z.infer<typeof SubmitReply>,
  { email, sentId, onRefused }: Concluding,
): Promise<Submission> {
  const refuse = async (error: EngineError, isThrottled: boolean): Promise<never> => {
    const draftId = await onRefused(isThrottled);
    throw new EngineError(isThrottled ? "throttled" : error.failure, error.detail, draftId ? { draftId } : {});
  };
  if ("failed" in reply.submit) {
    // The server's word for any trouble of its own, also after the message was queued.
    const { failed } = reply.submit;
    if (serverTrouble.includes(failed.type))
      throw new EngineError("unknownOutcome", `EmailSubmission/set: ${failed.type}`);
    return refuse(engineErrorOf(failed, "EmailSubmission/set"), false);
  }
  const submissionId = reply.submit.created?.submission?.id;
  if (submissionId === undefined) {
    const failure = reply.submit.notCreated?.submission ?? { type: "notCreated" };
    // A limit on sending has no type of its own.
    const isThrottled = failure.type === "forbiddenMailFrom" && isThrottling(failure.description ?? "");
    return refuse(engineErrorOf(failure, "EmailSubmission/set"), isThrottled);
  }
  // Not every server resolves a creation id in a get of the same request.
  const [inSameRequest] = "failed" in reply.status ? [] : reply.status.list;
  const object = inSameRequest ?? (await getStatus(jmap, submissionId)).list[0];
  if (object && isRefused(object)) {
    const said = object.recipients.map(({ email: to, smtpReply }) => `${to}: ${smtpReply}`).join("; ");
    const isFull = object.recipients.every(({ smtpReply }) => isThrottling(smtpReply));
    return refuse(new EngineError("refused", said), isFull);
  }
  const implied = reply["submit:Email/set"];
  if (implied === undefined || isFailed(implied)) await fileUnderSent(jmap, email.id, sentId);
  return toSubmission(object ?? { id: submissionId, sendAt: new Date().toISOString(), recipients: [] }, email);
}

async function getStatus(jmap: JmapClient, id: string) {
  const get = { ids: [id], properties: submissionProperties };
  // The message is on its way: not knowing more of it is no failure to send.
  return jmap.send({ status: ["EmailSubmission/get", get] }, z.object({ status: Status })).then(
    ({ status }) => status,
    () => ({ list: [] }),
  );
}

/** Sent, yet still a draft: the next view would offer to send it again. Failing to move it must not make the send look failed. */
export const fileUnderSent = (jmap: JmapClient, emailId: string, sentId: string) =>
  changeEmail(jmap, { update: { [emailId]: filedUnder(sentId) } }).catch(() => undefined);

/** One Email/set whose outcome for each message is its caller's to judge. */
export const changeEmail = (jmap: JmapClient, change: { update?: object; destroy?: string[] }) =>
  jmap.send({ changed: ["Email/set", change] }, z.object({ changed: z.unknown() }), { mayFail: ["changed"] });

const isFailed = (response: unknown) => Failed.safeParse(response).success || firstSetFailure(response) !== null;
