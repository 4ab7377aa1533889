import { z } from "zod";
import { readBlob } from "../../mail/blobs";
import { typeState } from "../../mail/read-changes";
import { writeMail } from "../../mail/write-mail";
import { MethodError, OverQuota } from "../../seams";
import { Id, parseArguments } from "../arguments";
import { coreLimits, type MethodFactory } from "../jmap";
import { invalidProperties, SetError } from "../set-error";
import { checkState, resolveId } from "../set-objects";
import { looksLikeMessage } from "./email-parse";
import { readReceivedAt } from "./email-set";
import { readNewPlacement } from "./placement-arguments";
import { maxMessageSize, storeEmail } from "./store-email";

const Arguments = z.strictObject({
  accountId: Id,
  ifInState: z.string().max(255).nullish(),
  emails: z.record(z.string().min(1).max(255), z.record(z.string(), z.unknown())),
});

const properties = new Set(["blobId", "mailboxIds", "keywords", "receivedAt"]);

/** Email/import (RFC 8621 section 4.8). The same message may be imported again; it is another Email then. */
export const emailImport: MethodFactory = (jmap) => async (call, args) => {
  const { mail } = jmap;
  const { accountId } = call;
  const { emails, ifInState } = parseArguments(Arguments, args);
  if (Object.keys(emails).length > coreLimits.maxObjectsInSet) throw new MethodError("requestTooLarge");
  checkState(mail, accountId, "Email", ifInState);
  const oldState = typeState(mail, accountId, "Email");
  const created: Record<string, unknown> = {};
  const notCreated: Record<string, unknown> = {};
  writeMail(mail, accountId, (write) => {
    for (const [creationId, email] of Object.entries(emails)) {
      try {
        const foreign = Object.keys(email).filter((property) => !properties.has(property));
        if (foreign.length > 0) throw invalidProperties(foreign);
        const placement = readNewPlacement(write, call, email);
        const receivedAt = readReceivedAt(email.receivedAt, mail.now());
        const raw = typeof email.blobId === "string" ? readBlob(mail, accountId, resolveId(call, email.blobId)) : null;
        if (!raw) throw invalidProperties(["blobId"], "no such blob");
        if (!looksLikeMessage(raw)) throw new SetError("invalidEmail", "The blob is no message.");
        if (raw.length > maxMessageSize) throw new SetError("tooLarge", "The message is too large.");
        const stored = storeEmail(jmap, write, raw, placement, receivedAt);
        created[creationId] = stored;
        call.createdIds.set(creationId, stored.id);
      } catch (error) {
        if (error instanceof SetError) notCreated[creationId] = error.toJson();
        else if (error instanceof OverQuota) notCreated[creationId] = { type: "overQuota", description: error.message };
        else throw error;
      }
    }
  });
  return {
    accountId,
    oldState,
    newState: typeState(mail, accountId, "Email"),
    created: Object.keys(created).length > 0 ? created : null,
    notCreated: Object.keys(notCreated).length > 0 ? notCreated : null,
  };
};
