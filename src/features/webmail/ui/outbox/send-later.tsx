import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { IconButton } from "~/ui/icon-button";
import { ClockIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { Menu } from "~/ui/menu";
import { fullTime } from "../mail-time";
import { offeredTimes } from "./send-times";

const PickTimeDialog = lazyPart(
  () => import("./pick-time-dialog"),
  (part) => part.onClose(),
);

/** Beside Send: have the message leave later. `onPick` gets when, as ISO text. */
export function SendLater(props: { disabled?: boolean; onPick: (sendAt: string) => void }) {
  const [isPicking, setPicking] = createSignal(false);
  const items = () => [
    { heading: t("outbox.sendLater") },
    ...offeredTimes(new Date()).map(({ key, at }) => ({
      label: `${t(`outbox.time_${key}`)}: ${fullTime(at.toISOString())}`,
      onSelect: () => props.onPick(at.toISOString()),
    })),
    { label: t("outbox.time_own"), onSelect: () => setPicking(true) },
  ];
  return (
    <>
      <Menu
        placement="top-start"
        items={items()}
        trigger={(trigger) => (
          <IconButton label={t("outbox.sendLater")} disabled={props.disabled} {...trigger}>
            <ClockIcon size={16} />
          </IconButton>
        )}
      />
      <Show when={isPicking()}>
        <PickTimeDialog onClose={() => setPicking(false)} onPick={(at) => (setPicking(false), props.onPick(at))} />
      </Show>
    </>
  );
}
