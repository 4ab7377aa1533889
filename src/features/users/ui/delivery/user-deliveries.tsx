import { createAsync } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { MailUser } from "~/features/users/schema";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { lazyPart } from "~/ui/lazy-part";
import { LinkButton } from "~/ui/link-button";
import { DeliveryTable } from "./delivery-table";
import { deliveryList } from "./queries";

const MemberTraceDialog = lazyPart(
  () => import("./member-trace-dialog"),
  (part) => part.onClose(),
);

/** What became of the latest mail of a mailbox user. */
export function UserDeliveries(props: { user: MailUser; canEdit: boolean }) {
  const page = createAsync(() => deliveryList({ userId: props.user.id, limit: 10 }));
  const [opened, setOpened] = createSignal<string>();
  return (
    <Card
      title={t("delivery.user_title")}
      actions={
        <Show when={page()?.deliveries.length}>
          <LinkButton size="sm" href={`/admin/delivery?user=${props.user.id}`}>
            {t("delivery.user_all")}
          </LinkButton>
        </Show>
      }
    >
      <Show when={page()?.deliveries.length !== 0} fallback={<p class="m-0 text-muted">{t("delivery.user_none")}</p>}>
        <DeliveryTable deliveries={page()?.deliveries} onOpen={setOpened} />
      </Show>
      <Show when={opened()}>
        {(id) => <MemberTraceDialog id={id()} canEdit={props.canEdit} onClose={() => setOpened(undefined)} />}
      </Show>
    </Card>
  );
}
