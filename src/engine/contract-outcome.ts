import { EngineError, type EngineFailure } from "./engine-error.ts";

/** How an attempt ended: the port knows no other failures, so anything else thrown fails the test. */
export async function outcome(attempt: Promise<unknown>): Promise<EngineFailure | "succeeded"> {
  try {
    await attempt;
    return "succeeded";
  } catch (error) {
    if (error instanceof EngineError) return error.failure;
    throw error;
  }
}
