import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { Match, Show, Switch } from "solid-js";
import { CheckIcon } from "./icons";
import type { MenuItem } from "./menu";

export type MenuAction = Extract<MenuItem, { label: string }>;

const isHeading = (item: MenuItem) => typeof item === "object" && "heading" in item && item;
const isAction = (item: MenuItem) => typeof item === "object" && "label" in item && item;

/** One line of an open `Menu`. */
export const MenuEntry = (props: { item: MenuItem; onChoose: (item: MenuAction) => void }) => (
  <Switch fallback={<DropdownMenu.Separator data-slot="menu-separator" />}>
    <Match when={isHeading(props.item)}>{(item) => <div data-slot="menu-heading">{item().heading}</div>}</Match>
    <Match when={isAction(props.item)}>{(item) => <ActionEntry item={item()} onChoose={props.onChoose} />}</Match>
  </Switch>
);

function ActionEntry(props: { item: MenuAction; onChoose: (item: MenuAction) => void }) {
  /** An item that can be on or off says which; a plain one keeps the role it has. */
  const choice = () =>
    props.item.checked === undefined ? {} : { role: "menuitemcheckbox" as const, "aria-checked": props.item.checked };
  return (
    <DropdownMenu.Item
      data-slot="menu-item"
      data-tone={props.item.tone}
      disabled={props.item.disabled}
      onSelect={() => props.onChoose(props.item)}
      {...choice()}
    >
      {props.item.icon}
      <span>{props.item.label}</span>
      <Show when={props.item.checked}>
        <CheckIcon size={16} />
      </Show>
      <Show when={props.item.shortcut}>
        <kbd>{props.item.shortcut}</kbd>
      </Show>
    </DropdownMenu.Item>
  );
}
