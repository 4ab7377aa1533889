import { EngineError } from "~/engine/engine-error";
import type { UserEngine } from "~/engine/mail-engine";
import type { BulkAct } from "../../schema/bulk";
import { junkKeywords } from "../junk-keywords";
import { roleFolder } from "../role-folder";

/** Messages in one request to the engine. */
const chunk = 500;

/** Does it with these messages of a folder. What vanished meanwhile needs nothing any more. */
export async function actOn(engine: UserEngine, act: BulkAct, messageIds: string[], mailboxId: string): Promise<void> {
  for (let at = 0; at < messageIds.length; at += chunk) {
    const ids = messageIds.slice(at, at + chunk);
    await once(engine, act, ids, mailboxId).catch((error: unknown) => {
      if (!(error instanceof EngineError) || error.failure !== "notFound") throw error;
    });
  }
}

function once({ messages }: UserEngine, act: BulkAct, ids: string[], mailboxId: string): Promise<void> {
  if (act.do === "move") return messages.move(ids, roleFolder(act.to), junkKeywords(act.isJunk));
  if (act.do === "mark") return messages.setKeywords(ids, { [act.keyword]: act.value });
  return messages.removeFrom(ids, { id: mailboxId });
}
