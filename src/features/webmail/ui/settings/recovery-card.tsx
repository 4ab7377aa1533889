import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { ActDialog } from "~/features/auth/ui/act-dialog";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import type { MailSecurity } from "../../schema/security";
import { failureText } from "../failure-text";
import { removeRecovery, setRecovery } from "./queries";

/** Where a link for a new password goes. */
export function RecoveryCard(props: { security: MailSecurity }) {
  const [act, setAct] = createSignal<"set" | "remove">();
  const remove = useAction(removeRecovery);
  const form = formAction(setRecovery, failureText);
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    const email = String(new FormData(event.currentTarget).get("email") ?? "");
    if (!(await form.submit(event))) return;
    setAct(undefined);
    toast(t("access.recoverySent", { email }), { tone: "success" });
  };
  return (
    <Card
      title={t("access.recovery")}
      description={t("access.recoveryText")}
      actions={
        <div class="flex flex-wrap gap-2">
          <Show when={props.security.recoveryEmail}>
            <Button variant="ghost" onClick={() => setAct("remove")}>
              {t("access.remove")}
            </Button>
          </Show>
          <Button aria-expanded={act() === "set"} onClick={() => setAct(act() === "set" ? undefined : "set")}>
            {props.security.recoveryEmail ? t("access.recoveryChange") : t("access.recoverySet")}
          </Button>
        </div>
      }
    >
      <p class="m-0 break-all">{props.security.recoveryEmail ?? t("access.recoveryNone")}</p>
      <Show when={props.security.recoveryAsked}>
        {(email) => (
          <Notice class="mt-3" tone="accent">
            {t("access.recoveryWaiting", { email: email() })}
          </Notice>
        )}
      </Show>
      <Show when={act() === "set"}>
        <form method="post" class="mt-4 grid gap-4" onSubmit={submit}>
          <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
          <Field
            label={t("access.recoveryEmail")}
            name="email"
            type="email"
            required
            maxlength={254}
            autocomplete="email"
            autofocus
            issues={form.issues().email}
          />
          <div class="flex justify-end">
            <Button type="submit" variant="primary" busy={form.isBusy()}>
              {t("access.recoverySend")}
            </Button>
          </div>
        </form>
      </Show>
      <Show when={act() === "remove"}>
        <ActDialog
          onClose={() => setAct(undefined)}
          act={() => remove()}
          wording={failureText}
          done={t("access.recoveryRemoved")}
          title={t("access.recoveryRemoveTitle")}
          confirmLabel={t("access.remove")}
          tone="danger"
        >
          {t("access.recoveryRemoveText")}
        </ActDialog>
      </Show>
    </Card>
  );
}
