import type { EngineDirectory } from "~/engine/engine-directory";
import type { DomainRow } from "./domain-subject";
import { parkedName } from "./park-name";

/**
 * Moves a frozen domain aside in the engine, with its mailboxes. By id, so that a second run never moves what somebody else has made under the name.
 * Rejects with `EngineError`.
 */
export async function moveAside(
  { domains }: EngineDirectory,
  { id, name, engineId }: Pick<DomainRow, "id" | "name" | "engineId">,
): Promise<void> {
  // Made by a run whose end was lost, before its id was stored.
  const known = engineId ?? (await domains.find(name))?.id;
  if (known) await domains.rename({ id: known, name: parkedName(id) });
}
