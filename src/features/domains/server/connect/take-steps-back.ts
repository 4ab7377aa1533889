import type { StoredDnsStep } from "../../../../../db/schema/dns-changes";
import { commentOf, effectOf, isSameRecord } from "./change-steps";
import { ProviderError, type ProviderRecord } from "./dns-provider";
import type { Work } from "./run-change";

/** `gone`: there is nothing left of the step to take back. `left`: somebody changed since what it did. */
type Undone = "undone" | "gone" | "left";

/**
 * Takes back what was really done, the last first. What somebody changed since is left alone, and stays in the list: then the answer is `left_some`. Done
 * twice it does nothing the second time. Throws `ProviderError`.
 */
export async function takeStepsBack({ change, provider, zone, save }: Work): Promise<"left_some" | null> {
  const comment = commentOf(change.id);
  const records = await provider.listRecords(zone);
  let done = change.done;
  for (const step of change.done.toReversed()) {
    const outcome = await takeBack(step, records).catch((error: unknown): Undone => {
      if (error instanceof ProviderError && error.failure === "in_the_way") return "left";
      throw error;
    });
    if (outcome === "left") continue;
    done = done.filter((one) => one !== step);
    await save(done);
  }
  return done.length > 0 ? "left_some" : null;

  async function takeBack({ did, id, record, was, isPending }: StoredDnsStep, here: ProviderRecord[]): Promise<Undone> {
    if (did === "remove") {
      if (here.some((one) => isSameRecord(one, record))) return "gone";
      // What was begun only, and is not there, went: it comes back as well.
      await provider.create(zone, record);
      return "undone";
    }
    if (did === "replace") {
      const now = here.find((one) => one.id === was?.id);
      if (!was || !now) return "left";
      if (isSameRecord(now, was)) return "gone";
      if (!isSameRecord(now, record)) return "left";
      await provider.replace(zone, now.id, was);
      return "undone";
    }
    const effect = isPending ? effectOf({ did, record }, here, comment) : null;
    const madeId = effect?.is === "done" ? effect.id : id;
    const now = here.find((one) => one.id === madeId);
    if (!now) return "gone";
    if (!isSameRecord(now, record)) return "left";
    await provider.remove(zone, now.id);
    return "undone";
  }
}
