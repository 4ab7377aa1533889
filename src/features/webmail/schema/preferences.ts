import { z } from "zod";

/** How somebody wants the webmail to be. What is stored and not understood any more is the default. */
export const MailPreferences = z.strictObject({
  density: z.enum(["comfortable", "compact"]).catch("comfortable").default("comfortable"),
  hasPreviews: z.boolean().catch(true).default(true),
  /** A thread beside the list, or in its place. */
  pane: z.enum(["split", "single"]).catch("split").default("split"),
  /** Pictures from the internet in messages. */
  images: z.enum(["ask", "always"]).catch("ask").default("ask"),
  /** How long a message can be taken back after Send; seconds. */
  undoSeconds: z
    .union([0, 5, 10, 20, 30].map((seconds) => z.literal(seconds)))
    .catch(10)
    .default(10),
  format: z.enum(["rich", "plain"]).catch("rich").default("rich"),
  /** Which signature (its id) goes under messages from which of one's addresses. */
  signatures: z.record(z.string().max(254), z.uuid()).catch({}).default({}),
});
export type MailPreferences = z.infer<typeof MailPreferences>;

/** What is given is changed, the rest stays. */
export const SetMailPreferences = z
  .strictObject({
    density: z.enum(["comfortable", "compact"]),
    hasPreviews: z.boolean(),
    pane: z.enum(["split", "single"]),
    images: z.enum(["ask", "always"]),
    undoSeconds: z.union([0, 5, 10, 20, 30].map((seconds) => z.literal(seconds))),
    format: z.enum(["rich", "plain"]),
    signatures: z.record(z.email().max(254), z.uuid()),
  })
  .partial();
export type SetMailPreferences = z.infer<typeof SetMailPreferences>;
