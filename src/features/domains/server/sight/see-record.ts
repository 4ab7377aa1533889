import type { WantedRecord } from "../dns/record-set";
import type { DnsAnswer } from "../dns/dns-answer";
import type { Resolver } from "../dns/resolver";
import type { SightAnswer } from "../../schema/sight";
import { askSource, failureOf, type Patience, type Source, type SourceReply } from "./ask-source";
import { judgeAnswer, type Subject } from "./judge-answer";
import { within } from "./within";

export type Eyes = Patience & { sources: Source[]; resolve: Resolver; /** For all of it. */ maxMs?: number };

const maxRecords = 20;
const maxText = 1000;

/** What each source says of a wanted record; who takes too long is told as silent. Asks each of them at the same time. */
export async function seeRecord(wanted: WantedRecord, subject: Subject, eyes: Eyes): Promise<SightAnswer[]> {
  const { sources, maxMs = 6000 } = eyes;
  const resolve = rememberAnswers(eyes.resolve);
  return Promise.all(
    sources.map(async (source) => {
      const silent: SourceReply = {
        ...{ answer: { status: "unknown", reason: "ETIMEOUT" }, isAuthoritative: false, ms: maxMs },
      };
      const seen = (async () => {
        const reply = await askSource(source, wanted, { ...eyes, resolve });
        return toSight(source, reply, await judgeAnswer(wanted, reply.answer, subject, resolve));
      })();
      return within(maxMs, seen, toSight(source, silent, "unknown"));
    }),
  );
}

/** Several sources' answers are judged by the same look at everything else. */
function rememberAnswers(resolve: Resolver): Resolver {
  const known = new Map<string, Promise<DnsAnswer>>();
  return (name, type) => {
    const key = `${type} ${name}`;
    const answer = known.get(key) ?? resolve(name, type);
    known.set(key, answer);
    return answer;
  };
}

function toSight({ from, name, address }: Source, reply: SourceReply, sees: SightAnswer["sees"]): SightAnswer {
  const { answer, ms } = reply;
  const records = answer.status === "found" ? answer.records : [];
  return {
    ...{ from, name, address: address.host, sees, ms },
    records: records.slice(0, maxRecords).map((text) => text.slice(0, maxText)),
    absent: answer.status === "absent" ? (answer.reason === "ENOTFOUND" ? "name" : "type") : null,
    failure: failureOf(answer),
    ede: answer.status === "unknown" ? (answer.ede ?? null) : null,
    ttlSeconds: ttlOf(answer),
  };
}

function ttlOf(answer: DnsAnswer): number | null {
  if (answer.status === "found") return answer.ttlSeconds;
  return answer.status === "absent" ? (answer.negativeTtlSeconds ?? null) : null;
}
