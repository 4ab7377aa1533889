/** What somebody who signed in asks for: who it is, the envelope's sender, and at RCPT the recipient, empty at MAIL. Lower case. The port is 0 by JMAP. */
export type StartedMessage = { authenticatedAs: string; sender: string; rcpt: string; remotePort: number };

const values: Record<string, (message: StartedMessage) => string> = {
  authenticated_as: ({ authenticatedAs }) => authenticatedAs,
  sender: ({ sender }) => sender,
  sender_domain: ({ sender }) => sender.slice(sender.lastIndexOf("@") + 1),
  rcpt: ({ rcpt }) => rcpt,
  remote_port: ({ remotePort }) => String(remotePort),
};

const comparison = /^(\w+)\s*(==|!=)\s*(?:'([^']*)'|"([^"]*)"|(\d+))$/;
const emptiness = /^(!?)is_empty\(\s*(\w+)\s*\)$/;

type Condition = (message: StartedMessage) => boolean;

function readTerm(term: string): Condition | null {
  if (term === "true" || term === "false") return () => term === "true";
  const [, not, variable = ""] = emptiness.exec(term) ?? [];
  const tested = values[variable];
  if (tested) return (message) => (tested(message) === "") === (not !== "!");
  const [, name = "", operator, single, double, digits] = comparison.exec(term) ?? [];
  const value = values[name];
  const wanted = single ?? double ?? digits ?? "";
  return value ? (message) => (value(message) === wanted) === (operator === "==") : null;
}

/**
 * The condition behind an expression, or `null` for one that this engine cannot read. Of the language of expressions it knows comparisons
 * of the variables above with text or a number, `is_empty`, and `&&` between them.
 */
export function readThrottleExpression(text: string): Condition | null {
  const terms = text.split("&&").map((term) => readTerm(term.trim()));
  return terms.every((term) => term !== null) ? (message) => terms.every((holds) => holds(message)) : null;
}
