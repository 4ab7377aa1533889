import type { DnsAnswer, RecordType } from "./dns-answer";
import { createDnsClient, type DirectAnswer } from "./dns-client";
import type { Authority } from "./server-address";

/** Two answers that say the same; the serial number of a zone may lag behind on a secondary without harm. */
const fingerprint = ({ answer, follow }: DirectAnswer, type: RecordType): string => {
  if (answer.status !== "found") return follow ? `alias ${follow}` : answer.status;
  return `found ${type === "SOA" ? "" : answer.records.toSorted().join("\n")}`;
};

const isDefinite = ({ answer }: DirectAnswer): boolean => answer.status !== "unknown";

/**
 * Asks every name server of a zone, past all caches. Those that answer have to agree: a change that only some of them show is not there yet (`EDISAGREE`,
 * with the names of those that differ from the first). `null` when none of them answers.
 */
export function createAuthorityClient({ servers }: Authority, patience: { timeoutMs?: number } = {}) {
  const clients = servers.map((server) => ({
    name: server.name,
    ask: createDnsClient({ servers: [server], tries: 1, isRecursive: false, ...patience }),
  }));
  return async (name: string, type: RecordType): Promise<DirectAnswer | null> => {
    const answers = await Promise.all(
      clients.map(async (client) => ({ server: client.name, reply: await client.ask(name, type) })),
    );
    const [first, ...others] = answers.filter(({ reply }) => isDefinite(reply));
    if (!first) return null;
    const differing = others.filter(({ reply }) => fingerprint(reply, type) !== fingerprint(first.reply, type));
    if (differing.length === 0) return first.reply;
    const disagree: DnsAnswer = {
      status: "unknown",
      reason: "EDISAGREE",
      servers: differing.map(({ server }) => server),
    };
    return { answer: disagree };
  };
}
