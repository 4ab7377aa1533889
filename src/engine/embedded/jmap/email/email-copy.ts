import { z } from "zod";
import { rowId } from "../../ids";
import { formatBlobId, readBlob } from "../../mail/blobs";
import type { MailWrite } from "../../mail/mail";
import type { MethodCall } from "../../seams";
import { Id, parseArguments, SetObject } from "../arguments";
import { checkFromAccount } from "../copy-arguments";
import type { Jmap, MethodFactory } from "../jmap";
import { invalidProperties, SetError } from "../set-error";
import { checkState, resolveId, setObjects } from "../set-objects";
import { readReceivedAt, removeEmail } from "./email-set";
import { findEmailRow, toIdSet } from "./email-view";
import { readKeywords, readMailboxIds } from "./placement-arguments";
import { storeEmail } from "./store-email";

const Arguments = z.strictObject({
  fromAccountId: Id,
  accountId: Id,
  ifFromInState: z.string().max(255).nullish(),
  ifInState: z.string().max(255).nullish(),
  create: z.record(z.string().min(1).max(255), SetObject),
  onSuccessDestroyOriginal: z.boolean().nullish(),
  destroyFromIfInState: z.string().max(255).nullish(),
});

const copyable = new Set(["id", "mailboxIds", "keywords", "receivedAt"]);
const refuse = () => {
  throw new SetError("forbidden");
};

function copyEmail(jmap: Jmap, call: MethodCall, from: string, write: MailWrite, object: Record<string, unknown>) {
  const foreign = Object.keys(object).filter((property) => !copyable.has(property));
  if (foreign.length > 0) throw invalidProperties(foreign);
  const id = typeof object.id === "string" ? rowId(resolveId(call, object.id)) : null;
  const row = id === null ? null : findEmailRow(jmap.mail, from, id);
  const raw = row && readBlob(jmap.mail, from, formatBlobId(row.blob_hash));
  if (!raw) throw new SetError("notFound", "There is no such message.");
  const keywords = object.keywords ?? toIdSet(JSON.parse(row.keywords_json) as string[]);
  const placement = {
    mailboxIds: readMailboxIds(write, call, object.mailboxIds),
    keywords: readKeywords(keywords),
  };
  return storeEmail(jmap, write, raw, placement, readReceivedAt(object.receivedAt, row.received_at));
}

/** Email/copy (RFC 8621 section 4.7); with `onSuccessDestroyOriginal` a second response, Email/set of the source account. */
export const emailCopy: MethodFactory = (jmap) => async (call, args) => {
  const parsed = parseArguments(Arguments, args);
  const { fromAccountId } = parsed;
  checkFromAccount(jmap, call, fromAccountId);
  checkState(jmap.mail, fromAccountId, "Email", parsed.ifFromInState);
  const { create, ifInState } = parsed;
  const { oldState, newState, created, notCreated } = setObjects(
    jmap.mail,
    call,
    "Email",
    { create, ifInState },
    {
      create: (write, object) => copyEmail(jmap, call, fromAccountId, write, object),
      update: refuse,
      destroy: refuse,
    },
  );
  const result = { fromAccountId, accountId: call.accountId, oldState, newState, created, notCreated };
  if (!parsed.onSuccessDestroyOriginal || !created) return result;
  const originals = Object.keys(created as object).map((key) => resolveId(call, String(create[key]?.id)));
  const source = { ...call, accountId: fromAccountId };
  const destruction = { destroy: originals, ifInState: parsed.destroyFromIfInState };
  const destroyed = setObjects(jmap.mail, source, "Email", destruction, {
    create: refuse,
    update: refuse,
    destroy: removeEmail,
  });
  return [
    ["Email/copy", result],
    ["Email/set", destroyed],
  ];
};
