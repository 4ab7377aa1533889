import type { Ctx } from "~/server/context";
import { selectorOf } from "../dns/dkim-records";
import type { DkimKeyRow } from "../domain-subject";
import { dkimPurpose } from "./seal-key";

const order = ["active", "pending", "retiring"];

/** What the engine should have of a domain's keys, the one that signs first: between two steps two may sign, but never none. */
export const keysForEngine = (keys: DkimKeyRow[]): DkimKeyRow[] =>
  keys.filter(({ stage }) => stage !== "retired").toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage));

const ours = new Set(
  ["rsa-sha256", "ed25519-sha256"].flatMap((algorithm) => [1, 2].map((slot) => selectorOf(algorithm, slot))),
);

/** Makes the engine agree with a domain's keys: puts each at its stage and removes those of ours that are over. Rejects with `EngineError`. */
export async function applyKeys(ctx: Ctx, domain: { id: string; name: string }, keys: DkimKeyRow[]): Promise<void> {
  const { dkim } = ctx.engine.directory;
  const wanted = keysForEngine(keys);
  for (const { selector, algorithm, stage, sealedPrivateKey } of wanted) {
    const privateKey = ctx.secretBox.open(sealedPrivateKey, dkimPurpose(domain.id));
    await dkim.ensure({ domainName: domain.name, selector, algorithm, stage, privateKey });
  }
  for (const { selector } of await dkim.list(domain.name))
    if (ours.has(selector) && !wanted.some((key) => key.selector === selector))
      await dkim.remove(domain.name, selector);
}
