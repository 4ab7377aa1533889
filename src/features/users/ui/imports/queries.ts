import { action, query, redirect, reload } from "@solidjs/router";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";
import type { CheckImport, PreviewImport } from "../../schema/imports";

/** What the dry run of an import found, and how far the import is. */
export const importRun = query(
  (runId: string) => pageData(() => trpc.users.imports.get.query({ runId })),
  "users.imports",
);

export type LineFilter = { runId: string; onlyFailed: boolean; after?: number };

/** A page of its lines. */
export const importLines = query(
  ({ runId, onlyFailed, after }: LineFilter) =>
    pageData(() =>
      trpc.users.runs.rows.query({ runId, after, limit: 50, ...(onlyFailed ? { state: "failed" as const } : {}) }),
    ),
  "users.imports.lines",
);

/** The last imports. */
export const recentImports = query(
  () => pageData(() => trpc.users.runs.list.query({ kind: "import", limit: 10 })),
  "users.imports.recent",
);

const keys = [importRun.key, importLines.key, recentImports.key];

/** How the begin of a file would be read; nothing is kept of it. */
export const previewImport = (input: PreviewImport) => trpc.users.imports.preview.mutate(input);

export const checkImport = action(async (input: Partial<CheckImport> & { content: string }) => {
  const { runId } = await trpc.users.imports.check.mutate(input);
  throw redirect(`/admin/users/import?run=${runId}`, { revalidate: keys });
}, "users.imports.check");

export const startImport = action(async (runId: string) => {
  await trpc.users.imports.start.mutate({ runId });
  return reload({ revalidate: keys });
}, "users.imports.start");

export const cancelImport = action(async (runId: string) => {
  await trpc.users.runs.cancel.mutate({ runId });
  return reload({ revalidate: keys });
}, "users.imports.cancel");
