import { createEffect, createSignal, createUniqueId, For, type JSX, Show } from "solid-js";
import { announce } from "~/ui/announce";
import { t } from "~/lib/i18n/t";
import { type Person, personName } from "../people";
import { isAddress, readPeople, writePerson } from "../recipients";
import type { Line } from "./draft";
import { findPeople } from "./find-people";
import { PersonChip } from "./person-chip";
import { personDrag } from "./person-drag";
import { recipientAct } from "./recipient-keys";
import { SuggestionList } from "./suggestion-list";
import "./recipients.css";

export type RecipientLineProps = {
  line: Line;
  label: string;
  people: readonly Person[];
  typed: string;
  /** Says how the line stands then. */
  onEdit: (people: Person[], typed: string) => void;
  /** Somebody was dragged here from another line of the same message. */
  onMove: (from: Line, email: string) => void;
  issue?: string | undefined;
  suffix?: JSX.Element;
  ref?: (input: HTMLInputElement) => void;
};

/** A line of recipients: chips, and an input that completes names (ARIA Authoring Practices, combobox with a list). */
export function RecipientLine(props: RecipientLineProps) {
  const id = createUniqueId();
  const [active, setActive] = createSignal(0);
  const has = (email: string) => props.people.some((person) => person.email.toLowerCase() === email);
  const suggestions = findPeople();
  const found = () => suggestions.found().filter(({ email }) => !has(email.toLowerCase()));
  let input!: HTMLInputElement;
  let chips!: HTMLUListElement;
  createEffect(() => found().length > 0 && announce(t("composing.suggested", { count: found().length })));
  const isOpen = () => found().length > 0 && props.typed.trim() !== "";
  /** A whole address means itself; what is no address yet means the first who is suggested. */
  const activeAt = () => (active() < 0 || (active() === 0 && isAddress(props.typed.trim())) ? -1 : active());

  const add = (added: readonly Person[], typed = "") => {
    const fresh = added.filter(({ email }) => !has(email.toLowerCase()));
    suggestions.stop();
    setActive(0);
    props.onEdit([...props.people, ...fresh], typed);
    if (fresh.length > 0) announce(t("composing.personAdded", { name: fresh.map(personName).join(", ") }));
  };
  const addTyped = () => props.typed.trim() !== "" && add(readPeople(props.typed));
  const choose = () => {
    const person = isOpen() ? found()[activeAt()] : undefined;
    if (person) add([{ name: person.name, email: person.email }]);
    else addTyped();
  };
  const remove = (at: number, typed = props.typed) => {
    const gone = props.people[at];
    if (!gone) return;
    props.onEdit(props.people.toSpliced(at, 1), typed);
    announce(t("composing.personRemoved", { name: personName(gone) }));
    input.focus();
  };
  const chipAt = (at: number) =>
    chips.querySelectorAll<HTMLElement>("[data-slot=person-chip] > button:first-child")[at] ?? input;
  const edit = (at: number) => {
    const person = props.people[at];
    if (person) remove(at, writePerson(person));
  };

  const onInput = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    props.onEdit([...props.people], currentTarget.value);
    setActive(0);
    suggestions.look(currentTarget.value);
  };
  const step = (by: number) => {
    const count = found().length;
    setActive((Math.max(activeAt(), by > 0 ? -1 : 0) + by + count) % count);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const isAtStart = input.selectionStart === 0 && input.selectionEnd === 0;
    const act = recipientAct(event, { typed: props.typed, isAtStart, isOpen: isOpen(), isMeant: activeAt() >= 0 });
    if (!act) return;
    event.preventDefault();
    if (act === "close") event.stopPropagation();
    ({
      ...{ next: () => step(1), previous: () => step(-1), close: suggestions.stop },
      ...{ choose, addTyped, removeLast: () => remove(props.people.length - 1) },
      toChips: () => chipAt(props.people.length - 1).focus(),
    })[act]();
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!/[,;\n@]/.test(text)) return;
    event.preventDefault();
    add(readPeople(`${props.typed}${text}`));
  };
  const onChipKey = (at: number) => (event: KeyboardEvent) => {
    const act = {
      ...{ Backspace: () => remove(at), Delete: () => remove(at), Enter: () => edit(at) },
      ArrowLeft: () => chipAt(Math.max(0, at - 1)).focus(),
      ArrowRight: () => chipAt(at + 1).focus(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div
      data-slot="composer-line"
      data-invalid={props.issue ? "" : undefined}
      {...personDrag.target(
        () => props.line,
        (from, email) => props.onMove(from, email),
      )}
    >
      <label for={id}>{props.label}</label>
      <div data-slot="people">
        <ul ref={chips}>
          <For each={props.people}>
            {(person, at) => (
              <PersonChip
                person={person}
                onKeyDown={(event) => onChipKey(at())(event)}
                onEdit={() => edit(at())}
                onRemove={() => remove(at())}
                onDragStart={(event) => personDrag.start(event, props.line, person)}
              />
            )}
          </For>
        </ul>
        <input
          ref={(element) => {
            input = element;
            props.ref?.(element);
          }}
          id={id}
          name={props.line}
          type="text"
          inputmode="email"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxlength={10_000}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen()}
          aria-controls={isOpen() ? `${id}-list` : undefined}
          aria-activedescendant={isOpen() && activeAt() >= 0 ? `${id}-list-${activeAt()}` : undefined}
          aria-invalid={props.issue ? "true" : undefined}
          aria-describedby={props.issue ? `${id}-issue` : undefined}
          value={props.typed}
          onInput={onInput}
          on:keydown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => addTyped()}
        />
      </div>
      {props.suffix}
      <Show when={isOpen()}>
        <SuggestionList
          id={`${id}-list`}
          people={found()}
          active={activeAt()}
          onChoose={(person) => {
            add([{ name: person.name, email: person.email }]);
            input.focus();
          }}
        />
      </Show>
      <Show when={props.issue}>
        <p id={`${id}-issue`} role="alert">
          {props.issue}
        </p>
      </Show>
    </div>
  );
}
