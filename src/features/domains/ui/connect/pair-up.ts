import type { PlannedRecord } from "../../schema/connect";

export type ShownRecord = PlannedRecord & { was?: PlannedRecord };

/** Tells what is changed from what is added and what is taken out: one record in place of another of the same name and type is one change. */
export function pairUp({ add, remove }: { add: readonly PlannedRecord[]; remove: readonly PlannedRecord[] }) {
  const left = [...remove];
  const changed: ShownRecord[] = [];
  const added: ShownRecord[] = [];
  for (const record of add) {
    const at = left.findIndex(({ name, type }) => name === record.name && type === record.type);
    if (at < 0) added.push(record);
    else changed.push({ ...record, was: left.splice(at, 1)[0]! });
  }
  return { added, changed, removed: left as ShownRecord[] };
}
