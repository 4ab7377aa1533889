import { action, json, query, reload } from "@solidjs/router";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";
import type { PreviewBulk, StartBulk } from "../../schema/bulk";
import { userList } from "../queries";

/** The last actions on many users. */
export const bulkRuns = query(
  () => pageData(() => trpc.users.runs.list.query({ kind: "bulk", limit: 5 })),
  "users.runs.list",
);

/** The first rows of a run that could not be done. */
export const failedRows = query(
  (runId: string) => pageData(() => trpc.users.runs.rows.query({ runId, state: "failed", limit: 50 })),
  "users.runs.rows",
);

/** Asked anew each time: the number is what one consents to. */
export const askBulk = action(async (input: PreviewBulk) => {
  const preview = await trpc.users.bulk.preview.query(input);
  return json(preview, { revalidate: [] });
}, "users.bulk.preview");

export const startBulk = action(async (input: Omit<StartBulk, "blocks"> & { blocks?: StartBulk["blocks"] }) => {
  await trpc.users.bulk.start.mutate(input);
  return reload({ revalidate: bulkRuns.key });
}, "users.bulk.start");

export const undoBulk = action(async (runId: string) => {
  await trpc.users.bulk.undo.mutate({ runId });
  return reload({ revalidate: bulkRuns.key });
}, "users.bulk.undo");

export const cancelRun = action(async (runId: string) => {
  await trpc.users.runs.cancel.mutate({ runId });
  return reload({ revalidate: [bulkRuns.key, userList.key] });
}, "users.runs.cancel");
