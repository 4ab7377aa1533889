import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { UserEngine } from "../mail-engine.ts";
import { AddressList } from "./address-list.ts";
import { concludeSubmission, mayFail, SubmitReply } from "./conclude-submission.ts";
import type { JmapClient } from "./jmap-client.ts";
import { Keywords } from "./keywords.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { submitCalls } from "./submission-calls.ts";

const Stored = z.object({
  id: z.string(),
  threadId: z.string(),
  keywords: Keywords,
  from: AddressList,
  to: AddressList,
  cc: AddressList,
  bcc: AddressList,
});
const Known = z.object({
  stored: z.object({ list: z.array(Stored) }),
  identities: z.object({ list: z.array(z.object({ id: z.string(), email: z.string() })) }),
});

/**
 * Submits a stored draft as it is, in a second round trip after reading to whom. One that is no draft any more is under way already:
 * `conflict`.
 */
export const createResend =
  (
    jmap: JmapClient,
    mailboxes: Mailboxes,
    keepAsDraft: (emailId: string, draftsId: string) => Promise<unknown>,
  ): UserEngine["submissions"]["resend"] =>
  async ({ emailId, holdSeconds }) => {
    const [draftsId, sentId] = [await mailboxes.idOf({ role: "drafts" }), await mailboxes.idOf({ role: "sent" })];
    const { stored, identities } = await jmap.send(
      {
        stored: ["Email/get", { ids: [emailId], properties: Object.keys(Stored.shape) }],
        identities: ["Identity/get", { ids: null, properties: ["id", "email"] }],
      },
      Known,
    );
    const [email] = stored.list;
    if (!email) throw new EngineError("notFound", `no message ${emailId}`);
    if (!email.keywords.includes("$draft")) throw new EngineError("conflict", `${emailId} is no draft`);
    const sender = email.from[0]?.email.toLowerCase();
    // Who writes as a group sends under an own address.
    const identity = identities.list.find((one) => one.email.toLowerCase() === sender) ?? identities.list[0];
    if (!identity) throw new EngineError("refused", "the account has no address to send from");
    const envelope = { ...email, from: { name: null, email: identity.email }, holdSeconds };
    const calls = submitCalls({ emailId, identityId: identity.id, envelope, sentId });
    const reply = await jmap.send(calls, SubmitReply, { mayFail, once: true });
    return concludeSubmission(jmap, reply, {
      ...{ email, sentId },
      async onRefused() {
        await keepAsDraft(emailId, draftsId);
        return emailId;
      },
    });
  };
