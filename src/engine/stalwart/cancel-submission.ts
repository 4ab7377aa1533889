import { z } from "zod";
import type { UserEngine } from "../mail-engine.ts";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf, Failed, firstSetFailure } from "./jmap-failure.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { draftIn } from "./submission-calls.ts";

const Reply = z.object({ set: z.union([Failed, z.looseObject({})]), "set:Email/set": z.unknown().optional() });

/** It left, or it was sent so long ago that the server forgot it: both are ordinary at the end of the undo window. */
const tooLate = ["cannotUnsend", "notFound"];

/** RFC 8621 section 7.5, undoStatus. `keepAsDraft` is for servers that cancel and do not move the message. */
export const createCancel =
  (
    jmap: JmapClient,
    mailboxes: Mailboxes,
    keepAsDraft: (emailId: string, draftsId: string) => Promise<unknown>,
  ): UserEngine["submissions"]["cancel"] =>
  async ({ submissionId, emailId }) => {
    const draftsId = await mailboxes.idOf({ role: "drafts" });
    const args = {
      update: { [submissionId]: { undoStatus: "canceled" } },
      onSuccessUpdateEmail: { [submissionId]: draftIn(draftsId) },
    };
    const { set, "set:Email/set": moved } = await jmap.send({ set: ["EmailSubmission/set", args] }, Reply, {
      mayFail: ["set", "set:Email/set"],
    });
    const failed = Failed.safeParse(set).data?.failed ?? firstSetFailure(set);
    if (failed && tooLate.includes(failed.type)) return false;
    if (failed) throw engineErrorOf(failed, "EmailSubmission/set");
    if (moved === undefined || Failed.safeParse(moved).success || firstSetFailure(moved))
      await keepAsDraft(emailId, draftsId);
    return true;
  };
