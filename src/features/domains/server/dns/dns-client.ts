import { AUTHENTIC_DATA, CHECKING_DISABLED, encode, type OptAnswer, RECURSION_DESIRED } from "dns-packet";
import { normaliseName, type RecordType } from "./dns-answer";
import { type Exchange, ExchangeError, exchangeOverTcp, type Reply } from "./dns-exchange";
import { type DirectAnswer, readReply } from "./read-reply";
import type { ServerAddress } from "./server-address";
import { createUdpChannels } from "./udp-channels";

export type DnsClientOptions = {
  /** Asked in this order until one knows. */
  servers: ServerAddress[];
  /** For one server, one time. */
  timeoutMs?: number;
  /** Rounds over all servers. */
  tries?: number;
  /** Asks validating resolvers to answer although DNSSEC says no (RFC 4035 section 3.2.2). */
  ignoreDnssec?: boolean;
  /** False for servers that are asked about their own zones. */
  isRecursive?: boolean;
  /** Waited for before each question; may fail with `ExchangeError`. */
  turn?: (server: ServerAddress) => Promise<void> | undefined;
};

/** What arrives whole on every path (DNS flag day 2020); more comes over TCP. */
const edns: OptAnswer = {
  ...{ type: "OPT", name: ".", udpPayloadSize: 1232, extendedRcode: 0, ednsVersion: 0, flags: 0 },
  ...{ flag_do: false, options: [] },
};

/** All questions of the process share their sockets. */
const exchangeOverUdp = createUdpChannels();

/**
 * Asks DNS servers directly. Never rejects: what could not be asked is `unknown`. Bun's own resolver is not used because it splits the strings of
 * a TXT record into records, hides the difference between "no such name" and "no such record", and answers from a cache.
 */
export function createDnsClient({
  servers,
  timeoutMs = 2000,
  tries = 2,
  ignoreDnssec = false,
  isRecursive = true,
  turn,
}: DnsClientOptions) {
  const flags = (isRecursive ? RECURSION_DESIRED : 0) | AUTHENTIC_DATA | (ignoreDnssec ? CHECKING_DISABLED : 0);

  return async function askOnce(name: string, type: RecordType): Promise<DirectAnswer> {
    let failure: Pick<ExchangeError, "reason" | "ede"> = { reason: "ETIMEOUT" };
    for (let round = 0; round < tries; round++) {
      for (const server of servers) {
        try {
          return readReply(await exchange(server, name, type), name, type);
        } catch (error) {
          if (!(error instanceof ExchangeError)) throw error;
          failure = error;
        }
      }
    }
    const { reason, ede } = failure;
    return { answer: { status: "unknown", reason, ...(ede && { ede }) } };
  };

  async function exchange(server: ServerAddress, name: string, type: RecordType, additionals = [edns]): Promise<Reply> {
    const query = encode({ type: "query", id: 0, flags, questions: [{ name, type, class: "IN" }], additionals });
    const accepts = ({ flag_qr, questions }: Reply) =>
      flag_qr && questions?.[0]?.type === type && isSameName(questions[0].name, name);
    const request: Exchange = { server, query, timeoutMs, accepts };
    const wait = turn?.(server);
    if (wait) await wait;
    const reply = await exchangeOverUdp(request);
    if (reply.flag_tc) return exchangeOverTcp(request);
    // Servers older than EDNS call it an error of form (RFC 6891 section 7).
    const isOld = reply.rcode === "FORMERR" && additionals.length > 0;
    return isOld ? exchange(server, name, type, []) : reply;
  }
}

const isSameName = (one: string, other: string) => one === other || normaliseName(one) === normaliseName(other);
