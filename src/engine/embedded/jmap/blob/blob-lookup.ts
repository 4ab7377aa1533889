import { z } from "zod";
import { encodeId } from "../../ids";
import { MethodError } from "../../seams";
import { Id, parseArguments } from "../arguments";
import { coreLimits, type MethodFactory } from "../jmap";
import { listObjects } from "../object-store";
import type { SieveScript } from "../sieve/sieve-script";

const supported = ["Email", "Thread", "SieveScript"];
const Arguments = z.strictObject({
  accountId: Id,
  typeNames: z.array(z.string().max(100)),
  ids: z.array(z.string().max(255)),
});

/** Blob/lookup (RFC 9404 section 4.3): which messages, threads and scripts a blob belongs to. */
export const blobLookup: MethodFactory =
  ({ mail }) =>
  async ({ accountId }, args) => {
    const { typeNames, ids } = parseArguments(Arguments, args);
    const unknown = typeNames.find((type) => !supported.includes(type));
    if (unknown !== undefined) throw new MethodError("unknownDataType", unknown);
    if (ids.length > coreLimits.maxObjectsInGet) throw new MethodError("requestTooLarge");
    const emails = mail.db.query<{ id: number; thread_id: number }, [string, string]>(
      "select id, thread_id from emails where blob_hash = ? and account_id = ? limit 1000",
    );
    const scripts = listObjects<SieveScript>(mail, accountId, "SieveScript");
    const list = ids.map((id) => {
      const found = emails.all(/^b([0-9a-f]{64})/.exec(id)?.[1] ?? "", accountId);
      const matched: Record<string, string[]> = {
        Email: found.map((row) => encodeId(row.id)),
        Thread: [...new Set(found.map((row) => encodeId(row.thread_id)))],
        SieveScript: scripts.filter(({ value }) => value.blobId === id).map((script) => script.id),
      };
      return { id, matchedIds: Object.fromEntries(typeNames.map((type) => [type, matched[type] ?? []])) };
    });
    return {
      accountId,
      list: list.filter(({ matchedIds }) => Object.values(matchedIds).some((matched) => matched.length > 0)),
      notFound: list
        .filter(({ matchedIds }) => Object.values(matchedIds).every((matched) => matched.length === 0))
        .map(({ id }) => id),
    };
  };
