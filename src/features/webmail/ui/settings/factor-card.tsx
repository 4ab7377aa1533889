import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { lazyPart } from "~/ui/lazy-part";
import { Notice } from "~/ui/notice";
import { StatusChip } from "~/ui/status-chip";
import { toast } from "~/ui/toast-store";
import type { MailSecurity } from "../../schema/security";
import { failureText } from "../failure-text";
import { removeTotp, renewCodes } from "./queries";

const AddFactorDialog = lazyPart(
  () => import("./add-factor-dialog"),
  (part) => part.onClose(),
);
const RemoveFactorDialog = lazyPart(
  () =>
    import("~/features/auth/ui/security/remove-factor-dialog").then((part) => ({ default: part.RemoveFactorDialog })),
  (part) => part.onClose(),
);
const NewCodesDialog = lazyPart(
  () => import("~/features/auth/ui/security/new-codes-dialog"),
  (part) => part.onClose(),
);

/** The authenticator app of the webmail: add, replace, remove, and its recovery codes. */
export function FactorCard(props: { security: MailSecurity }) {
  const [act, setAct] = createSignal<"add" | "remove">();
  const [codes, setCodes] = createSignal<readonly string[]>();
  const removal = formAction(removeTotp, failureText);
  const renew = useAction(renewCodes);
  const renewNow = () =>
    void renew().then(
      ({ recoveryCodes }) => setCodes(recoveryCodes),
      (error: unknown) => toast(failureText(error), { tone: "danger" }),
    );
  const close = () => setAct(undefined);
  const removed = () => {
    close();
    toast(t("access.factorOwnRemoved"), { tone: "success" });
  };
  return (
    <Card
      title={t("access.factor")}
      description={t("access.factorText")}
      actions={
        <div class="flex flex-wrap gap-2">
          <Show when={props.security.hasTotp}>
            <Button variant="ghost" onClick={() => setAct("remove")}>
              {t("access.remove")}
            </Button>
          </Show>
          <Button onPointerEnter={AddFactorDialog.preload} onClick={() => setAct("add")}>
            {props.security.hasTotp ? t("access.factorReplace") : t("access.factorAdd")}
          </Button>
        </div>
      }
    >
      <Show
        when={props.security.hasTotp}
        fallback={
          <div class="grid gap-3">
            <p class="m-0 text-muted">{t("access.factorNone")}</p>
            <Notice>{t("access.factorPrograms")}</Notice>
          </div>
        }
      >
        <div class="flex flex-wrap items-center gap-3">
          <StatusChip tone="success">{t("access.factorInUse")}</StatusChip>
          <StatusChip tone={props.security.recoveryCodesLeft > 2 ? "neutral" : "warning"}>
            {t("access.codesLeft", { count: props.security.recoveryCodesLeft })}
          </StatusChip>
          <Button size="sm" class="ml-auto" onClick={renewNow}>
            {t("access.codesNew")}
          </Button>
        </div>
      </Show>
      <Show when={act() === "add"}>
        <AddFactorDialog onClose={close} />
      </Show>
      <Show when={act() === "remove"}>
        <RemoveFactorDialog
          title={t("access.factorRemoveTitle")}
          text={t("access.factorRemoveText")}
          form={removal}
          onClose={close}
          onDone={removed}
        />
      </Show>
      <Show when={codes()}>{(shown) => <NewCodesDialog codes={shown()} onClose={() => setCodes(undefined)} />}</Show>
    </Card>
  );
}
