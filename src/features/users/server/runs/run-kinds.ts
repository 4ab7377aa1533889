import { workBulk } from "../bulk/work-bulk";
import { workImport } from "../imports/work-import";
import type { RunKind } from "../../schema/runs";
import type { RunWork } from "./run-work";

/** Who does the work of a run. */
export const runKinds = { bulk: workBulk, import: workImport } satisfies Record<RunKind, RunWork>;
