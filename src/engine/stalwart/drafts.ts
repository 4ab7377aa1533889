import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { UserEngine } from "../mail-engine.ts";
import type { SavedDraft } from "../mail-objects.ts";
import {
  DraftObject,
  draftProperties,
  followsHeader,
  originHeader,
  toSavedDraft,
  writeOrigin,
  writerHeader,
} from "./draft-object.ts";
import { toEmail } from "./email-object.ts";
import type { Calls, JmapClient } from "./jmap-client.ts";
import { engineErrorOf, Failed, JmapFailure } from "./jmap-failure.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { resultOf } from "./result-reference.ts";

const Drafts = z.object({ list: z.array(DraftObject) });
const Outcome = z.object({
  destroyed: z.array(z.string()).nullish(),
  notDestroyed: z.record(z.string(), JmapFailure).nullish(),
});
const Saved = z.object({
  before: z.object({ list: z.array(z.object({ id: z.string() })) }).optional(),
  draft: z.object({ created: z.object({ message: z.object({ id: z.string() }).loose() }) }),
  made: z.union([Failed, Drafts]),
  gone: z.union([Failed, Outcome]),
});

/**
 * RFC 8621 section 4.6: a draft cannot be changed, only followed by another one. What it follows is written into it, and destroyed by
 * what a look at it says: when it could not be stored there is nothing to look at, and nothing is destroyed.
 */
export function createDrafts(jmap: JmapClient, mailboxes: Mailboxes): UserEngine["drafts"] {
  const get = async (id: string) => {
    const { made } = await jmap.send(
      { made: ["Email/get", { ids: [id], ...draftProperties }] },
      z.object({ made: Drafts }),
    );
    const [found] = made.list;
    if (!found) throw new EngineError("notFound", `no message ${id}`);
    return found;
  };

  const destroy = async (ids: string[]) => {
    const { gone } = await jmap.send({ gone: ["Email/set", { destroy: ids }] }, z.object({ gone: Outcome }), {
      mayFail: ["gone"],
    });
    return gone;
  };

  return {
    async save(draft, { writer, replaces, origin = {} }) {
      const from = writeOrigin(origin);
      const email = {
        ...toEmail(draft, await mailboxes.idOf({ role: "drafts" })),
        [writerHeader]: writer,
        ...(from === null ? {} : { [originHeader]: from }),
        ...(replaces.length ? { [followsHeader]: replaces } : {}),
      };
      const calls: Calls = {
        // A server that keeps for a while what was destroyed destroys it twice without a word.
        ...(replaces.length ? { before: ["Email/get", { ids: replaces, properties: ["id"] }] } : {}),
        draft: ["Email/set", { create: { message: email } }],
        made: ["Email/get", { ids: ["#message"], ...draftProperties }],
        gone: ["Email/set", { "#destroy": resultOf("made", "Email/get", `/list/*/${followsHeader}`) }],
      };
      const reply = await jmap.send(calls, Saved, { mayFail: ["made", "gone"], once: true });
      const { before, draft: stored, made, gone } = reply;
      // Not every server resolves a creation id in a get of the same request, or a header in a reference.
      const found = ("failed" in made ? undefined : made.list[0]) ?? (await get(stored.created.message.id));
      const isDone = !("failed" in gone) && !("failed" in made) && made.list.length > 0;
      const outcome = replaces.length === 0 ? {} : isDone ? gone : await destroy(replaces);
      const failure = Object.values(outcome.notDestroyed ?? {}).find(({ type }) => type !== "notFound");
      if (failure) throw engineErrorOf(failure, "Email/set");
      const [were, destroyed] = [new Set(before?.list.map(({ id }) => id)), new Set(outcome.destroyed)];
      return { ...toSavedDraft(found), hasReplaced: replaces.every((id) => were.has(id) && destroyed.has(id)) };
    },

    get: async (id) => toSavedDraft(await get(id)),

    async find(messageId) {
      const draftsId = await mailboxes.idOf({ role: "drafts" });
      const calls = {
        ...findCalls("newest", { inMailbox: draftsId }),
        // The index lags behind, and knows what is older than the newest.
        ...findCalls("indexed", { inMailbox: draftsId, header: ["Message-ID", messageId] }),
      };
      const Found = z.object({ newest: Drafts, indexed: z.union([Failed, Drafts]) });
      const { newest, indexed } = await jmap.send(calls, Found, { mayFail: ["indexed", "indexedIds"] });
      const all = [...newest.list, ...("failed" in indexed ? [] : indexed.list)];
      const own = all.filter((one) => one.messageId?.includes(messageId));
      const byId = new Map<string, SavedDraft>(own.map((one) => [one.id, toSavedDraft(one)]));
      return [...byId.values()].toSorted((one, other) => other.savedAt.localeCompare(one.savedAt));
    },
  };
}

const findCalls = (id: string, filter: object): Calls => ({
  [`${id}Ids`]: ["Email/query", { filter, sort: [{ property: "receivedAt", isAscending: false }], limit: 100 }],
  [id]: ["Email/get", { "#ids": resultOf(`${id}Ids`, "Email/query", "/ids"), ...draftProperties }],
});
