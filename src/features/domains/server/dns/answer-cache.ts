import type { DirectAnswer } from "./read-reply";

/** Answers the question `key` from what is known, or by `ask`. */
export type ShareAnswer = (key: string, ask: () => Promise<DirectAnswer>) => Promise<DirectAnswer>;

type Kept = { reply: Promise<DirectAnswer>; until: number };

const maxMs = 30_000;
/** A record that was missing is looked for again soon: somebody may be publishing it right now. */
const maxAbsentMs = 5_000;
const maxBytes = 8_192;

/** For how many milliseconds an answer may be given again; never a failure. */
function keepMs({ answer }: DirectAnswer): number {
  if (answer.status === "unknown") return 0;
  if (answer.status === "absent") return Math.min((answer.negativeTtlSeconds ?? 0) * 1000, maxAbsentMs);
  const bytes = answer.records.reduce((sum, record) => sum + record.length, 0);
  return bytes > maxBytes ? 0 : Math.min(answer.ttlSeconds * 1000, maxMs);
}

/**
 * Equal questions in flight become one, and their answer is good for at most half a minute. For names that many checks ask about and none is about: hosts of
 * the platform, name servers, senders that SPF records include.
 */
export function createAnswerCache(maxAnswers = 5000): ShareAnswer & { size(): number } {
  const kept = new Map<string, Kept>();

  const share: ShareAnswer = (key, ask) => {
    const known = kept.get(key);
    if (known && known.until > performance.now()) return known.reply;
    const entry: Kept = { reply: ask(), until: Infinity };
    kept.delete(key);
    kept.set(key, entry);
    if (kept.size > maxAnswers) kept.delete(kept.keys().next().value ?? "");
    const settle = (ms: number) => {
      entry.until = performance.now() + ms;
      if (ms === 0 && kept.get(key) === entry) kept.delete(key);
    };
    entry.reply.then(
      (reply) => settle(keepMs(reply)),
      () => settle(0),
    );
    return entry.reply;
  };
  return Object.assign(share, { size: () => kept.size });
}
