import { For } from "solid-js";
import { Button } from "../button";
import { Card } from "../card";
import { Checkbox } from "../checkbox";
import { CopyButton } from "../copy-button";
import { Field } from "../field";
import { IconButton } from "../icon-button";
import { ArchiveIcon, PlusIcon, ReplyIcon, SearchIcon, StarIcon, TrashIcon } from "../icons";
import { PasswordField } from "../password-field";
import { Select } from "../select";
import { TextArea } from "../text-area";

const variants = ["primary", "secondary", "ghost", "danger"] as const;

/** Buttons and fields. */
export const Controls = () => (
  <>
    <Card title="Buttons" description="One primary act a view.">
      <div class="flex flex-wrap items-center gap-3">
        <For each={variants}>{(variant) => <Button variant={variant}>{variant}</Button>}</For>
        <Button variant="primary" size="sm" icon={<PlusIcon size={16} />}>
          Small
        </Button>
        <Button variant="primary" size="lg">
          Large
        </Button>
        <Button variant="primary" busy>
          Saving
        </Button>
        <Button disabled>Disabled</Button>
        <IconButton label="Reply">
          <ReplyIcon />
        </IconButton>
        <IconButton label="Archive" variant="secondary">
          <ArchiveIcon />
        </IconButton>
        <IconButton label="Star" aria-pressed="true">
          <StarIcon />
        </IconButton>
        <IconButton label="Delete" size="sm">
          <TrashIcon size={16} />
        </IconButton>
        <span class="font-mono text-sm">v=spf1 mx -all</span>
        <CopyButton text="v=spf1 mx -all" />
      </div>
    </Card>
    <Card
      title="Fields"
      description="Native constraints, shown in place; what the server answers shows the same way."
      footer={
        <>
          <Button>Cancel</Button>
          <Button type="submit" form="fields" variant="primary">
            Save
          </Button>
        </>
      }
    >
      <form id="fields" class="grid gap-4 sm:grid-cols-2" onSubmit={(event) => event.preventDefault()}>
        <Field label="Domain" name="domain" placeholder="example.com" help="Without www." required />
        <Field
          label="Address"
          name="address"
          suffix={<span>@example.com</span>}
          issues="Somebody already has this address."
          value="ada"
        />
        <PasswordField
          label="Password"
          name="password"
          autocomplete="new-password"
          minlength={12}
          help="At least 12 characters."
        />
        <Select
          label="Role"
          name="role"
          value="admin"
          options={[
            { value: "owner", label: "Owner" },
            { value: "admin", label: "Admin" },
            { value: "viewer", label: "Viewer" },
          ]}
        />
        <Field
          label="Search"
          name="q"
          type="search"
          hideLabel
          placeholder="Search mail"
          prefix={<SearchIcon size={16} />}
        />
        <Field label="Note" name="note" optional disabled value="Not for viewers" />
        <TextArea label="Signature" name="signature" class="sm:col-span-2" placeholder="Kind regards" />
        <Checkbox label="Keep me signed in" name="keep" checked help="Not on a shared computer." />
        <div class="flex gap-5">
          <Checkbox type="radio" name="when" label="Now" checked />
          <Checkbox type="radio" name="when" label="Later" />
          <Checkbox name="some" label="Some" indeterminate />
        </div>
      </form>
    </Card>
  </>
);
