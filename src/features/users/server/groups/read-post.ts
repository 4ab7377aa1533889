import type { UserEngine } from "~/engine/mail-engine";
import type { Message } from "~/engine/mail-objects";
import type { Ctx } from "~/server/context";
import { authorsOf } from "./authors-of";
import { dropReason } from "./drop-reason";
import type { GroupSubject } from "./group-subject";
import { splitMessage } from "./header-fields";
import { isProvenAuthor } from "./is-proven-author";
import { judgePost, type Verdict } from "./judge-post";
import { unsubscribeSubject } from "./list-fields";
import { memberWith } from "./members-of";

export type ReadPost = Verdict & {
  sender: string;
  subject: string;
  size: number;
  receivedAt: Date;
  /** The member who asks to be left out from now on. */
  leaverId: string | null;
};

type Asked = { engine: UserEngine; group: GroupSubject; message: Message; junkId: string | null };

/** Reads a post that came and says what becomes of it. Rejects with `EngineError`. */
export async function readPost(ctx: Ctx, { engine, group, message, junkId }: Asked): Promise<ReadPost> {
  const raw = await engine.messages.source(message.id);
  const split = splitMessage(raw);
  const authors = authorsOf(split);
  const [author] = authors.length === 1 ? authors : [];
  const [isProven, member] = await Promise.all([
    author ? isProvenAuthor(ctx, { raw, author }) : false,
    author ? ctx.tx((tx) => memberWith(tx, ctx.tenantId, { groupId: group.id, address: author })) : null,
  ]);
  const verdict = judgePost({
    ...{ group, isProven, member, dropped: dropReason(split, group.address) },
    isSpam: junkId !== null && message.mailboxIds.includes(junkId),
    isFarewell: message.subject.trim().toLowerCase() === unsubscribeSubject,
    hasRecipients: group.recipients.length > 0,
  });
  return {
    ...verdict,
    ...{ sender: storable(author ?? authors.join(", "), 320), subject: storable(message.subject, 500) },
    ...{ size: raw.byteLength, receivedAt: new Date(message.receivedAt) },
    leaverId: verdict.reason === "unsubscribed" ? member!.id : null,
  };
}

/** PostgreSQL has no NUL in a text, and a page no use for other control characters. */
const storable = (text: string, longest: number) =>
  text
    .replaceAll(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, longest);
