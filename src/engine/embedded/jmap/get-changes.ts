import type { ChangeType } from "../mail/mail";
import { readChanges } from "../mail/read-changes";
import { MethodError } from "../seams";
import { ChangesArguments, parseArguments } from "./arguments";
import { maxChangesResults, type MethodFactory } from "./jmap";

const counters = ["totalEmails", "unreadEmails", "totalThreads", "unreadThreads"];

/** The /changes method of a type (RFC 8620 section 5.2). Mailbox also tells when only counters moved. */
export const changesMethod =
  (type: ChangeType): MethodFactory =>
  ({ mail }) =>
  async ({ accountId }, args) => {
    const { sinceState, maxChanges } = parseArguments(ChangesArguments, args);
    const limit = Math.min(maxChanges ?? maxChangesResults, maxChangesResults);
    const changes = readChanges(mail, accountId, type, sinceState, limit);
    if (!changes) throw new MethodError("cannotCalculateChanges");
    const { countsOnly, ...result } = changes;
    const updatedProperties = type === "Mailbox" ? { updatedProperties: countsOnly ? counters : null } : {};
    return { accountId, oldState: sinceState, ...result, ...updatedProperties };
  };
