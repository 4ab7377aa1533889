import { useAction, useSubmission } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { KeyIcon } from "~/ui/basic-icons";
import { PlusIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { toast } from "~/ui/toast-store";
import type { Role } from "../../schema";
import type { ApiToken, TokenPage as Page } from "../../schema/tokens";
import { failureText } from "../failure-text";
import type { DomainChoice } from "./domains-field";
import { revokeToken } from "./queries";
import { TokenTable } from "./token-table";

const CreateTokenDialog = lazyPart(
  () => import("./create-token-dialog"),
  (part) => part.onClose(),
);
const ConfirmDialog = lazyPart(
  () => import("~/ui/confirm-dialog").then((kit) => ({ default: kit.ConfirmDialog })),
  (part) => part.onClose(),
);

export type TokenPageProps = { page?: Page; role: Role; domains: readonly DomainChoice[]; after?: string };

/** The page of all API tokens that the member looks after. */
export function TokenPage(props: TokenPageProps) {
  const [isCreating, setCreating] = createSignal(false);
  const [leaving, setLeaving] = createSignal<ApiToken>();
  const revoke = useAction(revokeToken);
  const revoking = useSubmission(revokeToken);
  const onRevoke = async ({ id, name }: ApiToken) => {
    try {
      await revoke(id);
      toast(t("api.revoked", { name }), { tone: "success" });
    } catch (error) {
      toast(failureText(error), { tone: "danger" });
    }
    setLeaving(undefined);
  };
  const createButton = () => (
    <Button variant="primary" icon={<PlusIcon />} onClick={() => setCreating(true)}>
      {t("api.create")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("api.title")}
        description={t("api.description")}
        actions={
          <>
            <LinkButton href="/docs/api">{t("api.reference")}</LinkButton>
            {createButton()}
          </>
        }
      />
      <Show
        when={props.page?.tokens.length !== 0 || props.after}
        fallback={
          <EmptyState icon={<KeyIcon />} title={t("api.emptyTitle")}>
            {t("api.emptyText")}
          </EmptyState>
        }
      >
        <TokenTable tokens={props.page?.tokens} onRevoke={setLeaving} />
      </Show>
      <div class="flex flex-wrap gap-2 mt-4">
        <Show when={props.after}>
          <LinkButton href="/admin/api">{t("api.firstPage")}</LinkButton>
        </Show>
        <Show when={props.page?.next}>
          {(next) => <LinkButton href={`/admin/api?after=${next()}`}>{t("api.nextPage")}</LinkButton>}
        </Show>
      </div>
      <Show when={isCreating()}>
        <CreateTokenDialog role={props.role} domains={props.domains} onClose={() => setCreating(false)} />
      </Show>
      <Show when={leaving()}>
        {(token) => (
          <ConfirmDialog
            open
            onClose={() => setLeaving(undefined)}
            onConfirm={() => void onRevoke(token())}
            busy={revoking.pending}
            title={t("api.revokeTitle", { name: token().name })}
            confirmLabel={t("api.revoke")}
            tone="danger"
          >
            {t("api.revokeText")}
          </ConfirmDialog>
        )}
      </Show>
    </>
  );
}
