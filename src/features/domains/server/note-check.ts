import type { Transaction } from "../../../../db/client";
import type { Ctx } from "~/server/context";
import type { DomainState } from "../schema";
import type { JudgedRecord } from "./domain-state";
import type { DomainSubject } from "./domain-subject";
import { noteEvent } from "./note-event";
import { type DomainAlert, raiseAlert } from "./raise-alert";
import type { ProofStanding } from "./proof-life";
import type { SettledVerdict } from "./settle-verdicts";

export type CheckOutcome = {
  settled: Map<string, SettledVerdict>;
  judged: JudgedRecord[];
  state: DomainState;
  isNewlyProven: boolean;
  proof: ProofStanding;
  /** Who was asked. */
  servers: string[];
};

const isTrouble = (state: DomainState): state is "broken" | "attention" => state === "broken" || state === "attention";

/** Writes into the history what a check changed, and leaves word for those who look after the domain. */
export async function noteCheck(
  tx: Transaction,
  ctx: Ctx,
  { domain, found, wanted }: DomainSubject,
  { settled, judged, state, isNewlyProven, proof, servers }: CheckOutcome,
): Promise<void> {
  const domainId = domain.id;
  for (const [id, { state: after, found: values, advice }] of settled) {
    const before = found.get(id)?.state ?? "not_checked";
    // That nothing is there yet is no news of a domain that was just added.
    if (before === after || (before === "not_checked" && after === "missing")) continue;
    const evidence = { found: values, before: found.get(id)?.found ?? [], advice: advice?.code ?? null, servers };
    await noteEvent(tx, ctx, { domainId, kind: "record", subject: id, before, after, evidence });
  }
  if (isNewlyProven) await noteEvent(tx, ctx, { domainId, kind: "proof", before: "missing", after: "proven" });
  if (state !== domain.state) await noteEvent(tx, ctx, { domainId, kind: "state", before: domain.state, after: state });
  for (const alert of alertsOf()) await raiseAlert(tx, ctx, alert);
  const proofAfter = proof.proofMisses > 0 ? "missing" : "proven";
  const proofBefore = domain.proofMisses > 0 ? "missing" : "proven";
  if (proofAfter !== proofBefore)
    await noteEvent(tx, ctx, { domainId, kind: "proof", before: proofBefore, after: proofAfter });

  function alertsOf(): DomainAlert[] {
    const lost = wanted.filter((_, index) => judged[index]?.isLost).map(({ id }) => id);
    const alerts: DomainAlert[] = [];
    if (isTrouble(state) && state !== domain.state)
      alerts.push({ domainId, kind: state, vars: { records: lost.join(", ") } });
    if (state === "active" && isTrouble(domain.state)) alerts.push({ domainId, kind: "recovered", vars: {} });
    if (state === "proof_lost" && domain.state !== "proof_lost") alerts.push({ domainId, kind: "proof_lost" });
    else if (proof.proofMisses > 0 && domain.proofMisses === 0) alerts.push({ domainId, kind: "proof_missing" });
    if (proof.proofMisses === 0 && domain.proofMisses > 0)
      alerts.push({ domainId, kind: "recovered", vars: { records: "proof" } });
    return alerts;
  }
}
