import { z } from "zod";
import { type FailureKey, failures } from "../../lib/errors";

/** What every call that did not succeed is answered with, whichever way it came. */
export const ErrorBody = z.strictObject({
  error: z.strictObject({
    /** From the catalogue; it does not change when the sentence does. */
    key: z.string(),
    /** One English sentence. */
    message: z.string(),
    /** What is wrong with which field; `path` is dotted. */
    issues: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    /** What another service said. */
    reason: z.string().optional(),
    /** When trying again makes sense; also in `Retry-After`. */
    retryAfterSeconds: z.int().optional(),
    /** What a plan allows, where that is why. */
    max: z.int().optional(),
    /** The message that lies among the drafts because it was refused. */
    draftId: z.string().optional(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

/** The body for a failure and what is known of it. */
export const errorBody = ({ key, ...details }: { key: FailureKey } & Omit<ErrorBody["error"], "key" | "message">) =>
  ({ error: { key, message: failures[key].text, ...details } }) satisfies ErrorBody;
