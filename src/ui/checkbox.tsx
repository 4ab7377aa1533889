import { type ComponentProps, createEffect, createUniqueId, type JSX, Show, splitProps } from "solid-js";

export type CheckboxProps = Omit<ComponentProps<"input">, "ref"> & {
  label: JSX.Element;
  help?: JSX.Element;
  hideLabel?: boolean;
  indeterminate?: boolean;
};

/** `<Checkbox label="Keep me signed in" name="remember" />`; `type="radio"` makes it one of several, `indeterminate` means "some". */
export function Checkbox(props: CheckboxProps) {
  const [own, rest] = splitProps(props, ["label", "help", "hideLabel", "indeterminate", "class", "id"]);
  const unique = createUniqueId();
  const id = () => own.id ?? unique;
  return (
    <div data-slot="checkbox" class={own.class}>
      <input
        type="checkbox"
        id={id()}
        ref={(input) => createEffect(() => (input.indeterminate = own.indeterminate ?? false))}
        aria-describedby={own.help ? `${id()}-help` : undefined}
        {...rest}
      />
      <label for={id()} classList={{ "sr-only": own.hideLabel }}>
        {own.label}
      </label>
      <Show when={own.help}>
        <p id={`${id()}-help`} data-slot="field-help">
          {own.help}
        </p>
      </Show>
    </div>
  );
}
