import { createAsync, useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { failureText } from "~/features/auth/ui/failure-text";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import { AlertPeople } from "./alert-people";
import { alertRecipients, setAlertAddress } from "./queries";

/** Who hears of trouble with the domains, and one more address for it, which an owner chooses. */
export function AlertCard(props: { canEdit: boolean }) {
  const told = createAsync(() => alertRecipients());
  const form = formAction(setAlertAddress);
  const set = useAction(setAlertAddress);
  const [isRemoving, setRemoving] = createSignal(false);
  const send = async (event: Parameters<typeof form.submit>[0]) => {
    const { address } = told() ?? {};
    const isSame = address?.isConfirmed === true && new FormData(event.currentTarget).get("email") === address.email;
    if (await form.submit(event)) toast(isSame ? t("watch.addressSame") : t("watch.addressSent"), { tone: "success" });
  };
  const remove = async () => {
    setRemoving(true);
    await set(new FormData()).then(
      () => toast(t("watch.addressRemoved"), { tone: "success" }),
      (error: unknown) => toast(failureText(error), { tone: "danger" }),
    );
    setRemoving(false);
  };
  return (
    <Show when={told()}>
      {(known) => (
        <Card title={t("watch.addressTitle")} description={t("watch.addressText")}>
          <div class="grid grid-cols-1 gap-5">
            <Show when={known().hasDomains && !known().isAnybodyTold}>
              <Notice tone="warning" title={t("watch.bannerTitle")} />
            </Show>
            <AlertPeople told={known()} />
            <Show when={props.canEdit} fallback={<p class="m-0 text-muted">{t("watch.addressOwners")}</p>}>
              <form method="post" class="grid grid-cols-1 gap-4" onSubmit={(event) => void send(event)}>
                <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
                <Field
                  label={t("watch.addressLabel")}
                  help={t("watch.addressHelp")}
                  name="email"
                  type="email"
                  required
                  maxlength={254}
                  autocomplete="off"
                  value={known().address?.email ?? ""}
                  issues={form.issues().email}
                />
                <div class="flex flex-wrap gap-2">
                  <Button type="submit" busy={form.isBusy()}>
                    {known().address && !known().address?.isConfirmed
                      ? t("watch.addressAgain")
                      : t("watch.addressSave")}
                  </Button>
                  <Show when={known().address}>
                    <Button variant="ghost" busy={isRemoving()} onClick={() => void remove()}>
                      {t("watch.addressRemove")}
                    </Button>
                  </Show>
                </div>
              </form>
            </Show>
          </div>
        </Card>
      )}
    </Show>
  );
}
