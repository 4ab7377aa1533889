import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { StatusChip } from "~/ui/status-chip";
import type { AlertRecipients } from "../../schema/alerts";

type Person = { email: string; isConfirmed: boolean; isInside: boolean; isHeld?: boolean; isExtra?: boolean };

function standingOf({ isConfirmed, isInside, isHeld, isExtra }: Person) {
  if (isInside) return { tone: "warning", text: t("watch.addressInside") } as const;
  if (!isConfirmed)
    return { tone: "neutral", text: isExtra ? t("watch.addressWaiting") : t("watch.addressUnconfirmed") } as const;
  return { tone: "success", text: isHeld ? t("watch.addressHeld") : t("watch.addressConfirmed") } as const;
}

/** Everybody who looks after the domains, and whether they would hear of trouble. */
export function AlertPeople(props: { told: AlertRecipients }) {
  const people = (): Person[] => {
    const { address, members } = props.told;
    return [...members, ...(address ? [{ ...address, isExtra: true }] : [])];
  };
  return (
    <ul class="m-0 p-0 list-none grid grid-cols-1 gap-2">
      <For each={people()}>
        {(person) => (
          <li class="flex flex-wrap items-center gap-x-3 gap-y-1">
            <bdi class="break-all">{person.email}</bdi>
            <StatusChip tone={standingOf(person).tone}>{standingOf(person).text}</StatusChip>
          </li>
        )}
      </For>
    </ul>
  );
}
