import type { FailureKey } from "~/lib/errors";

type WireFailure = {
  key: FailureKey;
  issues?: { path: string; message: string }[];
  retryAfterSeconds?: number;
  /** What the plan allows. */
  max?: number;
};

/** What a procedure said of its failure; `undefined` when none was reached. */
export const failureOf = (error: unknown): WireFailure | undefined =>
  (error as { data?: { failure?: WireFailure } } | undefined)?.data?.failure;

/** The catalogue's key of what a procedure failed with; `null` when the server was not reached or said something else. */
export const failureKeyOf = (error: unknown): FailureKey | null => failureOf(error)?.key ?? null;
