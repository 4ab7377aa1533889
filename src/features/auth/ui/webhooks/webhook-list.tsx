import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { BellIcon, PlusIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import type { CreatedWebhook, WebhookPage } from "../../schema/webhooks";
import { Guide } from "./guide";
import { NotAllowed } from "./not-allowed";
import { WebhookTable } from "./webhook-table";

const WebhookDialog = lazyPart(
  () => import("./webhook-dialog"),
  (part) => part.onClose(),
);
const SecretDialog = lazyPart(
  () => import("./secret-dialog"),
  (part) => part.onClose(),
);

/** The page of all webhooks; `page` is null for whoever may not see them, `after` the cursor in the address. */
export function WebhookList(props: { page: WebhookPage | null | undefined; after: string | undefined }) {
  const navigate = useNavigate();
  const [isCreating, setCreating] = createSignal(false);
  const [created, setCreated] = createSignal<CreatedWebhook>();
  const isEmpty = () => props.page?.webhooks.length === 0 && !props.after;
  const addButton = () => (
    <Button variant="primary" icon={<PlusIcon />} onClick={() => setCreating(true)}>
      {t("webhooks.create")}
    </Button>
  );
  const close = () => {
    const { webhook } = created()!;
    setCreated(undefined);
    navigate(`/admin/webhooks/${webhook.id}`);
  };
  return (
    <>
      <PageHeader
        title={t("webhooks.title")}
        description={t("webhooks.description")}
        actions={<Show when={props.page && !isEmpty()}>{addButton()}</Show>}
      />
      <Show when={props.page !== null} fallback={<NotAllowed />}>
        <div class="grid grid-cols-1 gap-5">
          <Show
            when={!isEmpty()}
            fallback={
              <EmptyState icon={<BellIcon />} title={t("webhooks.emptyTitle")} action={addButton()}>
                {t("webhooks.emptyText")}
              </EmptyState>
            }
          >
            <WebhookTable webhooks={props.page?.webhooks} />
          </Show>
          <Show when={props.after || props.page?.next}>
            <div class="flex flex-wrap gap-2">
              <Show when={props.after}>
                <LinkButton href="/admin/webhooks">{t("webhooks.firstPage")}</LinkButton>
              </Show>
              <Show when={props.page?.next}>
                {(next) => <LinkButton href={`/admin/webhooks?after=${next()}`}>{t("webhooks.nextPage")}</LinkButton>}
              </Show>
            </div>
          </Show>
          <Guide />
        </div>
      </Show>
      <Show when={isCreating()}>
        <WebhookDialog onClose={() => setCreating(false)} onCreated={setCreated} />
      </Show>
      <Show when={created()}>{(made) => <SecretDialog secret={made().secret} onClose={close} />}</Show>
    </>
  );
}
