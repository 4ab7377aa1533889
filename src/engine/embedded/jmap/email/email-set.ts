import { z } from "zod";
import { encodeId, rowId } from "../../ids";
import { readBlob } from "../../mail/blobs";
import { destroyEmail } from "../../mail/destroy-email";
import type { MailWrite } from "../../mail/mail";
import { readPlacement, updateEmail } from "../../mail/update-email";
import type { MethodCall } from "../../seams";
import { parseArguments, SetArguments, UtcDate } from "../arguments";
import type { Jmap, MethodFactory } from "../jmap";
import { applyPatch } from "../patch";
import { invalidProperties, SetError } from "../set-error";
import { resolveId, setObjects } from "../set-objects";
import { buildEmail } from "./build-email";
import { toIdSet } from "./email-view";
import { readKeywords, readMailboxIds, readNewPlacement } from "./placement-arguments";
import { maxMessageSize, storeEmail } from "./store-email";

function emailNumber(id: string): number {
  const number = rowId(id);
  if (number === null) throw new SetError("notFound");
  return number;
}

/** `receivedAt` of a message to be stored, epoch milliseconds. Throws `invalidProperties`. */
export function readReceivedAt(value: unknown, now: number): number {
  if (value == null) return now;
  const parsed = UtcDate.safeParse(value);
  if (!parsed.success) throw invalidProperties(["receivedAt"]);
  return new Date(parsed.data).getTime();
}

function createEmail(jmap: Jmap, call: MethodCall, write: MailWrite, object: Record<string, unknown>) {
  const placement = readNewPlacement(write, call, object);
  const receivedAt = readReceivedAt(object.receivedAt, write.now());
  const hostname = call.principal.emailAddress.split("@").at(-1) ?? "localhost";
  const sources = { readBlob: (blobId: string) => readBlob(write, write.accountId, blobId) };
  const raw = buildEmail(object, sources, { hostname, now: write.now() });
  if (raw.length > maxMessageSize) throw new SetError("tooLarge", "The message is too large.");
  return storeEmail(jmap, write, raw, placement, receivedAt);
}

/** `mailboxIds/#x` and `mailboxIds: {"#x": true}` name mailboxes made earlier in the request. */
function resolveMailboxPaths(call: MethodCall, patch: Record<string, unknown>): Record<string, unknown> {
  const resolved = Object.entries(patch).map(([path, value]) => {
    const id = /^mailboxIds\/(#.+)$/.exec(path)?.[1];
    return [id ? `mailboxIds/${resolveId(call, id)}` : path, value] as const;
  });
  return Object.fromEntries(resolved);
}

/** Applies a patch of Email/set to a stored message: only its mailboxes and keywords can change. Throws `SetError`. */
export function patchEmail(call: MethodCall, write: MailWrite, id: string, patch: Record<string, unknown>): null {
  const number = emailNumber(id);
  const before = readPlacement(write, number);
  if (!before) throw new SetError("notFound");
  const object = {
    mailboxIds: toIdSet([...before.mailboxIds].map(encodeId)),
    keywords: toIdSet(before.keywords),
  };
  const after = applyPatch(object, resolveMailboxPaths(call, patch));
  const foreign = Object.keys(after).filter((property) => !(property in object));
  if (foreign.length > 0) throw invalidProperties(foreign, "cannot be changed");
  updateEmail(write, number, {
    mailboxIds: readMailboxIds(write, call, after.mailboxIds),
    keywords: readKeywords(lowerKeys(after.keywords)),
  });
  return null;
}

/** Keywords are case-insensitive: a patch to `keywords/$Seen` removes `$seen`. */
function lowerKeys(value: unknown): unknown {
  const parsed = z.record(z.string(), z.unknown()).safeParse(value);
  return parsed.success
    ? Object.fromEntries(Object.entries(parsed.data).map(([key, on]) => [key.toLowerCase(), on]))
    : value;
}

/** Removes a message for good. Throws `notFound`. */
export function removeEmail(write: MailWrite, id: string): void {
  if (!destroyEmail(write, emailNumber(id))) throw new SetError("notFound");
}

/** Email/set (RFC 8621 section 4.6). */
export const emailSet: MethodFactory = (jmap) => async (call, args) =>
  setObjects(jmap.mail, call, "Email", parseArguments(SetArguments, args), {
    create: (write, object) => createEmail(jmap, call, write, object),
    update: (write, id, patch) => patchEmail(call, write, id, patch),
    destroy: removeEmail,
  });
