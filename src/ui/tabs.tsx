import { Tabs as KobalteTabs } from "@kobalte/core/tabs";
import { For, type JSX, Show } from "solid-js";

export type Tab = { value: string; label: string; icon?: JSX.Element; count?: number; content: () => JSX.Element };
export type TabsProps = { label: string; tabs: readonly Tab[]; value?: string; onChange?: (value: string) => void };

/** `<Tabs label="Domain" tabs={[{ value: "records", label: "Records", content: () => <Records /> }]} />`: views of one thing. For pages with their own address use `TabLinks`. */
export const Tabs = (props: TabsProps) => (
  <KobalteTabs data-slot="tabs" value={props.value} defaultValue={props.tabs[0]?.value} onChange={props.onChange}>
    <KobalteTabs.List data-slot="tab-list" aria-label={props.label}>
      <For each={props.tabs}>
        {(tab) => (
          <KobalteTabs.Trigger data-slot="tab" value={tab.value}>
            {tab.icon}
            {tab.label}
            <Show when={tab.count !== undefined}>
              <span data-slot="tab-count">{tab.count}</span>
            </Show>
          </KobalteTabs.Trigger>
        )}
      </For>
    </KobalteTabs.List>
    <For each={props.tabs}>
      {(tab) => (
        <KobalteTabs.Content data-slot="tab-panel" value={tab.value}>
          {tab.content()}
        </KobalteTabs.Content>
      )}
    </For>
  </KobalteTabs>
);
