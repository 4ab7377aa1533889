import { revalidate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { lazyPart } from "~/ui/lazy-part";
import { StatusChip } from "~/ui/status-chip";
import { toast } from "~/ui/toast-store";
import { failureText } from "../failure-text";
import { securityPage } from "./queries";

const NewCodesDialog = lazyPart(
  () => import("./new-codes-dialog"),
  (part) => part.onClose(),
);

/** How many recovery codes are left, and new ones in their place. */
export function RecoveryCard(props: { left: number }) {
  const [codes, setCodes] = createSignal<readonly string[]>();
  const [isBusy, setBusy] = createSignal(false);
  const renew = async () => {
    setBusy(true);
    try {
      setCodes((await trpc.auth.security.renewRecoveryCodes.mutate()).recoveryCodes);
      void revalidate(securityPage.key);
    } catch (error) {
      toast(failureText(error), { tone: "danger" });
    }
    setBusy(false);
  };
  return (
    <Card
      title={t("security.recovery")}
      description={t("security.recoveryText")}
      actions={
        <Button busy={isBusy()} onClick={() => void renew()}>
          {t("security.recoveryRenew")}
        </Button>
      }
    >
      <StatusChip tone={props.left > 2 ? "success" : "warning"}>
        {t("security.codesLeft", { count: props.left })}
      </StatusChip>
      <Show when={codes()}>{(shown) => <NewCodesDialog codes={shown()} onClose={() => setCodes(undefined)} />}</Show>
    </Card>
  );
}
