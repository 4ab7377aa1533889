import { z } from "zod";
import type { Submission } from "../mail-submissions.ts";
import type { Calls, JmapClient } from "./jmap-client.ts";
import { Failed } from "./jmap-failure.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { resultOf } from "./result-reference.ts";
import { submissionProperties } from "./submission-calls.ts";
import { isRefused, SubmissionObject, toSubmission } from "./submission.ts";

const Found = z.object({
  list: z.array(
    z.object({
      id: z.string(),
      threadId: z.string(),
      mailboxIds: z.record(z.string(), z.boolean()),
      messageId: z.array(z.string()).nullish(),
      receivedAt: z.string(),
    }),
  ),
});
const Candidates = z.object({ indexed: z.union([Failed, Found]), sent: Found, drafts: Found });
const Submissions = z.object({ submissions: z.object({ list: z.array(SubmissionObject) }) });

/**
 * What became of a message whose submission got no reply: asks the index, and because it lags behind also reads the newest of Sent and Drafts.
 * A draft without a submission, with a cancelled or a refused one was not sent: `null`. What was sent and still lies among the drafts, because
 * the server died in between, is filed now.
 */
export async function findSubmission(
  jmap: JmapClient,
  mailboxes: Mailboxes,
  messageId: string,
  fileUnderSent: (emailId: string, sentId: string) => Promise<unknown>,
): Promise<Submission | null> {
  const [sentId, draftsId] = [await mailboxes.idOf({ role: "sent" }), await mailboxes.idOf({ role: "drafts" })];
  const calls = {
    ...findCalls("indexed", { header: ["Message-ID", messageId] }),
    ...findCalls("sent", { inMailbox: sentId }),
    ...findCalls("drafts", { inMailbox: draftsId }),
  };
  const { indexed, sent, drafts } = await jmap.send(calls, Candidates, { mayFail: ["indexed", "indexedIds"] });
  const candidates = [...sent.list, ...("failed" in indexed ? [] : indexed.list), ...drafts.list];
  const email = candidates.find((candidate) => candidate.messageId?.includes(messageId));
  if (!email) return null;

  const submissions = await submissionsOf(jmap, email.id);
  const live = submissions.find((submission) => submission.undoStatus !== "canceled" && !isRefused(submission));
  if (live) {
    if (email.mailboxIds[draftsId]) await fileUnderSent(email.id, sentId);
    return toSubmission(live, email);
  }
  const isFiled = email.mailboxIds[sentId] && submissions.length === 0;
  return isFiled
    ? { submissionId: null, emailId: email.id, threadId: email.threadId, sendAt: email.receivedAt, refused: [] }
    : null;
}

const newest = { sort: [{ property: "receivedAt", isAscending: false }], limit: 50 };

const findCalls = (id: string, filter: object): Calls => ({
  [`${id}Ids`]: ["Email/query", { filter, ...newest }],
  [id]: [
    "Email/get",
    {
      "#ids": resultOf(`${id}Ids`, "Email/query", "/ids"),
      properties: ["id", "threadId", "mailboxIds", "messageId", "receivedAt"],
    },
  ],
});

async function submissionsOf(jmap: JmapClient, emailId: string) {
  const { submissions } = await jmap.send(
    {
      ids: ["EmailSubmission/query", { filter: { emailIds: [emailId] } }],
      submissions: [
        "EmailSubmission/get",
        { "#ids": resultOf("ids", "EmailSubmission/query", "/ids"), properties: submissionProperties },
      ],
    },
    Submissions,
  );
  return submissions.list;
}
