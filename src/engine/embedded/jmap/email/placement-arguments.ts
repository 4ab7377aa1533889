import { z } from "zod";
import { rowId } from "../../ids";
import type { Placement } from "../../mail/email-placement";
import type { MailWrite } from "../../mail/mail";
import type { MethodCall } from "../../seams";
import { invalidProperties } from "../set-error";
import { resolveId } from "../set-objects";

const TrueMap = z.record(z.string().min(1).max(255), z.literal(true));
const keywordPattern = /^[^\s\u0000-\u0020\u007f-\uffff(){\]%*"\\]{1,255}$/;

/** A message carries no more keywords than this. */
const maxKeywords = 100;

/** The numbers of mailboxes named by a `mailboxIds` value; `#creationId` is followed. Throws `invalidProperties`. */
export function readMailboxIds({ db, accountId }: MailWrite, call: MethodCall, value: unknown): Set<number> {
  const parsed = TrueMap.safeParse(value);
  const ids = Object.keys(parsed.data ?? {});
  if (!parsed.success || ids.length === 0) throw invalidProperties(["mailboxIds"], "at least one mailbox");
  const numbers = new Set<number>();
  for (const id of ids) {
    const number = rowId(resolveId(call, id));
    const found =
      number !== null && db.query("select 1 from mailboxes where account_id = ? and id = ?").get(accountId, number);
    if (!found) throw invalidProperties(["mailboxIds"], `no mailbox ${id}`);
    numbers.add(number);
  }
  return numbers;
}

/** The keywords of a `keywords` value, in lower case. Throws `invalidProperties`. */
export function readKeywords(value: unknown): Set<string> {
  const parsed = TrueMap.safeParse(value ?? {});
  const keywords = Object.keys(parsed.data ?? {});
  if (!parsed.success || keywords.length > maxKeywords || !keywords.every((keyword) => keywordPattern.test(keyword))) {
    throw invalidProperties(["keywords"]);
  }
  return new Set(keywords.map((keyword) => keyword.toLowerCase()));
}

/** Both at once, for a message to be created. */
export const readNewPlacement = (write: MailWrite, call: MethodCall, object: Record<string, unknown>): Placement => ({
  mailboxIds: readMailboxIds(write, call, object.mailboxIds),
  keywords: readKeywords(object.keywords),
});
