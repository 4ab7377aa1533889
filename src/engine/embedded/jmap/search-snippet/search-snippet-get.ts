import { z } from "zod";
import { rowId } from "../../ids";
import type { Envelope } from "../../mail/envelope";
import type { Mail } from "../../mail/mail";
import { messageTexts } from "../../mail/mime/message-texts";
import { formatBlobId, readBlob } from "../../mail/blobs";
import { MethodError } from "../../seams";
import { Id, parseArguments } from "../arguments";
import { EmailCondition, type EmailFilter } from "../email/email-filter";
import { storedSource } from "../email/email-source";
import { findEmailRow, type EmailRow } from "../email/email-view";
import { splitSearchText } from "../email/text-query";
import { isOperator, parseFilter } from "../filter-tree";
import type { MethodFactory } from "../jmap";
import { highlight } from "./highlight";

const maxEmails = 100;
/** How far into a body a hit is looked for. Characters. */
const maxSearched = 200_000;
const Arguments = z.strictObject({ accountId: Id, filter: z.unknown().optional(), emailIds: z.array(Id) });

type Terms = { subject: string[]; body: string[] };

/** The search words of a filter; what stands under NOT is not to be found. */
function collectTerms(filter: EmailFilter | null, terms: Terms = { subject: [], body: [] }): Terms {
  if (filter === null) return terms;
  if (isOperator(filter)) {
    if (filter.operator !== "NOT") for (const child of filter.conditions) collectTerms(child, terms);
    return terms;
  }
  for (const text of [filter.text, filter.subject]) if (text) terms.subject.push(...splitSearchText(text));
  for (const text of [filter.text, filter.body]) if (text) terms.body.push(...splitSearchText(text));
  return terms;
}

function snippet(mail: Mail, accountId: string, row: EmailRow, emailId: string, terms: Terms) {
  const { subject } = JSON.parse(row.envelope_json) as Envelope;
  let preview: string | null = null;
  const raw = terms.body.length > 0 ? readBlob(mail, accountId, formatBlobId(row.blob_hash)) : null;
  if (raw) {
    const { body } = messageTexts(raw, storedSource(mail, row.id, row.blob_hash, row.header_size).structure());
    preview = highlight(body.slice(0, maxSearched).replace(/\s+/g, " "), terms.body, false);
  }
  return { emailId, subject: subject === null ? null : highlight(subject, terms.subject, true), preview };
}

/** SearchSnippet/get (RFC 8621 section 5.1), at most 100 messages a call. */
export const searchSnippetGet: MethodFactory =
  ({ mail }) =>
  async ({ accountId }, args) => {
    const { filter, emailIds } = parseArguments(Arguments, args);
    if (emailIds.length > maxEmails) throw new MethodError("requestTooLarge", "too many messages");
    const terms = collectTerms(parseFilter(EmailCondition, filter));
    const list: Record<string, unknown>[] = [];
    const notFound: string[] = [];
    for (const emailId of emailIds) {
      const row = findEmailRow(mail, accountId, rowId(emailId) ?? -1);
      if (row) list.push(snippet(mail, accountId, row, emailId, terms));
      else notFound.push(emailId);
    }
    return { accountId, list, notFound: notFound.length > 0 ? notFound : null };
  };
