import { type ComponentProps, type JSX, splitProps } from "solid-js";
import type { ButtonSize, ButtonVariant } from "./button";

export type LinkButtonProps = ComponentProps<"a"> & {
  href: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: JSX.Element;
};

/** `<LinkButton href="/signup" variant="primary">Create</LinkButton>`: looks like a button, goes somewhere. */
export function LinkButton(props: LinkButtonProps) {
  const [own, rest] = splitProps(props, ["variant", "size", "icon", "children"]);
  return (
    <a data-slot="button" data-variant={own.variant ?? "secondary"} data-size={own.size ?? "md"} {...rest}>
      {own.icon}
      <span data-slot="button-label">{own.children}</span>
    </a>
  );
}
