import { For } from "solid-js";
import { Dynamic } from "solid-js/web";
import { Card } from "../card";
import * as basicIcons from "../basic-icons";
import * as icons from "../icons";
import { TabLinks } from "../tab-links";

/** Every icon with its name, and tabs that are pages. */
export const IconGallery = () => (
  <>
    <TabLinks
      label="Showcase"
      links={[
        { href: "/dev/ui", label: "Kit" },
        { href: "/dev/mail", label: "Mail shell" },
      ]}
    />
    <Card title="Icons">
      <ul class="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-4">
        <For each={Object.entries({ ...icons, ...basicIcons })}>
          {([name, icon]) => (
            <li class="grid justify-items-center gap-1 text-xs text-muted">
              <Dynamic component={icon} size={22} class="text-text" />
              {name.replace(/Icon$/, "")}
            </li>
          )}
        </For>
      </ul>
    </Card>
  </>
);
