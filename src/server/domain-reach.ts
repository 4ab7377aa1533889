import { type AnyColumn, inArray, type SQL } from "drizzle-orm";
import { AppError } from "../lib/errors";
import type { Ctx } from "./context";

/** The domains that the actor is held to; null when it is none. */
export const domainReach = ({ actor }: Ctx): string[] | null => ("domainIds" in actor ? actor.domainIds : null);

/** A condition that keeps to the domains the actor may see; undefined when that is all of the tenant's. */
export function withinReach(ctx: Ctx, domainId: AnyColumn): SQL | undefined {
  const reach = domainReach(ctx);
  return reach ? inArray(domainId, reach) : undefined;
}

/** Throws `domain.not_found` for a domain that the actor may not see: the same as for one that is not there. */
export function requireReach(ctx: Ctx, domainId: string): void {
  const reach = domainReach(ctx);
  if (reach && !reach.includes(domainId)) throw new AppError("domain.not_found");
}
