import type { domainEvents } from "../../../../../db/schema";
import type { HistoryLine } from "../../schema/history";
import { actorKey } from "../note-event";

type Event = typeof domainEvents.$inferSelect;
/** Changes of one thing between the same two states, newest first. */
type Run = { pair: string; events: Event[] };

/** Changes that are further apart are no flapping. */
const nearMs = 6 * 3_600_000;
/** Going and coming back once are two lines, each with what DNS answered then. */
const fewest = 3;

const pairOf = ({ before, after }: Event) => {
  const [one, other] = [before ?? "", after ?? ""];
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
};
const lineCount = ({ events }: Run) => (events.length >= fewest ? 1 : events.length);
const isAct = ({ evidence }: Event) => evidence?.[actorKey] !== undefined;

function lineOf(event: Event, run: Event[] = [event]): HistoryLine {
  const { id, kind, subject, before, after, evidence, createdAt } = event;
  const { [actorKey]: by, ...answers } = evidence ?? {};
  return {
    ...{ id, kind, subject, before, after, at: createdAt.toISOString(), times: run.length },
    since: (run.at(-1) ?? event).createdAt.toISOString(),
    by: typeof by === "string" ? by : null,
    evidence: Object.keys(answers).length > 0 ? answers : null,
  };
}

const linesOf = ({ events }: Run): HistoryLine[] =>
  events.length >= fewest ? [lineOf(events[0]!, events)] : events.map((event) => lineOf(event));

/**
 * Lines of a history out of its events, newest first: what goes back and forth between the same two states is one line. Stops before there
 * would be more than `limit`; `last` is the event up to which it read.
 */
export function foldFlapping(events: Event[], limit: number): { lines: HistoryLine[]; last: Event | undefined } {
  const runs: Run[] = [];
  const open = new Map<string, Run>();
  let [count, last]: [number, Event | undefined] = [0, undefined];
  for (const event of events) {
    const key = `${event.kind}:${event.subject ?? ""}`;
    const pair = pairOf(event);
    const found = open.get(key);
    const newer = found?.events.at(-1);
    const isNear = newer !== undefined && newer.createdAt.getTime() - event.createdAt.getTime() <= nearMs;
    const isSame = found?.pair === pair && isNear && !isAct(event) && !isAct(newer);
    const run = found && isSame ? found : { pair, events: [] };
    const added = lineCount({ pair, events: [...run.events, event] }) - lineCount(run);
    if (count + added > limit) break;
    if (run.events.length === 0) runs.push(run);
    run.events.push(event);
    open.set(key, run);
    count += added;
    last = event;
  }
  const lines = runs.flatMap(linesOf).sort((one, other) => (one.id < other.id ? 1 : -1));
  return { lines, last };
}
