import { createTRPCClient, httpLink } from "@trpc/client";
import type { AppRouter } from "../router";
import { failureKeyOf } from "./api-client";
import { createCookieFetch } from "./cookie-fetch";

/** One draft that somebody writes: what the last answer said is saved, and what was said after that without an answer. */
export type Written = {
  address: string;
  draftKey: string;
  acknowledged: string | null;
  /** Said after the last answer: any of them may have arrived. */
  unanswered: string[];
  conflicts: number;
};

export type Writer = { address: string; password: string };

/** So long after a save the next one follows, as while somebody types; milliseconds. */
const pauseMs = 40;

type Mail = ReturnType<typeof createTRPCClient<AppRouter>>;

/** A browser of somebody who is signed in, however often the server dies meanwhile. */
export async function signInWriter(url: string, writer: Writer): Promise<Mail> {
  const link = httpLink({ url: `${url}/api/trpc`, fetch: createCookieFetch(url) });
  const mail = createTRPCClient<AppRouter>({ links: [link] });
  for (const end = Date.now() + 60_000; ; await Bun.sleep(200))
    try {
      await mail.webmail.signIn.mutate(writer);
      return mail;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
}

/**
 * Somebody at a composer: text that grows, saved again and again as a page does it, from the same draft and as a repetition whenever an answer was missing.
 * Ends after `saves` answers.
 */
export async function writeDraft(mail: Mail, address: string, saves: number, random: () => number): Promise<Written> {
  const written: Written = { address, draftKey: crypto.randomUUID(), acknowledged: null, unanswered: [], conflicts: 0 };
  const as = {
    draftKey: written.draftKey,
    writer: crypto.randomUUID(),
    to: ["bo@outside.test"],
    subject: written.draftKey,
  };
  let draftId: string | undefined;
  let isRepeated = false;
  for (let answers = 0, words = 0; answers < saves;) {
    const text = `${words++} words of ${written.draftKey}`;
    written.unanswered.push(text);
    try {
      const draft = { ...as, text, isRepeated, revision: words, ...(draftId ? { draftId } : {}) };
      // A tab that is reloaded hears no answer either.
      const signal = random() < 0.1 ? AbortSignal.timeout(Math.ceil(random() * 30)) : AbortSignal.timeout(20_000);
      const saved = await mail.webmail.drafts.save.mutate(draft, { signal });
      [draftId, isRepeated] = [saved.draftId, false];
      if (saved.conflict) written.conflicts++;
      [written.acknowledged, written.unanswered] = [text, []];
      answers++;
    } catch (error) {
      isRepeated = true;
      const key = failureKeyOf(error);
      if (key === "auth.required") throw error;
    }
    await Bun.sleep(random() * pauseMs);
  }
  return written;
}
