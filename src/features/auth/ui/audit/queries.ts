import { query } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import type { AuditFilter } from "../../schema/audit";
import { pageData } from "../page-data";
import { currentMember } from "../queries";

export type AuditView = AuditFilter & { after?: string };

/** One page of the log as far as the member may read it: all of the tenant's, or what concerns them. */
export const auditPage = query(async ({ text, ...view }: AuditView) => {
  const { member } = await currentMember();
  const isWhole = member.role === "owner" || member.role === "admin";
  const asked = { ...view, text, limit: 50 };
  const page = await pageData(() => (isWhole ? trpc.auth.audit.list.query(asked) : trpc.auth.audit.mine.query(asked)));
  return { ...page, isWhole };
}, "audit.list");

/** Has whoever signed in long ago prove again who they are: what is opened next needs it. Rejects when they do not. */
export const requireFresh = () => trpc.auth.security.requireFresh.query();
