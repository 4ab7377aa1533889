import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { lazyPart } from "~/ui/lazy-part";
import { StatusChip } from "~/ui/status-chip";
import { toast } from "~/ui/toast-store";
import { formAction } from "../form-action";
import type { Security } from "../../schema/security";
import { removeTotp } from "./actions";

const AddAppDialog = lazyPart(
  () => import("./add-app-dialog"),
  (part) => part.onClose(),
);
const RemoveFactorDialog = lazyPart(
  () => import("./remove-factor-dialog").then((part) => ({ default: part.RemoveFactorDialog })),
  (part) => part.onClose(),
);

/** The authenticator app: add, replace, remove. */
export function AppCard(props: { security: Security }) {
  const [act, setAct] = createSignal<"add" | "remove">();
  const removal = formAction(removeTotp);
  const close = () => setAct(undefined);
  const removed = () => {
    close();
    toast(t("security.appRemoved"), { tone: "success" });
  };
  return (
    <Card
      title={t("security.app")}
      description={t("security.appText")}
      actions={
        <div class="flex flex-wrap gap-2">
          <Show when={props.security.hasTotp}>
            <Button variant="ghost" onClick={() => setAct("remove")}>
              {t("security.appRemove")}
            </Button>
          </Show>
          <Button onPointerEnter={AddAppDialog.preload} onClick={() => setAct("add")}>
            {props.security.hasTotp ? t("security.appReplace") : t("security.appAdd")}
          </Button>
        </div>
      }
    >
      <Show when={props.security.hasTotp} fallback={<p class="m-0 text-muted">{t("security.appNone")}</p>}>
        <StatusChip tone="success">{t("security.inUse")}</StatusChip>
      </Show>
      <Show when={act() === "add"}>
        <AddAppDialog onClose={close} />
      </Show>
      <Show when={act() === "remove"}>
        <RemoveFactorDialog
          title={t("security.appRemoveTitle")}
          text={t("security.appRemoveText")}
          form={removal}
          onClose={close}
          onDone={removed}
        />
      </Show>
    </Card>
  );
}
