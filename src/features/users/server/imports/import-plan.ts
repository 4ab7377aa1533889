import { z } from "zod";

/** What is kept of an import beside its lines. */
export const ImportPlan = z.object({
  fileName: z.string(),
  existing: z.enum(["change", "skip"]),
  quotaBytes: z.number(),
  /** In which invitations are written: that of who asked for the import. */
  locale: z.string(),
  /** What the dry run found is to be done. */
  wanted: z.object({ create: z.number(), change: z.number(), skip: z.number(), refuse: z.number() }),
});
export type ImportPlan = z.infer<typeof ImportPlan>;
