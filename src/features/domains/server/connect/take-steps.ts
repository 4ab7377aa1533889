import type { StoredDnsStep } from "../../../../../db/schema/dns-changes";
import { commentOf, effectOf, isAsPlanned, type Step, stepsOf } from "./change-steps";
import type { NewRecord } from "./dns-provider";
import type { Work } from "./run-change";

/**
 * Does what is left of a change. The zone is read first, and nothing is done to one that is not as it was shown: then the answer is `changed_since`. Of a
 * step that was begun, the zone tells whether it went through. Throws `ProviderError`.
 */
export async function takeSteps({ change, provider, zone, save }: Work): Promise<"changed_since" | null> {
  const comment = commentOf(change.id);
  const records = await provider.listRecords(zone);
  const steps = stepsOf(change.plan);
  let done = change.done;
  const pending = done.at(-1);
  if (pending?.isPending) {
    const effect = effectOf(pending, records, comment);
    if (effect.is === "changed") return "changed_since";
    const rest = done.slice(0, -1);
    done = effect.is === "done" ? [...rest, settled(pending, effect.id)] : rest;
    await save(done);
  }
  if (!isAsPlanned(change.plan, done, records)) return "changed_since";
  for (const step of steps.slice(done.length)) {
    await save([...done, { ...step, id: null, isPending: true }]);
    const id = await take(step);
    done = [...done, settled(step, id)];
    await save(done);
  }
  return null;

  async function take({ did, record, was }: Step): Promise<string | null> {
    const made: NewRecord = { ...record, comment };
    if (did === "add") return provider.create(zone, made);
    if (did === "replace") {
      await provider.replace(zone, was?.id ?? "", made);
      return was?.id ?? null;
    }
    await provider.remove(zone, record.id ?? "");
    return null;
  }
}

const settled = ({ did, record, was }: Step, id: string | null): StoredDnsStep => ({
  ...{ id, did, record },
  ...(was ? { was } : {}),
});
