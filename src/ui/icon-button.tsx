import { type ComponentProps, splitProps } from "solid-js";
import type { ButtonSize, ButtonVariant } from "./button";

export type IconButtonProps = ComponentProps<"button"> & { label: string; variant?: ButtonVariant; size?: ButtonSize };

/** `<IconButton label={t("common.close")}><CloseIcon /></IconButton>`: the label is its name and its tooltip. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ["label", "variant", "size"]);
  return (
    <button
      type="button"
      data-slot="icon-button"
      data-variant={own.variant ?? "ghost"}
      data-size={own.size ?? "md"}
      aria-label={own.label}
      title={own.label}
      {...rest}
    />
  );
}
