import { EngineError, type EngineFailure } from "./engine-error.ts";

/**
 * How an attempt ended: the port knows no other failures, and a mail server refuses mail for good with 5xx, so anything else thrown fails
 * the test.
 */
export async function outcome(attempt: Promise<unknown>): Promise<EngineFailure | "succeeded" | "refusedMail"> {
  try {
    await attempt;
    return "succeeded";
  } catch (error) {
    if (error instanceof EngineError) return error.failure;
    if (error instanceof Error && "responseCode" in error && Number(error.responseCode) >= 500) return "refusedMail";
    throw error;
  }
}
