import { query } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import { failureKeyOf } from "../failure-key";

/** Mail that a trial kept; null where there is none to be seen. */
export const keptNotices = query(async () => {
  try {
    return await trpc.auth.keptNotices.query();
  } catch (error) {
    if (failureKeyOf(error) === "request.not_found") return null;
    throw error;
  }
}, "auth.keptNotices");
