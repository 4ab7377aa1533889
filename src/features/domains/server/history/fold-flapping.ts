import type { domainEvents } from "../../../../../db/schema";
import type { HistoryLine } from "../../schema/history";
import { actorKey } from "../note-event";

type Event = typeof domainEvents.$inferSelect;

/** What goes and comes back within so long is one line. */
const nearMs = 6 * 3_600_000;

const pairOf = (before: string | null, after: string | null) => [before, after].sort().join("\n");

function lineOf({ id, kind, subject, before, after, evidence, createdAt }: Event): HistoryLine {
  const at = createdAt.toISOString();
  const { [actorKey]: by, ...answers } = evidence ?? {};
  return {
    ...{ id, kind, subject, before, after, at, since: at, times: 1 },
    by: typeof by === "string" ? by : null,
    evidence: Object.keys(answers).length > 0 ? answers : null,
  };
}

/**
 * Lines of a history out of its events, newest first: the same thing going back and forth between the same two states is one line. Stops
 * before there would be more than `limit`; `last` is the event up to which it read.
 */
export function foldFlapping(events: Event[], limit: number): { lines: HistoryLine[]; last: Event | undefined } {
  const lines: HistoryLine[] = [];
  const open = new Map<string, { line: HistoryLine; pair: string }>();
  let last: Event | undefined;
  for (const event of events) {
    const { kind, subject, before, after, createdAt } = event;
    const key = `${kind}:${subject ?? ""}`;
    const pair = pairOf(before, after);
    const found = open.get(key);
    const isFound = !event.evidence?.[actorKey] && found?.line.by === null && found.pair === pair;
    if (isFound && Date.parse(found.line.since) - createdAt.getTime() <= nearMs)
      Object.assign(found.line, { before, since: createdAt.toISOString(), times: found.line.times + 1 });
    else {
      if (lines.length === limit) break;
      const line = lineOf(event);
      lines.push(line);
      open.set(key, { line, pair });
    }
    last = event;
  }
  return { lines, last };
}
