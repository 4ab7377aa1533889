import { useAction, useSubmission } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { lazyPart } from "~/ui/lazy-part";
import { toast } from "~/ui/toast-store";
import { failureText } from "./domain-failure";
import { removeDomain } from "./queries";

const ConfirmDialog = lazyPart(
  () => import("~/ui/confirm-dialog").then((kit) => ({ default: kit.ConfirmDialog })),
  (part) => part.onClose(),
);

/** The way out: asks for the name before anything is given up. */
export function RemoveDomainCard(props: { domainId: string; name: string }) {
  const [isOpen, setOpen] = createSignal(false);
  const [wasOpened, setOpened] = createSignal(false);
  const remove = useAction(removeDomain);
  const removing = useSubmission(removeDomain);
  const onConfirm = async () => {
    const { domainId, name } = props;
    try {
      await remove(domainId);
      toast(t("domains.removed", { name }));
    } catch (error) {
      setOpen(false);
      toast(failureText(error), { tone: "danger" });
    }
  };
  return (
    <Card
      title={t("domains.removeTitle")}
      actions={
        <Button variant="danger" onClick={() => (setOpened(true), setOpen(true))}>
          {t("domains.remove")}
        </Button>
      }
    >
      <p class="text-muted">{t("domains.removeText")}</p>
      <p class="text-muted mt-2">{t("guide.removeDns")}</p>
      <Show when={wasOpened()}>
        <ConfirmDialog
          open={isOpen()}
          onClose={() => setOpen(false)}
          onConfirm={() => void onConfirm()}
          title={t("domains.removeConfirmTitle", { name: props.name })}
          confirmLabel={t("domains.remove")}
          tone="danger"
          busy={removing.pending}
          match={props.name}
        >
          {t("domains.removeConfirm")}
        </ConfirmDialog>
      </Show>
    </Card>
  );
}
