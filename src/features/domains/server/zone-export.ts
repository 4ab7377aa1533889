import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import { zoneFile } from "~/lib/zone-file";
import type { DomainRef } from "../schema";
import type { ZoneFile } from "../schema/choices";
import { findSubject } from "./domain-subject";
import { recordsOf } from "./domain-view";

/**
 * What a domain should publish as a zone file that most DNS providers import. The records that move its mail are comments until mail comes
 * here or is meant to move now; what is to be deleted is only named, since an import deletes nothing. Throws `domain.not_found`.
 */
export async function exportZone(ctx: Ctx, { domainId }: DomainRef): Promise<ZoneFile> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  requireReach(ctx, domainId);
  const subject = await ctx.tx((tx) => findSubject(tx, ctx, domainId));
  if (!subject) throw new AppError("domain.not_found");
  const { name, intent } = subject.domain;
  const isWanted = ({ purpose }: { purpose: string }) => purpose !== "mx" || intent !== "send_only";
  const records = recordsOf(subject).filter((record) => record.state !== "ignored" && isWanted(record));
  const entries = records.map((record) => ({
    ...{ name: record.name, type: record.type, ttlSeconds: record.ttlSeconds },
    value: record.fix?.value ?? record.value,
    isComment: record.purpose === "mx" && record.state !== "match" && intent !== "move_now",
  }));
  const obsolete = [
    ...records.flatMap(({ fix }) => fix?.remove ?? []),
    ...subject.domain.findings.flatMap(({ kind, record }) => (kind === "remove" && record ? [record] : [])),
  ];
  const comments = obsolete.map((record) => `delete: ${record.name}. ${record.type} ${record.value}`);
  return { fileName: `${name}.zone`, text: zoneFile(entries, [`DNS records for ${name}`, ...comments]) };
}
