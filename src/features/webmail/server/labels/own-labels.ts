import { and, eq } from "drizzle-orm";
import { mailLabels } from "../../../../../db/schema";
import type { MailboxCtx } from "~/server/context";

/** The labels of whoever asks, or one of them. */
export const ownLabels = ({ tenantId, actor }: MailboxCtx, labelId?: string) =>
  and(
    eq(mailLabels.tenantId, tenantId),
    eq(mailLabels.mailUserId, actor.mailUserId),
    labelId === undefined ? undefined : eq(mailLabels.id, labelId),
  );

export const labelColumns = {
  id: mailLabels.id,
  keyword: mailLabels.keyword,
  name: mailLabels.name,
  colour: mailLabels.colour,
};
