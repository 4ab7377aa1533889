import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { ActDialog } from "~/features/auth/ui/act-dialog";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { TrashIcon } from "~/ui/icons";
import type { Group } from "../../schema/groups";
import { groupFailure } from "./group-failure";
import { removeGroup } from "./queries";

/** The end of a group, which can be taken back for 30 days. */
export function GroupDanger(props: { group: Group }) {
  const remove = useAction(removeGroup);
  const [isAsking, setAsking] = createSignal(false);
  const text = () => t("groups.dangerText", { address: props.group.address });
  return (
    <Card title={t("groups.dangerTitle")} description={text()}>
      <Button variant="danger" icon={<TrashIcon />} onClick={() => setAsking(true)}>
        {t("groups.remove")}
      </Button>
      <Show when={isAsking()}>
        <ActDialog
          onClose={() => setAsking(false)}
          act={() => remove(props.group.id)}
          done={t("groups.removed")}
          wording={groupFailure}
          title={t("groups.removeTitle", { address: props.group.address })}
          confirmLabel={t("groups.remove")}
          tone="danger"
        >
          {text()}
        </ActDialog>
      </Show>
    </Card>
  );
}
