import { type ComponentProps, createUniqueId, For, type JSX, Show, splitProps } from "solid-js";
import { createIssue } from "./create-issue";
import { describedBy, FieldFrame } from "./field-frame";
import { ChevronDownIcon } from "./icons";

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectProps = Omit<ComponentProps<"select">, "onInvalid"> & {
  label: JSX.Element;
  name: string;
  options: readonly SelectOption[];
  /** A first, empty choice that does not count as an answer when `required`. */
  placeholder?: string;
  help?: JSX.Element;
  issues?: string | readonly string[];
  optional?: boolean;
  hideLabel?: boolean;
};

/** `<Select label="Role" name="role" value="admin" options={[{ value: "admin", label: "Admin" }]} />`: the browser's own list, best on phones and free of script. */
export function Select(props: SelectProps) {
  const [own, rest] = splitProps(props, [
    "label",
    "options",
    "placeholder",
    "help",
    "issues",
    "optional",
    "hideLabel",
    "id",
    "class",
    "value",
  ]);
  const unique = createUniqueId();
  // By value: options that are made anew with the page's data would take back what somebody is about to choose.
  const optionOf = (value: string) => own.options.find((option) => option.value === value);
  const id = () => own.id ?? unique;
  const { issue, onInvalid, onEdit } = createIssue(() => own.issues);
  return (
    <FieldFrame
      id={id()}
      label={own.label}
      help={own.help}
      issue={issue()}
      optional={own.optional}
      hideLabel={own.hideLabel}
      class={own.class}
    >
      <div data-slot="input-box">
        <select
          data-slot="select"
          id={id()}
          aria-describedby={describedBy(id(), own.help)}
          aria-invalid={issue() ? "true" : undefined}
          onInvalid={onInvalid}
          on:input={onEdit}
          {...rest}
        >
          <Show when={own.placeholder}>
            <option value="">{own.placeholder}</option>
          </Show>
          <For each={own.options.map(({ value }) => value)}>
            {(value) => (
              <option value={value} disabled={optionOf(value)?.disabled} selected={value === own.value}>
                {optionOf(value)?.label}
              </option>
            )}
          </For>
        </select>
        <ChevronDownIcon size={16} />
      </div>
    </FieldFrame>
  );
}
