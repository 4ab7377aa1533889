/** Where the mail server tells what happens to mail. */
export const engineHookPath = "/hooks/engine";
/** The largest batch that is read: thousands of events; octets. */
export const engineHookBytes = 5_000_000;
