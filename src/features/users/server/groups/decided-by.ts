import type { Ctx } from "~/server/context";

/** What the team calls whoever decided; null for a job. */
export function decidedBy({ actor }: Ctx): string | null {
  if (actor.kind === "member") return actor.email;
  return actor.kind === "token" || actor.kind === "script" ? actor.name : null;
}
