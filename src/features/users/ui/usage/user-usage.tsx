import type { MailUser } from "~/features/users/schema";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { SendLimits } from "./send-limits";
import { StorageSection } from "./storage-section";

/** Storage and send limits of a mailbox user. */
export function UserUsage(props: { user: MailUser; canEdit: boolean }) {
  return (
    <Card title={t("usage.title")}>
      <div class="grid gap-6">
        <StorageSection user={props.user} canEdit={props.canEdit} />
        <SendLimits user={props.user} canEdit={props.canEdit} />
      </div>
    </Card>
  );
}
