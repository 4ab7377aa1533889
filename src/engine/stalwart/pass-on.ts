import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { UserEngine } from "../mail-engine.ts";
import type { PassedOn } from "../mail-submissions.ts";
import { createImport } from "./import-message.ts";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf, Failed, JmapFailure } from "./jmap-failure.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { resultOf } from "./result-reference.ts";

/** Of the hundred that a submission may name; small enough that one slow recipient keeps few others waiting. */
const recipientsAtOnce = 50;

const Recipients = z.object({ rcptTo: z.array(z.object({ email: z.string() })) });
const Status = z.object({ smtpReply: z.string().catch(""), delivered: z.string().catch("unknown") });
const SubmissionObject = z.object({
  id: z.string(),
  undoStatus: z.string().catch("final"),
  envelope: Recipients.nullish(),
  deliveryStatus: z.record(z.string(), Status).nullish(),
});
const Known = z.object({
  identities: z.object({ list: z.array(z.object({ id: z.string(), email: z.string() })) }),
  copies: z.object({ ids: z.array(z.string()) }),
});
const Submitted = z.object({
  submit: z.union([
    Failed,
    z.object({
      created: z
        .object({ it: z.object({ id: z.string() }).loose() })
        .partial()
        .nullish(),
      notCreated: z.object({ it: JmapFailure }).partial().nullish(),
    }),
  ]),
});
const Submissions = z.object({ list: z.object({ list: z.array(SubmissionObject) }) });

/**
 * EmailSubmission (RFC 8621 section 7) of a message that somebody else wrote. The copy carries the key as a keyword, which no index lags
 * behind on, and its submissions say who was handed it already.
 */
export const createPassOn = (
  jmap: JmapClient,
  blobs: UserEngine["blobs"],
  mailboxes: Mailboxes,
): UserEngine["submissions"]["passOn"] => {
  const importMessage = createImport(jmap, blobs, mailboxes);

  async function look(sender: string, key: string) {
    const inMailbox = await mailboxes.idOf({ role: "sent" });
    const { identities, copies } = await jmap.send(
      {
        identities: ["Identity/get", { ids: null, properties: ["id", "email"] }],
        copies: ["Email/query", { filter: { operator: "AND", conditions: [{ inMailbox }, { hasKeyword: key }] } }],
      },
      Known,
    );
    const identity = identities.list.find(({ email }) => email.toLowerCase() === sender.toLowerCase());
    if (!identity) throw new EngineError("refused", `the account has no identity ${sender}`);
    return { identityId: identity.id, copyId: copies.ids[0] };
  }

  async function submissionsOf(emailId: string) {
    const { list } = await jmap.send(
      {
        ids: ["EmailSubmission/query", { filter: { emailIds: [emailId] } }],
        list: [
          "EmailSubmission/get",
          {
            "#ids": resultOf("ids", "EmailSubmission/query", "/ids"),
            properties: ["id", "undoStatus", "envelope", "deliveryStatus"],
          },
        ],
      },
      Submissions,
    );
    return list.list.filter(({ undoStatus }) => undoStatus !== "canceled");
  }

  async function submit(emailId: string, identityId: string, sender: string, recipients: readonly string[]) {
    const rcptTo = recipients.map((email) => ({ email }));
    const it = { emailId, identityId, envelope: { mailFrom: { email: sender, parameters: null }, rcptTo } };
    const calls = { submit: ["EmailSubmission/set", { create: { it } }] satisfies [string, object] };
    const { submit: reply } = await jmap.send(calls, Submitted, { mayFail: ["submit"], once: true });
    if ("failed" in reply) throw engineErrorOf(reply.failed, "EmailSubmission/set");
    if (!reply.created?.it) throw engineErrorOf(reply.notCreated?.it ?? { type: "notCreated" }, "EmailSubmission/set");
  }

  return async ({ raw, sender, recipients, key }): Promise<PassedOn> => {
    const { identityId, copyId } = await look(sender, key);
    const copy = { raw, role: "sent", keywords: [key, "$seen"], receivedAt: new Date() } as const;
    const emailId = copyId ?? (await importMessage({ ...copy, keywords: [...copy.keywords] })).id;
    const before = copyId === undefined ? [] : await submissionsOf(emailId);
    const handed = new Set(before.flatMap(({ envelope }) => (envelope?.rcptTo ?? []).map(({ email }) => fold(email))));
    const missing = [...new Map(recipients.map((email) => [fold(email), email]))]
      .filter(([folded]) => !handed.has(folded))
      .map(([, email]) => email);
    for (let at = 0; at < missing.length; at += recipientsAtOnce)
      await submit(emailId, identityId, sender, missing.slice(at, at + recipientsAtOnce));
    return { emailId, refused: refusedOf(await submissionsOf(emailId)) };
  };
};

const fold = (email: string) => email.toLowerCase();

const refusedOf = (submissions: z.infer<typeof SubmissionObject>[]): PassedOn["refused"] =>
  submissions.flatMap(({ deliveryStatus }) =>
    Object.entries(deliveryStatus ?? {})
      .filter(([, { delivered }]) => delivered === "no")
      .map(([email, { smtpReply }]) => ({ email, smtpReply })),
  );
