import { z } from "zod";
import { AppError } from "~/lib/errors";
import type { Services } from "~/server/services";

const purpose = "tenant-reopen";

const Content = z.strictObject({
  tenantId: z.uuid(),
  /** Of the closing that it undoes: when the tenant is closed again, older links are worth nothing. */
  closedAt: z.iso.datetime(),
  /** The owner to whom it was mailed. */
  email: z.string(),
});
export type ReopenContent = z.infer<typeof Content>;

/** A link that says itself what it is for: sealed, so that only this server makes one, and nothing has to be kept of it. */
export const reopenLink = ({ secretBox, platform }: Services, content: ReopenContent): string =>
  `${platform.appUrl}/reopen#${secretBox.seal(JSON.stringify(content), purpose)}`;

/** What a link says. Throws `auth.link_invalid` for what this server did not make. */
export function openReopenLink({ secretBox }: Services, token: string): ReopenContent {
  try {
    return Content.parse(JSON.parse(secretBox.open(token, purpose)));
  } catch (error) {
    throw new AppError("auth.link_invalid", {}, { cause: error });
  }
}
