import type { SightAnswer, SightVerdict } from "../../schema/sight";

type Sight = { verdict: SightVerdict; waitSeconds: number | null };

const isDefinite = ({ sees }: SightAnswer) => sees !== "unknown";
const seesIt = ({ sees }: SightAnswer) => sees === "yes";

/**
 * Who sees a record, out of what each server said. The zone's own servers decide; a resolver that says otherwise keeps an older answer and asks
 * anew when its time is over (RFC 1035 section 7.4, RFC 2308 section 5 for a no).
 */
export function concludeSight(answers: SightAnswer[]): Sight {
  // Whoever checks signatures hears nothing at all then, whatever the others show.
  if (answers.some(({ failure }) => failure === "dnssec")) return { verdict: "signatures_broken", waitSeconds: null };
  const zone = answers.filter(({ from }) => from !== "resolver").filter(isDefinite);
  const resolvers = answers.filter(({ from }) => from === "resolver").filter(isDefinite);
  if (zone.length === 0) return { verdict: withoutZone(resolvers), waitSeconds: null };
  const shown = zone.filter(seesIt).length;
  if (shown > 0 && shown < zone.length) return { verdict: "servers_differ", waitSeconds: null };
  if (shown === 0) {
    const remembering = resolvers.filter(seesIt);
    return remembering.length > 0
      ? { verdict: "cached_only", waitSeconds: longest(remembering) }
      : { verdict: "nobody", waitSeconds: longest(resolvers) };
  }
  const late = resolvers.filter((answer) => !seesIt(answer));
  return late.length > 0
    ? { verdict: "resolvers_later", waitSeconds: longest(late) }
    : { verdict: "everyone", waitSeconds: null };
}

/** Where the zone's own servers could not be asked, what everybody else is told is all there is to go by. */
function withoutZone(resolvers: SightAnswer[]): SightVerdict {
  if (resolvers.length === 0) return "unknown";
  return resolvers.every(seesIt) ? "resolvers_only" : "resolvers_none";
}

/** Null when one of them does not tell. */
function longest(answers: SightAnswer[]): number | null {
  const times = answers.map(({ ttlSeconds }) => ttlSeconds);
  return times.length === 0 || times.includes(null) ? null : Math.max(...times.map((time) => time ?? 0));
}
