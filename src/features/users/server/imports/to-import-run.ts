import type { ImportRun } from "../../schema/imports";
import type { RunRecord } from "../runs/run-work";
import { ImportPlan } from "./import-plan";

const unread: ImportPlan = {
  ...{ fileName: "", existing: "skip", quotaBytes: 0, locale: "en" },
  wanted: { create: 0, change: 0, skip: 0, refuse: 0 },
};

/** What members see of an import. */
export function toImportRun({ plan, ...row }: RunRecord, unapplied: number): ImportRun {
  const { fileName, existing, wanted } = ImportPlan.safeParse(plan).data ?? unread;
  const { id, state, total, done, failed } = row;
  return {
    ...{ id, fileName, state, existing, total, done, failed, wanted, unapplied },
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
