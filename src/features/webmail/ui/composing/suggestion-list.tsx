import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { SuggestedPerson } from "../../schema/composing";
import { personName } from "../people";

export type SuggestionListProps = {
  id: string;
  people: readonly SuggestedPerson[];
  active: number;
  onChoose: (person: SuggestedPerson) => void;
};

/** What an input suggests; the focus stays in the input, which says which one is meant (`aria-activedescendant`). */
export function SuggestionList(props: SuggestionListProps) {
  const choose = (event: MouseEvent, person: SuggestedPerson) => {
    event.preventDefault();
    props.onChoose(person);
  };
  return (
    <div id={props.id} data-slot="suggestions" role="listbox" aria-label={t("composing.suggestions")}>
      <For each={props.people}>
        {(person, at) => (
          <div
            id={`${props.id}-${at()}`}
            role="option"
            aria-selected={at() === props.active}
            tabindex="-1"
            onMouseDown={(event) => choose(event, person)}
          >
            <b>{personName(person)}</b>
            <span>{personName(person) === person.email ? "" : person.email}</span>
            <small>{t(`composing.kind_${person.kind}`)}</small>
          </div>
        )}
      </For>
    </div>
  );
}
