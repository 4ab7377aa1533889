import type { DnsAnswer, RecordType } from "./dns-answer";
import { createDnsClient } from "./dns-client";
import type { DirectAnswer } from "./read-reply";
import type { Authority } from "./server-address";
import type { ZoneRate } from "./zone-rate";

/** Two answers that say the same; the serial number of a zone may lag behind on a secondary without harm. */
const fingerprint = ({ answer, follow }: DirectAnswer, type: RecordType): string => {
  if (answer.status !== "found") return follow ? `alias ${follow}` : answer.status;
  return `found ${type === "SOA" ? "" : answer.records.toSorted().join("\n")}`;
};

const isDefinite = ({ answer }: DirectAnswer): boolean => answer.status !== "unknown";
const defaultMs = 2000;
/** A lost datagram is sent again within the same patience. */
const tries = 2;
/** Whoever kept silent this often is not waited for again. */
const maxSilences = 2;

export type AuthorityPatience = { timeoutMs?: number; zoneRate?: ZoneRate };

/**
 * Asks every name server of a zone, past all caches, for the length of one check. Those that answer have to agree: a change that only some of them show is
 * not there yet (`EDISAGREE`, with the names of those that differ from the first). `null` when none of them answers.
 */
export function createAuthorityClient(
  { zone, servers }: Authority,
  { timeoutMs = defaultMs, zoneRate }: AuthorityPatience = {},
) {
  const patience = { tries, isRecursive: false, timeoutMs: timeoutMs / tries };
  const clients = servers.map(({ name, host, port, others = [] }) => ({
    name,
    silences: 0,
    ask: createDnsClient({
      ...patience,
      servers: [host, ...others].map((address) => ({ host: address, port })),
      ...(zoneRate && { turn: ({ host: address }) => zoneRate(zone, address) }),
    }),
  }));
  const unheard: DirectAnswer = { answer: { status: "unknown", reason: "ETIMEOUT" } };

  async function askOne(client: (typeof clients)[number], name: string, type: RecordType): Promise<DirectAnswer> {
    if (client.silences >= maxSilences) return unheard;
    const reply = await client.ask(name, type);
    const isSilent = reply.answer.status === "unknown" && reply.answer.reason === "ETIMEOUT";
    client.silences = isSilent ? client.silences + 1 : 0;
    return reply;
  }

  return async (name: string, type: RecordType): Promise<DirectAnswer | null> => {
    const answers = await Promise.all(
      clients.map(async (client) => ({ server: client.name, reply: await askOne(client, name, type) })),
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
