import { createSignal, For, Show } from "solid-js";
import { Avatar } from "../avatar";
import { Badge, type Tone } from "../badge";
import { Button } from "../button";
import { Card } from "../card";
import { type Column, DataTable } from "../data-table";
import { EmptyState } from "../empty-state";
import { IconButton } from "../icon-button";
import { GlobeIcon, MoreIcon } from "../icons";
import { Notice } from "../notice";
import { Progress } from "../progress";
import { StatusChip } from "../status-chip";
import { Tabs } from "../tabs";

const tones = ["neutral", "accent", "success", "warning", "danger"] as const satisfies readonly Tone[];

type Row = { name: string; address: string; used: number; tone: Tone; state: string };
const rows: Row[] = [
  { name: "Ada Lovelace", address: "ada@example.com", used: 4.2, tone: "success", state: "Active" },
  { name: "Charles Babbage", address: "charles@example.com", used: 4.9, tone: "warning", state: "Nearly full" },
  { name: "Grace Hopper", address: "grace@example.com", used: 0.3, tone: "neutral", state: "Invited" },
];

const columns: Column<Row>[] = [
  {
    id: "name",
    header: "Name",
    primary: true,
    cell: (row) => (
      <span class="flex items-center gap-3">
        <Avatar name={row.name} />
        {row.name}
      </span>
    ),
  },
  { id: "address", header: "Address", cell: (row) => <span class="text-muted">{row.address}</span> },
  {
    id: "used",
    header: "Storage",
    width: "10rem",
    cell: (row) => <Progress class="min-w-24" label="Storage" value={row.used} max={5} variant="meter" />,
  },
  { id: "state", header: "State", width: "9rem", cell: (row) => <StatusChip tone={row.tone}>{row.state}</StatusChip> },
  {
    id: "act",
    header: "",
    width: "3rem",
    cell: (row) => (
      <IconButton label={`Actions for ${row.name}`} size="sm">
        <MoreIcon />
      </IconButton>
    ),
  },
];

/** Tables, states and figures. */
export function Data() {
  const [isLoading, setLoading] = createSignal(false);
  return (
    <>
      <Card title="States">
        <div class="grid gap-4">
          <div class="flex flex-wrap gap-2">
            <For each={tones}>{(tone) => <StatusChip tone={tone}>{tone}</StatusChip>}</For>
            <For each={tones}>{(tone) => <Badge tone={tone}>12</Badge>}</For>
          </div>
          <For each={tones}>
            {(tone) => (
              <Notice tone={tone} title={`A ${tone} notice`}>
                One sentence that says what is, what should be, and what to do.
              </Notice>
            )}
          </For>
          <Progress label="Storage" value={1.2} max={5} text="1.2 GB of 5 GB" variant="meter" />
          <Progress label="Import" value={30} max={100} text="30 %" />
        </div>
      </Card>
      <Tabs
        label="Domain"
        tabs={[
          {
            value: "users",
            label: "Users",
            count: 3,
            content: () => (
              <div class="grid gap-3">
                <DataTable
                  caption="Mailbox users"
                  columns={columns}
                  rows={rows}
                  by={({ address }) => address}
                  loading={isLoading()}
                />
                <Button onClick={() => setLoading((loading) => !loading)}>
                  <Show when={isLoading()} fallback="Show loading">
                    Show rows
                  </Show>
                </Button>
              </div>
            ),
          },
          {
            value: "empty",
            label: "Empty",
            content: () => (
              <EmptyState
                icon={<GlobeIcon />}
                title="No domain yet"
                action={<Button variant="primary">Add domain</Button>}
              >
                Add the domain your addresses should end in. You prove that it is yours with one DNS record.
              </EmptyState>
            ),
          },
        ]}
      />
    </>
  );
}
