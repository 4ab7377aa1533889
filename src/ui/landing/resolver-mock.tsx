import { For } from "solid-js";
import { CheckIcon, ClockIcon } from "../icons";

const views = [
  { who: "ns1.your-provider.net", isSeen: true },
  { who: "ns2.your-provider.net", isSeen: true },
  { who: "ns3.your-provider.net", isSeen: false },
];

/** Who sees a record: one line a server. */
export const ResolverMock = () => (
  <div data-slot="picture-card" class="w-full max-w-100">
    <code>sel1._domainkey.example.com</code>
    <ul>
      <For each={views}>
        {(view) => (
          <li data-tone={view.isSeen ? "success" : "neutral"}>
            {view.isSeen ? <CheckIcon size={16} /> : <ClockIcon size={16} />}
            <span>{view.who}</span>
          </li>
        )}
      </For>
    </ul>
  </div>
);
