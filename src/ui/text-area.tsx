import { type ComponentProps, createUniqueId, type JSX, splitProps } from "solid-js";
import { createIssue } from "./create-issue";
import { describedBy, FieldFrame } from "./field-frame";

export type TextAreaProps = Omit<ComponentProps<"textarea">, "onInvalid"> & {
  label: JSX.Element;
  name: string;
  help?: JSX.Element;
  issues?: string | readonly string[];
  optional?: boolean;
  hideLabel?: boolean;
};

/** `<TextArea label="Signature" name="signature" rows={4} />`: a field of several lines that grows with its text. */
export function TextArea(props: TextAreaProps) {
  const [own, rest] = splitProps(props, ["label", "help", "issues", "optional", "hideLabel", "id", "class"]);
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
        <textarea
          rows={3}
          data-slot="textarea"
          id={id()}
          aria-describedby={describedBy(id(), own.help)}
          aria-invalid={issue() ? "true" : undefined}
          onInvalid={onInvalid}
          on:input={onEdit}
          {...rest}
        />
      </div>
    </FieldFrame>
  );
}
