import { type ComponentProps, createUniqueId, type JSX, splitProps } from "solid-js";
import { createIssue } from "./create-issue";
import { describedBy, FieldFrame } from "./field-frame";

export type FieldProps = Omit<ComponentProps<"input">, "onInvalid" | "prefix"> & {
  label: JSX.Element;
  name: string;
  help?: JSX.Element;
  /** What the server answered about this field, if it did. */
  issues?: string | readonly string[];
  optional?: boolean;
  hideLabel?: boolean;
  /** Shown inside the box before and after the text: an icon, `@example.com`, a button. */
  prefix?: JSX.Element;
  suffix?: JSX.Element;
};

/** `<Field label="Name" name="name" required maxlength={253} help="…" issues={issues().name} />`; native constraints work and are shown in place. */
export function Field(props: FieldProps) {
  const [own, rest] = splitProps(props, [
    "label",
    "help",
    "issues",
    "optional",
    "hideLabel",
    "prefix",
    "suffix",
    "id",
    "class",
  ]);
  const unique = createUniqueId();
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
        {own.prefix}
        <input
          type="text"
          data-slot="input"
          id={id()}
          aria-describedby={describedBy(id(), own.help)}
          aria-invalid={issue() ? "true" : undefined}
          onInvalid={onInvalid}
          on:input={onEdit}
          {...rest}
        />
        {own.suffix}
      </div>
    </FieldFrame>
  );
}
