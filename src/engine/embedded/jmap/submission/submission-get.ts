import { typeState } from "../../mail/read-changes";
import { GetArguments, parseArguments } from "../arguments";
import { getObjects } from "../get-objects";
import type { MethodFactory } from "../jmap";
import { findObject } from "../object-store";
import { listSubmissions, toSubmission, type Submission } from "./submission";

const known = [
  "id",
  "identityId",
  "emailId",
  "threadId",
  "envelope",
  "sendAt",
  "undoStatus",
  "deliveryStatus",
  "dsnBlobIds",
  "mdnBlobIds",
];

/** EmailSubmission/get (RFC 8621 section 7.1). */
export const submissionGet: MethodFactory =
  (jmap) =>
  async ({ accountId }, args) => {
    const { ids, properties } = parseArguments(GetArguments, args);
    return getObjects({
      accountId,
      ids,
      properties,
      known,
      state: typeState(jmap.mail, accountId, "EmailSubmission"),
      all: () => listSubmissions(jmap, accountId).map(({ id }) => id),
      find(id) {
        const found = findObject<Submission>(jmap.mail, accountId, "EmailSubmission", id);
        return found && toSubmission(jmap, found);
      },
    });
  };
