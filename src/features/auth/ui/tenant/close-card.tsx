import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { lazyPart } from "~/ui/lazy-part";
import { toast } from "~/ui/toast-store";
import { failureText } from "../failure-text";
import { closeTenant } from "./queries";

const ConfirmDialog = lazyPart(
  () => import("~/ui/confirm-dialog").then((kit) => ({ default: kit.ConfirmDialog })),
  (part) => part.onClose(),
);

/** The way out, for owners: asks for the name before anything is closed. */
export function CloseCard(props: { name: string }) {
  const close = useAction(closeTenant);
  const [isOpen, setOpen] = createSignal(false);
  const [wasOpened, setOpened] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);
  const confirm = async () => {
    setBusy(true);
    await close(props.name).catch((error: unknown) => {
      setOpen(false);
      toast(failureText(error), { tone: "danger" });
    });
    setBusy(false);
  };
  return (
    <Card
      title={t("tenant.closeTitle")}
      actions={
        <Button variant="danger" onClick={() => (setOpened(true), setOpen(true))}>
          {t("tenant.close")}
        </Button>
      }
    >
      <p class="m-0 text-muted">{t("tenant.closeText")}</p>
      <Show when={wasOpened()}>
        <ConfirmDialog
          open={isOpen()}
          onClose={() => setOpen(false)}
          onConfirm={() => void confirm()}
          title={t("tenant.closeConfirmTitle", { name: props.name })}
          confirmLabel={t("tenant.close")}
          tone="danger"
          busy={isBusy()}
          match={props.name}
        >
          {t("tenant.closeConfirm")}
        </ConfirmDialog>
      </Show>
    </Card>
  );
}
