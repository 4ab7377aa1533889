import type { Transaction } from "../../../../../db/client";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import { type DomainSubject, findSubject } from "../domain-subject";

/** Nobody changes the DNS of a domain that is given up, or that was lost to somebody else. */
export const isOpen = ({ state }: DomainSubject["domain"]): boolean => state !== "releasing" && state !== "suspended";

/** A domain whose DNS may be changed. Throws `domain.not_found`. */
export async function findOpenSubject(
  tx: Transaction,
  ctx: Ctx,
  domainId: string,
  options?: { lock: boolean },
): Promise<DomainSubject> {
  const subject = await findSubject(tx, ctx, domainId, options);
  if (!subject || !isOpen(subject.domain)) throw new AppError("domain.not_found");
  return subject;
}
