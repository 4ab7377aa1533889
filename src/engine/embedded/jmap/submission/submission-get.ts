import { typeState } from "../../mail/read-changes";
import { getMethod } from "../get-method";
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
export const submissionGet = getMethod(known, (jmap, accountId) => ({
  state: typeState(jmap.mail, accountId, "EmailSubmission"),
  all: () => listSubmissions(jmap, accountId).map(({ id }) => id),
  find(id) {
    const found = findObject<Submission>(jmap.mail, accountId, "EmailSubmission", id);
    return found && toSubmission(jmap, found);
  },
}));
