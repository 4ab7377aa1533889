import { useAction, useSubmission } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { lazyPart } from "~/ui/lazy-part";
import { toast } from "~/ui/toast-store";
import type { DomainDetail } from "../schema";
import { failureText } from "./domain-failure";
import { removeDomain } from "./queries";
import { RemoveList } from "./remove-list";

const ConfirmDialog = lazyPart(
  () => import("~/ui/confirm-dialog").then((kit) => ({ default: kit.ConfirmDialog })),
  (part) => part.onClose(),
);

/** Of what stands in DNS, that which is of no use without us; who may send and what happens to forgeries stays the owner's to decide. */
const ownRecords = ({ records }: DomainDetail) =>
  records.filter(({ state, purpose }) => state === "match" && purpose !== "spf" && purpose !== "dmarc");

/** The way out: asks for the name before anything is given up. */
export function RemoveDomainCard(props: { domain: DomainDetail }) {
  const [isOpen, setOpen] = createSignal(false);
  const [wasOpened, setOpened] = createSignal(false);
  const remove = useAction(removeDomain);
  const removing = useSubmission(removeDomain);
  const onConfirm = async () => {
    const { id, displayName: name } = props.domain;
    try {
      await remove(id);
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
      <p class="text-muted my-2">{t("guide.removeDns")}</p>
      <RemoveList records={ownRecords(props.domain)} />
      <Show when={wasOpened()}>
        <ConfirmDialog
          open={isOpen()}
          onClose={() => setOpen(false)}
          onConfirm={() => void onConfirm()}
          title={t("domains.removeConfirmTitle", { name: props.domain.displayName })}
          confirmLabel={t("domains.remove")}
          tone="danger"
          busy={removing.pending}
          match={props.domain.displayName}
        >
          {t("domains.removeConfirm")}
        </ConfirmDialog>
      </Show>
    </Card>
  );
}
