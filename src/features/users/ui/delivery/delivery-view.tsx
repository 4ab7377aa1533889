import { createAsync, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { currentMember } from "~/features/auth/ui/queries";
import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { SendIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { DeliveryFilters } from "./delivery-filters";
import { deliveryQueryOf, deliveryViewOf } from "./delivery-params";
import { DeliveryTable } from "./delivery-table";
import { deliveryList } from "./queries";

const MemberTraceDialog = lazyPart(
  () => import("./member-trace-dialog"),
  (part) => part.onClose(),
);

/** What happened to mail; the address holds what is shown, and which message is open. */
export function DeliveryView() {
  const [params, setParams] = useSearchParams();
  const view = () => deliveryViewOf(params);
  const page = createAsync(() => deliveryList({ ...view(), id: undefined }));
  const me = createAsync(() => currentMember());
  const canEdit = () => ["owner", "admin", "domain_admin"].includes(me()?.member.role ?? "");
  const link = (after?: string) => `/admin/delivery${deliveryQueryOf({ ...view(), id: undefined, after })}`;
  const isNarrowed = () => deliveryQueryOf({ ...view(), id: undefined }) !== "";
  return (
    <>
      <PageHeader title={t("delivery.title")} description={t("delivery.lead")} />
      <Show when={isNarrowed() || page()?.deliveries.length}>
        <DeliveryFilters view={view()} />
      </Show>
      <Show
        when={page()?.deliveries.length !== 0}
        fallback={
          <EmptyState
            icon={<SendIcon />}
            title={isNarrowed() ? t("delivery.no_match_title") : t("delivery.none_title")}
          >
            {isNarrowed() ? t("delivery.no_match_text") : t("delivery.none_text")}
          </EmptyState>
        }
      >
        <DeliveryTable deliveries={page()?.deliveries} onOpen={(id) => setParams({ id })} />
      </Show>
      <div class="flex flex-wrap gap-2 mt-4">
        <Show when={view().after}>
          <LinkButton href={link()}>{t("delivery.newest")}</LinkButton>
        </Show>
        <Show when={page()?.next}>{(next) => <LinkButton href={link(next())}>{t("delivery.next")}</LinkButton>}</Show>
      </div>
      <Show when={view().id}>
        {(id) => <MemberTraceDialog id={id()} canEdit={canEdit()} onClose={() => setParams({ id: undefined })} />}
      </Show>
    </>
  );
}
