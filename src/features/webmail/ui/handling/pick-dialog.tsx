import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { CheckIcon, PlusIcon } from "~/ui/icons";
import { Dialog } from "~/ui/dialog";

export type Choice = { id: string; text: string; depth?: number; icon?: JSX.Element; isChecked?: boolean };

export type PickDialogProps = {
  title: string;
  /** What the field says it filters. */
  label: string;
  choices: readonly Choice[];
  onPick: (choice: Choice) => void;
  /** Makes one of the name that was typed and is not there; not offered without it. */
  onCreate?: (name: string) => void;
  createText?: (name: string) => string;
  onClose: () => void;
  /** Choices are switched on and off, and the dialog stays. */
  isMulti?: boolean;
};

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** One of many, found by typing a part of its name: arrows choose, Enter takes. */
export function PickDialog(props: PickDialogProps) {
  const id = createUniqueId();
  const [typed, setTyped] = createSignal("");
  const [at, setAt] = createSignal(0);
  const found = createMemo((): Choice[] => {
    const wanted = plain(typed().trim());
    const some = props.choices.filter(({ text }) => plain(text).includes(wanted));
    const isKnown = !wanted || props.choices.some(({ text }) => plain(text) === wanted);
    if (isKnown || !props.onCreate) return some;
    return [...some, { id: "", text: props.createText!(typed().trim()), icon: <PlusIcon size={16} /> }];
  });
  const active = () => Math.min(at(), found().length - 1);
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    if (choice.id) props.onPick(choice);
    else props.onCreate?.(typed().trim());
  };
  const steps: Record<string, () => number> = {
    ArrowDown: () => Math.min(found().length - 1, active() + 1),
    ArrowUp: () => Math.max(0, active() - 1),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = steps[event.key];
    if (event.key === "Enter") take(found()[active()]);
    else if (step) {
      setAt(step());
      document.getElementById(`${id}-${active()}`)?.scrollIntoView({ block: "nearest" });
    } else return;
    event.preventDefault();
  };
  return (
    <Dialog open onClose={() => props.onClose()} title={props.title} size="sm">
      <input
        type="text"
        data-slot="input"
        role="combobox"
        aria-label={props.label}
        placeholder={props.label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found().length > 0 ? `${id}-${active()}` : undefined}
        autocomplete="off"
        maxlength={60}
        onInput={(event) => (setTyped(event.currentTarget.value), setAt(0))}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        tabindex="-1"
        data-slot="pick-list"
        aria-label={props.title}
        aria-multiselectable={props.isMulti}
      >
        <For each={found()}>
          {(choice, index) => (
            <div
              id={`${id}-${index()}`}
              role="option"
              tabindex="-1"
              aria-selected={props.isMulti ? !!choice.isChecked : index() === active()}
              data-active={index() === active() ? "" : undefined}
              style={{ "padding-inline-start": `${0.5 + (typed() ? 0 : (choice.depth ?? 0))}rem` }}
              onPointerMove={() => setAt(index())}
              onKeyDown={onKeyDown}
              onClick={() => take(choice)}
            >
              {choice.icon}
              <span dir="auto">{choice.text}</span>
              <Show when={choice.isChecked}>
                <CheckIcon size={16} />
              </Show>
            </div>
          )}
        </For>
      </div>
      <Show when={found().length === 0}>
        <p role="status">{t("arranging.noneFound")}</p>
      </Show>
    </Dialog>
  );
}
