import { createSignal, For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { KeyIcon } from "~/ui/basic-icons";
import { PlusIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { MoreMenu } from "~/ui/more-menu";
import type { Security } from "../../schema/security";
import { DayOf } from "./day-of";

type Passkey = Security["passkeys"][number];
export type PasskeyAct = { act: "add" } | { act: "rename" | "remove"; passkey: Passkey };

const PasskeyDialogs = lazyPart(
  () => import("./passkey-dialogs"),
  (part) => part.onClose(),
);

/** The member's passkeys: add, name, remove. */
export function PasskeysCard(props: { security: Security }) {
  const [chosen, choose] = createSignal<PasskeyAct>();
  return (
    <Card
      title={t("security.passkeys")}
      description={t("security.passkeysText")}
      actions={
        <Button
          icon={<PlusIcon />}
          variant={props.security.passkeys.length === 0 ? "primary" : "secondary"}
          onPointerEnter={PasskeyDialogs.preload}
          onClick={() => choose({ act: "add" })}
        >
          {t("security.passkeyAdd")}
        </Button>
      }
    >
      <Show
        when={props.security.passkeys.length > 0}
        fallback={<p class="m-0 text-muted">{t("security.passkeysNone")}</p>}
      >
        <ul class="m-0 grid list-none gap-1 p-0">
          <For each={props.security.passkeys}>
            {(passkey) => <PasskeyItem passkey={passkey} onAct={(act) => choose({ act, passkey })} />}
          </For>
        </ul>
      </Show>
      <Show when={chosen()} keyed>
        {(act) => <PasskeyDialogs act={act} host={props.security.passkeyHost} onClose={() => choose(undefined)} />}
      </Show>
    </Card>
  );
}

const PasskeyItem = (props: { passkey: Passkey; onAct: (act: "rename" | "remove") => void }) => (
  <li class="flex items-center gap-3 py-1">
    <span class="text-muted">
      <KeyIcon />
    </span>
    <div class="grid min-w-0 grow">
      <span class="truncate font-medium">{props.passkey.name}</span>
      <span class="text-sm text-muted">
        {t("security.added")} <DayOf at={props.passkey.createdAt} /> ·{" "}
        <Show when={props.passkey.lastUsedAt} fallback={t("security.neverUsed")}>
          {(at) => (
            <>
              {t("security.lastUsed")} <DayOf at={at()} />
            </>
          )}
        </Show>
      </span>
    </div>
    <MoreMenu
      label={t("security.actionsOf", { name: props.passkey.name })}
      items={[
        { label: t("security.rename"), onSelect: () => props.onAct("rename") },
        { label: t("security.remove"), tone: "danger", onSelect: () => props.onAct("remove") },
      ]}
    />
  </li>
);
