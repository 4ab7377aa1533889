import { createSignal } from "solid-js";
import { announce } from "../announce";
import { Button } from "../button";
import { Card } from "../card";
import { ConfirmDialog } from "../confirm-dialog";
import { Dialog } from "../dialog";
import { Field } from "../field";
import { IconButton } from "../icon-button";
import { ArchiveIcon, CopyIcon, EditIcon, MoreIcon, TrashIcon } from "../icons";
import { Menu } from "../menu";
import { toast } from "../toast-store";

/** Dialogs, menus and notices that come and go. */
export function Overlays() {
  const [isAdding, setAdding] = createSignal(false);
  const [isRemoving, setRemoving] = createSignal(false);
  return (
    <Card title="Overlays">
      <div class="flex flex-wrap items-center gap-3">
        <Button onClick={() => setAdding(true)}>Open dialog</Button>
        <Button onClick={() => setRemoving(true)}>Open confirmation</Button>
        <Button onClick={() => toast("Archived", { action: { label: "Undo", onSelect: () => announce("Restored") } })}>
          Toast with undo
        </Button>
        <Button onClick={() => toast("Saved", { tone: "success" })}>Toast</Button>
        <Button onClick={() => toast("Could not be sent", { tone: "danger", duration: 0 })}>Failure</Button>
        <Menu
          trigger={(trigger) => (
            <IconButton label="More actions" variant="secondary" {...trigger}>
              <MoreIcon />
            </IconButton>
          )}
          items={[
            { label: "Edit", icon: <EditIcon size={16} />, shortcut: "E" },
            { label: "Duplicate", icon: <CopyIcon size={16} />, disabled: true },
            { label: "Archive", icon: <ArchiveIcon size={16} />, checked: true },
            "separator",
            { label: "Delete", icon: <TrashIcon size={16} />, tone: "danger", onSelect: () => setRemoving(true) },
          ]}
        />
      </div>
      <Dialog
        open={isAdding()}
        onClose={() => setAdding(false)}
        title="Add domain"
        description="Nothing changes for your mail until you say so."
        footer={
          <>
            <Button onClick={() => setAdding(false)}>Cancel</Button>
            <Button variant="primary" type="submit" form="add-domain">
              Add domain
            </Button>
          </>
        }
      >
        <form id="add-domain" onSubmit={(event) => event.preventDefault()}>
          <Field label="Domain" name="name" required autofocus placeholder="example.com" />
        </form>
      </Dialog>
      <ConfirmDialog
        open={isRemoving()}
        onClose={() => setRemoving(false)}
        onConfirm={() => setRemoving(false)}
        title="Remove example.com?"
        confirmLabel="Remove domain"
        tone="danger"
        match="example.com"
      >
        12 mailboxes and all their messages are deleted after 30 days.
      </ConfirmDialog>
    </Card>
  );
}
