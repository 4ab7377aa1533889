import { useAction } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { ActDialog } from "~/features/auth/ui/act-dialog";
import type { AppPassword } from "~/features/users/schema/access";
import { AppPasswordLine } from "~/features/users/ui/access/app-password-line";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { lazyPart } from "~/ui/lazy-part";
import type { MailSecurity } from "../../schema/security";
import { failureText } from "../failure-text";
import { revokeAppPassword } from "./queries";

const NewAppDialog = lazyPart(
  () => import("./new-app-dialog"),
  (part) => part.onClose(),
);

/** Passwords for one phone or program each. */
export function AppPasswordsCard(props: { security: MailSecurity }) {
  const [isAdding, setAdding] = createSignal(false);
  const [leaving, setLeaving] = createSignal<AppPassword>();
  const revoke = useAction(revokeAppPassword);
  const isFull = () => props.security.appPasswords.length >= props.security.maxAppPasswords;
  return (
    <Card
      title={t("access.apps")}
      description={t("access.appsText")}
      actions={
        <Button disabled={isFull()} onPointerEnter={NewAppDialog.preload} onClick={() => setAdding(true)}>
          {t("access.appAdd")}
        </Button>
      }
    >
      <Show
        when={props.security.appPasswords.length > 0}
        fallback={<p class="m-0 text-muted">{t("access.appsNone")}</p>}
      >
        <ul class="m-0 grid list-none gap-3 p-0">
          <For each={props.security.appPasswords}>
            {(app) => <AppPasswordLine app={app} canEdit onRemove={() => setLeaving(app)} />}
          </For>
        </ul>
      </Show>
      <Show when={isFull()}>
        <p class="m-0 mt-3 text-sm text-muted">{t("access.appsFull", { max: props.security.maxAppPasswords })}</p>
      </Show>
      <Show when={isAdding()}>
        <NewAppDialog address={props.security.address} onClose={() => setAdding(false)} />
      </Show>
      <Show when={leaving()}>
        {(app) => (
          <ActDialog
            onClose={() => setLeaving(undefined)}
            act={() => revoke(app().id)}
            wording={failureText}
            done={t("access.appRemoved", { name: app().name })}
            title={t("access.removeAppTitle", { name: app().name })}
            confirmLabel={t("access.remove")}
            tone="danger"
          >
            {t("access.removeAppText")}
          </ActDialog>
        )}
      </Show>
    </Card>
  );
}
