import { useAction } from "@solidjs/router";
import { createSignal, createUniqueId, Show } from "solid-js";
import { issuesOf } from "~/features/auth/ui/failure-text";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";
import type { CreateAppPassword, NewAppPassword } from "../../schema/security";
import { failureText } from "../failure-text";
import { createAppPassword } from "./queries";

const ends = ["never", "30", "90", "365"] as const;
const scopes = ["mail", "read", "send"] as const;

const wishOf = (form: FormData): CreateAppPassword => {
  const days = String(form.get("ends"));
  return {
    name: String(form.get("name") ?? ""),
    scope: scopes.find((scope) => scope === form.get("scope")) ?? "mail",
    days: days === "never" ? null : Number(days),
  };
};

/** Asks what an app password is for, then shows it, once. */
export default function NewAppDialog(props: { address: string; onClose: () => void }) {
  const formId = createUniqueId();
  const create = useAction(createAppPassword);
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>();
  const [made, setMade] = createSignal<NewAppPassword>();
  const issues = () => (failure() === undefined ? {} : issuesOf(failure()));
  const problem = () => failure() !== undefined && Object.keys(issues()).length === 0 && failureText(failure());
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (isBusy()) return;
    const wish = wishOf(new FormData(event.currentTarget));
    setBusy(true);
    setFailure(undefined);
    try {
      setMade(await create(wish));
    } catch (error) {
      setFailure(() => error ?? null);
    }
    setBusy(false);
  };
  const asking = () => (
    <Dialog
      open
      size="sm"
      onClose={props.onClose}
      title={t("access.appAddTitle")}
      description={t("access.appAddText")}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={isBusy()}>
            {t("access.appMake")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid gap-4" onSubmit={submit}>
        <Show when={problem()}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
        <Field
          label={t("access.appName")}
          name="name"
          required
          maxlength={60}
          autocomplete="off"
          autofocus
          issues={issues().name}
        />
        <Select
          label={t("access.appScope")}
          name="scope"
          value="mail"
          options={scopes.map((value) => ({ value, label: t(`access.scope_${value}`) }))}
        />
        <Select
          label={t("access.appEnds")}
          name="ends"
          value="never"
          options={ends.map((value) => ({ value, label: t(`access.ends_${value}`) }))}
        />
      </form>
    </Dialog>
  );
  return (
    <Show when={made()} fallback={asking()}>
      {(shown) => (
        <Dialog
          open
          size="sm"
          onClose={props.onClose}
          title={t("access.appMadeTitle", { name: shown().name })}
          description={t("access.appMadeText", { address: props.address })}
          footer={
            <Button variant="primary" onClick={() => props.onClose()}>
              {t("access.linkDone")}
            </Button>
          }
        >
          <div class="grid gap-1">
            <span class="text-sm font-medium">{t("access.appSecret")}</span>
            <div class="flex items-start justify-between gap-2 rounded-md bg-surface-sunken p-3">
              <code class="min-w-0 break-all" data-slot="app-secret">
                {shown().secret}
              </code>
              <CopyButton text={shown().secret} label={t("access.appCopy")} />
            </div>
          </div>
        </Dialog>
      )}
    </Show>
  );
}
