import { t } from "~/lib/i18n/t";
import { CloseIcon } from "~/ui/basic-icons";
import { type Person, personName } from "../people";
import { isAddress, writePerson } from "../recipients";

export type PersonChipProps = {
  person: Person;
  onKeyDown: (event: KeyboardEvent) => void;
  onEdit: () => void;
  onRemove: () => void;
  onDragStart: (event: DragEvent) => void;
};

/** One recipient. What is no address is marked in words too, and stays until somebody puts it right. */
export function PersonChip(props: PersonChipProps) {
  const isFaulty = () => !isAddress(props.person.email);
  const full = () => writePerson(props.person);
  return (
    <li data-slot="person-chip" data-invalid={isFaulty() ? "" : undefined}>
      <button
        type="button"
        tabindex="-1"
        draggable={true}
        title={`${full()}\n${t("composing.personHelp")}`}
        aria-label={isFaulty() ? t("webmail.notAnAddress", { text: full() }) : full()}
        onKeyDown={(event) => props.onKeyDown(event)}
        onDblClick={() => props.onEdit()}
        onDragStart={(event) => props.onDragStart(event)}
      >
        {personName(props.person)}
      </button>
      <button
        type="button"
        tabindex="-1"
        aria-label={t("composing.removePerson", { name: personName(props.person) })}
        onClick={() => props.onRemove()}
      >
        <CloseIcon size={12} />
      </button>
    </li>
  );
}
