import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { DomainRef } from "../../schema";
import type { SigningKey, SigningKeys } from "../../schema/dkim";
import { rsaBits } from "../dns/dkim-key";
import { type DkimKeyRow, type DomainSubject, findSubject } from "../domain-subject";
import { recordsOf } from "../domain-view";
import { nextStep } from "./key-life";

const stages = ["active", "pending", "retiring", "retired"];
const ed25519Bits = 256;
const iso = (at: Date | null) => at?.toISOString() ?? null;

function viewOf(key: DkimKeyRow, subject: DomainSubject): SigningKey {
  const { id, selector, algorithm, stage } = key;
  const isLive = stage === "pending" || stage === "active";
  const record = isLive ? recordsOf(subject).find((one) => one.id === `dkim.${selector}`) : undefined;
  const { step, at } = nextStep(key);
  return {
    ...{ id, selector, algorithm, stage, bits: algorithm === "rsa-sha256" ? rsaBits : ed25519Bits },
    ...{ createdAt: key.createdAt.toISOString(), publishedAt: iso(key.publishedAt), signsAt: iso(key.activatedAt) },
    ...{ retiringAt: iso(key.retiringAt), retiredAt: iso(key.retiredAt), next: { step, at: iso(at) } },
    record: record
      ? {
          ...{ name: record.name, shortName: record.shortName, value: record.value, state: record.state },
          type: record.type === "CNAME" ? "CNAME" : "TXT",
          isOtherForm: record.advice?.code === "dkim_text_works",
        }
      : null,
    leftover:
      stage === "retired" && subject.domain.dkimMode === "txt" ? `${selector}._domainkey.${subject.domain.name}` : null,
  };
}

/** The signing keys of a domain with what becomes of them next; no secrets. At most two of each algorithm. Throws `domain.not_found`. */
export async function listKeys(ctx: Ctx, { domainId }: DomainRef): Promise<SigningKeys> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  requireReach(ctx, domainId);
  const subject = await ctx.tx((tx) => findSubject(tx, ctx, domainId));
  if (!subject) throw new AppError("domain.not_found");
  const rank = ({ algorithm, stage }: DkimKeyRow) => (algorithm === "rsa-sha256" ? 0 : 10) + stages.indexOf(stage);
  return {
    mode: subject.domain.dkimMode,
    canUseAliases: ctx.platform.dkimZone !== null,
    isProven: subject.domain.provenAt !== null,
    keys: subject.keys.toSorted((a, b) => rank(a) - rank(b)).map((key) => viewOf(key, subject)),
  };
}
