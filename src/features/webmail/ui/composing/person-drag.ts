import { type Person } from "../people";
import { writePerson } from "../recipients";
import type { Line } from "./draft";

const kind = "application/x-recipient";

/** Dragging a recipient from one line of a message to another; dropped elsewhere, it is text. */
export const personDrag = {
  start(event: DragEvent, line: Line, person: Person): void {
    event.dataTransfer?.setData("text/plain", writePerson(person));
    event.dataTransfer?.setData(kind, JSON.stringify([line, person.email]));
  },
  /** Events of a line onto which somebody can be dropped. */
  target: (line: () => Line, onMove: (from: Line, email: string) => void) => ({
    onDragOver(event: DragEvent) {
      if (event.dataTransfer?.types.includes(kind)) event.preventDefault();
    },
    onDrop(event: DragEvent) {
      const data = event.dataTransfer?.getData(kind);
      if (!data) return;
      event.preventDefault();
      const [from, email] = JSON.parse(data) as [Line, string];
      if (from !== line()) onMove(from, email);
    },
  }),
};
